import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Visibility } from '#ledger';
import type { Database } from '../database.ts';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let stores: Stores;

beforeEach(() => {
  database = openTestDatabase();
  stores = createStores(database);
});
afterEach(() => database.close());

async function create(
  identifier: string,
  visibility: Visibility,
  document?: { bytes: Buffer; url?: string },
) {
  const change = put(identifier, '1', { visibility });
  if (document) change.document = { ...change.document, ...document };
  const [outcome] = await stores.writer.apply([change], { actor: 'system' });
  if (!outcome) throw new Error('no outcome');
  return outcome.recordId;
}
const setVisibility = (recordId: string, visibility: Visibility) =>
  stores.writer.apply([{ kind: 'visibility', recordId, visibility }], { actor: 'curator' });
const walk = { afterRevision: 0, limit: 100, includeDeleted: true };

describe('what the public sees', () => {
  test.each(['public', 'metadata-only'] as const)('%s: the record and its document', async (visibility) => {
    const id = await create('a', visibility);
    expect(await stores.records.get(id, 'public')).toMatchObject({ upstreamIdentifier: 'a', deleted: false });
    expect(await stores.records.getMany([id], 'public')).toHaveLength(1);
    expect(await stores.records.original(id, 'public')).not.toBeNull();
    expect(await stores.records.pageByRevision(walk, 'public')).toHaveLength(1);
    expect(await stores.records.countBySource('public')).toEqual({ aviso: 1 });
  });

  test.each(['embargoed', 'private'] as const)('%s: nothing at all', async (visibility) => {
    const id = await create('a', visibility);
    expect(await stores.records.get(id, 'public')).toBeNull();
    expect(await stores.records.getMany([id], 'public')).toEqual([]);
    expect(await stores.records.original(id, 'public')).toBeNull();
    expect(await stores.records.pageByRevision(walk, 'public')).toEqual([]);
    expect(await stores.records.countByRevision(walk, 'public')).toBe(0);
    expect(await stores.records.countBySource('public')).toEqual({});
    expect(await stores.records.get(id, 'staff')).toMatchObject({ upstreamIdentifier: 'a', visibility });
    expect(await stores.records.original(id, 'staff')).not.toBeNull();
    expect(await stores.records.pageByRevision(walk, 'staff')).toHaveLength(1);
  });

  test('a record hidden after it was seen is withdrawn for the public, without content', async () => {
    const id = await create('a', 'public');
    expect(await setVisibility(id, 'private')).toEqual([{ recordId: id, outcome: 'updated', revision: 2 }]);
    const [tombstone] = await stores.records.pageByRevision(walk, 'public');
    expect(tombstone).toMatchObject({ id, deleted: true, datestampRevision: 2, upstreamIdentifier: '' });
    expect(tombstone?.record.resource.titles).toEqual({});
    expect(await stores.records.get(id, 'public')).toEqual(tombstone);
    expect(await stores.records.pageByRevision({ ...walk, includeDeleted: false }, 'public')).toEqual([]);
    expect(await stores.records.getMany([id], 'public')).toEqual([]);
    expect(await stores.records.original(id, 'public')).toBeNull();
    await setVisibility(id, 'public');
    expect(await stores.records.get(id, 'public')).toMatchObject({ deleted: false, upstreamIdentifier: 'a' });
  });

  test('an embargo that ends shows the record; a new document does not end it', async () => {
    const id = await create('a', 'embargoed');
    await stores.writer.apply([put('a', '2', { visibility: 'public' })], { actor: 'system' });
    expect(await stores.records.get(id, 'public')).toBeNull();
    await setVisibility(id, 'public');
    expect(await stores.records.get(id, 'public')).toMatchObject({ deleted: false });
  });

  test('the document of a withdrawn record is for staff only', async () => {
    const id = await create('a', 'public');
    await stores.writer.apply([{ kind: 'withdraw', recordId: id, reason: 'x' }], { actor: 'system' });
    expect(await stores.records.original(id, 'public')).toBeNull();
    expect(await stores.records.original(id, 'staff')).not.toBeNull();
  });
});

describe('original documents', () => {
  test('come back byte for byte, also when they do not compress', async () => {
    for (const bytes of [
      Buffer.from([0, 255, 1, 254]),
      Buffer.from('é'.repeat(9000), 'latin1'),
      Buffer.alloc(0),
    ]) {
      const id = await create(`bytes ${bytes.length}`, 'public', { bytes });
      const original = await stores.records.original(id, 'public');
      expect(Buffer.from(original?.bytes ?? []).equals(bytes)).toBe(true);
    }
  });

  test('credentials are masked for the public, in bytes, address and record', async () => {
    const url = 'https://example.org/csw?id=1&token=abc';
    const bytes = Buffer.from('<a href="ftp://argo:s3cret@ftp.example.org/x?password=p&amp;y=é"/>', 'latin1');
    const change = put('a', '1');
    change.document = { ...change.document, bytes, url };
    change.record.dataSetUri = 'ftp://argo:s3cret@ftp.example.org/x';
    const [outcome] = await stores.writer.apply([change], { actor: 'system' });
    const id = outcome?.recordId ?? '';
    const forPublic = await stores.records.original(id, 'public');
    expect(Buffer.from(forPublic?.bytes ?? []).toString('latin1')).toBe(
      '<a href="ftp://***@ftp.example.org/x?password=***&amp;y=é"/>',
    );
    expect(forPublic?.url).toBe('https://example.org/csw?id=1&token=***');
    expect((await stores.records.get(id, 'public'))?.record.dataSetUri).toBe('ftp://***@ftp.example.org/x');
    const forStaff = await stores.records.original(id, 'staff');
    expect(Buffer.from(forStaff?.bytes ?? []).equals(bytes)).toBe(true);
    expect(forStaff?.url).toBe(url);
    expect((await stores.records.get(id, 'staff'))?.record.dataSetUri).toContain('s3cret');
  });
});
