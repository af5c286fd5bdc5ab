import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

const cause = { actor: 'ada', runId: 'run-1' };
let database: Database;
let stores: Stores;

beforeEach(() => {
  database = openTestDatabase();
  stores = createStores(database);
});
afterEach(() => database.close());

const apply = async (...changes: Parameters<Stores['writer']['apply']>[0]) =>
  (await stores.writer.apply(changes, cause)).map(({ recordId, outcome }) => ({ recordId, outcome }));
async function created(...changes: Parameters<Stores['writer']['apply']>[0]): Promise<string> {
  const [outcome] = await apply(...changes);
  return outcome?.recordId ?? '';
}
const move = (recordId: string, sourceId: string) =>
  ({ kind: 'move', recordId, sourceId, reason: 'Handed over.' }) as const;

test('a record goes on as one of another source: datestamp, former source and reports follow it', async () => {
  const change = put('a');
  change.problems.push({ severity: 'error', code: 'xml', path: '/', message: 'Wrong.', hint: 'Mend it.' });
  change.record.resource.distributions.push({
    url: 'https://example.org/a.nc',
    kind: 'download',
    names: {},
    descriptions: {},
    conformsTo: [],
  });
  const id = await created(change);
  const before = await stores.records.get(id, 'staff');
  expect(await apply(move(id, 'coriolis'), move(id, 'coriolis'))).toEqual([
    { recordId: id, outcome: 'moved' },
    { recordId: id, outcome: 'unchanged' },
  ]);
  const after = await stores.records.get(id, 'staff');
  expect(after).toMatchObject({ sourceId: 'coriolis', deleted: false, record: before?.record });
  expect(after?.datestampRevision).toBeGreaterThan(before?.datestampRevision ?? 0);
  for (const source of ['aviso', 'coriolis'])
    expect((await stores.records.findByUpstreamIdentifier(source, 'a'))?.id).toBe(id);
  expect(await stores.records.countBySource('public')).toEqual({ coriolis: 1 });
  for (const table of ['standing_problems', 'record_links'])
    expect(database.connection.prepare(`SELECT DISTINCT source_id FROM ${table}`).pluck().all()).toEqual([
      'coriolis',
    ]);
  // And back: each of the two leads to it still.
  expect(await apply(move(id, 'aviso'))).toEqual([{ recordId: id, outcome: 'moved' }]);
  for (const source of ['aviso', 'coriolis'])
    expect((await stores.records.findByUpstreamIdentifier(source, 'a'))?.id).toBe(id);
});

test('where the other source has one of its own, the record is withdrawn and says which', async () => {
  const id = await created(put('a'));
  const other = await created(put('a', '1', { sourceId: 'coriolis' }));
  expect(await apply(move(id, 'coriolis'))).toEqual([{ recordId: id, outcome: 'withdrawn' }]);
  expect(await stores.records.get(id, 'public')).toMatchObject({
    sourceId: 'aviso',
    deleted: true,
    withdrawnReason: `The source "coriolis" has it as the record ${other}.`,
  });
});

test('no other way gives a record another source', async () => {
  const id = await created(put('a'));
  expect(() =>
    database.connection.prepare("UPDATE records SET source_id = 'coriolis' WHERE id = ?").run(id),
  ).toThrow('the identity of a record never changes');
});
