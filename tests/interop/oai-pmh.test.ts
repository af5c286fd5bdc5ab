import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '#catalogue/formats';
import { createStores } from '#db';
import { createLedger } from '#ledger';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals } from '#protocols/originals';
import { projectRoot } from '#runtime/root';
import { openTestDatabase } from '../../db/testing/index.ts';
import { putChange, sampleRecord } from '../../protocols/oai-pmh/testing/repository.ts';
import { peers } from './peers.ts';
import { serveHttp } from './serve.ts';

const run = promisify(execFile);
const peer = await peers();

type Header = { identifier: string; datestamp: string; sets: string[]; deleted: boolean };
type Harvested = Header & { metadata: Record<string, string[]> | null; length: number };

let now = Date.parse('2026-04-01T08:00:00Z');
const database = openTestDatabase();
const stores = createStores(database, () => now);
const ledger = createLedger(stores.writer);
const cause = { actor: 'system' };
const ids: string[] = [];
let server: Awaited<ReturnType<typeof serveHttp>>;
let requests = 0;

const topics = ['oceans', 'biota', 'environment'];
const sources = ['argo', 'somlit', 'moose'];
const recordOf = (index: number, title = `Record ${index}`) =>
  putChange(
    `r${index}`,
    sampleRecord(title, {
      type: index % 7 === 0 ? 'series' : 'dataset',
      topicCategories: topics.slice(0, index % 4),
      abstracts: { en: 'Sea surface temperature. '.repeat(300) },
    }),
    sources[index % sources.length] ?? '',
  );

async function sickle<Answer>(verb: string, options: Record<string, string> = {}): Promise<Answer> {
  const script = join(projectRoot(), 'tests/interop/sickle/harvest.py');
  const given = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  const { stdout } = await run(peer?.python ?? 'python3', [script, `${server.address}/oai`, verb, ...given], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

const identifierOf = (id: string) => `oai:catalogue.example.org:${id}`;
const identifiers = (headers: readonly Header[]) => headers.map(({ identifier }) => identifier);

beforeAll(async () => {
  const outcomes = await ledger.commit(
    Array.from({ length: 750 }, (_, index) => recordOf(index)),
    cause,
  );
  ids.push(...outcomes.map(({ recordId }) => recordId));
  server = await serveHttp((address) => {
    const answer = createOaiPmh({
      records: stores.records,
      originals: createOriginals(stores.records),
      formats,
      sets: catalogueSets(async () => sources.map((id) => ({ id, name: id }))),
      config: {
        publicBaseUrl: address,
        repositoryIdentifier: 'catalogue.example.org',
        repositoryName: 'Catalogue',
        adminEmail: 'admin@catalogue.example.org',
      },
      clock: () => now,
    });
    return (request) => {
      requests++;
      return answer(request);
    };
  });
});
afterAll(async () => {
  await server.close();
  database.close();
});

describe.runIf(peer)('sickle', () => {
  test('reads who we are', async () => {
    expect(await sickle('Identify')).toEqual({
      baseURL: `${server.address}/oai`,
      deletedRecord: 'persistent',
      earliestDatestamp: '2026-04-01T08:00:00Z',
      granularity: 'YYYY-MM-DDThh:mm:ssZ',
    });
    expect(await sickle('ListMetadataFormats')).toEqual(
      expect.arrayContaining(['oai_dc', 'iso19139', 'oai_datacite', 'datacite']),
    );
  });

  test.each(['oai_dc', 'iso19139', 'oai_datacite'])(
    'harvests everything in %s, in several pages',
    async (metadataPrefix) => {
      requests = 0;
      const harvested = await sickle<Harvested[]>('ListRecords', { metadataPrefix });
      expect(identifiers(harvested)).toEqual(ids.map(identifierOf));
      expect(requests).toBeGreaterThan(2);
      for (const record of harvested) expect(record.length).toBeGreaterThan(1000);
      const headers = await sickle<Header[]>('ListIdentifiers', { metadataPrefix });
      expect(identifiers(headers)).toEqual(ids.map(identifierOf));
    },
  );

  test('finds each title', async () => {
    const harvested = await sickle<Harvested[]>('ListRecords', { metadataPrefix: 'oai_dc' });
    expect(harvested.map(({ metadata }) => metadata?.['title']?.[0])).toEqual(
      ids.map((_, index) => `Record ${index}`),
    );
  });

  test('harvests each set, and headers tell the sets', async () => {
    const all = await sickle<Header[]>('ListIdentifiers', { metadataPrefix: 'oai_dc' });
    const sets = await sickle<{ spec: string }[]>('ListSets');
    const used = sets.filter(({ spec }) => all.some(({ sets: told }) => told.includes(spec)));
    expect(used.map(({ spec }) => spec).sort()).toEqual(
      [
        ...sources.map((id) => `source:${id}`),
        'theme:biota',
        'theme:environment',
        'theme:oceans',
        'type:dataset',
        'type:series',
      ].sort(),
    );
    for (const { spec } of [...used, { spec: 'theme' }, { spec: 'source' }]) {
      const inSet = await sickle<Header[]>('ListIdentifiers', { metadataPrefix: 'oai_dc', set: spec });
      const told = all.filter(({ sets: specs }) =>
        specs.some((one) => one === spec || one.startsWith(`${spec}:`)),
      );
      expect(identifiers(inSet)).toEqual(identifiers(told));
    }
  });

  test('harvests incrementally what was changed, added, withdrawn and brought back', async () => {
    const before = await sickle<Harvested[]>('ListRecords', { metadataPrefix: 'oai_dc' });
    const mirror = new Map(before.map(({ identifier, metadata }) => [identifier, metadata?.['title']?.[0]]));
    const update = async () => {
      const from = new Date(now).toISOString().replace('.000', '');
      const changed = await sickle<Harvested[]>('ListRecords', { metadataPrefix: 'oai_dc', from });
      for (const { identifier, deleted, metadata } of changed) {
        if (deleted) mirror.delete(identifier);
        else mirror.set(identifier, metadata?.['title']?.[0]);
      }
      return changed;
    };
    const [gone = '', back = ''] = ids.slice(10);
    now += 60_000;
    await ledger.commit(
      [
        ...[10, 11].map((index) => ({
          kind: 'withdraw' as const,
          recordId: ids[index] ?? '',
          reason: 'gone',
        })),
        recordOf(5, 'Changed'),
        recordOf(800, 'Added'),
      ],
      cause,
    );
    const changed = await update();
    expect(changed.map(({ deleted }) => deleted)).toEqual([true, true, false, false]);
    expect(mirror.size).toBe(749);
    expect(mirror.get(identifierOf(ids[5] ?? ''))).toBe('Changed');
    now += 60_000;
    await ledger.commit([recordOf(11)], cause);
    expect(await update()).toHaveLength(1);
    expect(mirror.get(identifierOf(back))).toBe('Record 11');
    expect(mirror.has(identifierOf(gone))).toBe(false);
    now += 60_000;
    expect(await update()).toEqual([]);
    const header = await sickle<Header>('GetRecord', {
      metadataPrefix: 'iso19139',
      identifier: identifierOf(gone),
    });
    expect(header.deleted).toBe(true);
  });
});
