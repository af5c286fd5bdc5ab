import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { protocols as spoken } from '../index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { isoDocument, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';
import type { HarvestedDocument, HarvestPage, ListingEnd } from '../types.ts';

const closing: TestHarvest[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** The engine over a protocol of the test's own making; stores and readers are the real ones. */
async function open(
  pages: () => AsyncGenerator<HarvestPage, ListingEnd, void>,
  ports: Parameters<typeof openTestHarvest>[0] = {},
): Promise<TestHarvest> {
  const scripted: HarvestProtocol = { name: 'folder', describe: async () => ({ facts: [] }), pages };
  const protocols = { ...spoken, folder: scripted };
  const harvest = openTestHarvest({ ...ports, ports: { ...ports?.ports, protocols } });
  closing.push(harvest);
  await harvest.source({ protocol: 'folder', url: 'http://scripted.example.org/' });
  return harvest;
}

const document = (
  identifier: string,
  title = identifier,
  more: Partial<HarvestedDocument> = {},
): HarvestedDocument => ({
  identifier,
  mediaType: 'application/xml',
  bytes: Buffer.from(isoDocument({ identifier, title })),
  ...more,
});
const page = (...documents: HarvestedDocument[]): HarvestPage => ({ documents, problems: [] });

async function* complete(...pages: HarvestPage[]): AsyncGenerator<HarvestPage, ListingEnd, void> {
  yield* pages;
  return { complete: true };
}

describe('identifiers', () => {
  it('that come twice: the second document is refused, unless it is the same', async () => {
    const pages = [
      page(document('a', 'one'), document('a', 'two')),
      page(document('a', 'one'), document('b')),
    ];
    const harvest = await open(() => complete(...pages));
    for (const options of [{ dryRun: true }, {}]) {
      const run = await harvest.harvester.harvest('test', options);
      expect(run.counts).toMatchObject({ listed: 4, created: 2, refused: 1, problems: 1 });
      expect(await harvest.problems(run)).toMatchObject([{ code: 'duplicate-identifier', identifier: 'a' }]);
    }
    const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'a');
    expect(Object.values(record?.record.resource.titles ?? {})).toEqual(['one']);
  });

  it('that are only in the document are found by reading it', async () => {
    const { identifier: _a, ...unnamed } = document('a');
    const { identifier: _b, ...again } = document('a', 'another');
    const harvest = await open(() => complete(page(unnamed, again), page(unnamed)));
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 1, refused: 1 });
    expect(await harvest.live()).toEqual(['a']);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({
      created: 0,
      unchanged: 1,
      withdrawn: 0,
    });
  });

  it('that are missing are derived from what stays the same, and the producer is told', async () => {
    const { identifier: _, ...nameless } = document('', 'A title');
    const harvest = await open(() =>
      complete(page({ ...nameless, fallbackIdentifier: 'folder/file.xml' }), page(nameless)),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 2, refused: 0 });
    const live = await harvest.live();
    expect(live).toEqual([expect.stringMatching(/^derived:[0-9a-f]{32}$/), 'folder/file.xml']);
    const codes = (await harvest.problems(run)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'identifier-derived').length).toBe(2);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ unchanged: 2, withdrawn: 0 });
  });
});

describe('what vanished', () => {
  const many = sampleRecords(40).map(({ identifier }) => document(identifier));

  it('is not withdrawn by an empty answer', async () => {
    let listed = many;
    const harvest = await open(() => complete(page(...listed)));
    await harvest.harvester.harvest('test');
    listed = [];
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'held', message: /empty list/, counts: { withdrawn: 0 } });
    expect((await harvest.live()).length).toBe(40);
  });

  it('is not withdrawn after a listing with a gap, nor after one that broke off', async () => {
    let end: 'gap' | 'break' | undefined;
    const harvest = await open(async function* () {
      yield page(...(end ? many.slice(3) : many));
      if (end === 'break') throw new Error('a fault of ours');
      return { complete: true, ...(end === 'gap' ? { gap: 'A page is missing.' } : {}) };
    });
    await harvest.harvester.harvest('test');
    end = 'gap';
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'succeeded',
      counts: { withdrawn: 0 },
    });
    end = 'break';
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: /a fault of ours/,
    });
    expect((await harvest.live()).length).toBe(40);
  });

  it('is held also where the source itself says deleted, when it is too much at once', async () => {
    let deleted = false;
    const gone = many.slice(0, 10).map((given) => ({ ...given, deleted: true, bytes: new Uint8Array() }));
    const harvest = await open(async function* () {
      yield page(...(deleted ? gone : many));
      return { complete: !deleted };
    });
    await harvest.harvester.harvest('test');
    deleted = true;
    expect((await harvest.harvester.harvest('test')).state).toBe('held');
    const forced = await harvest.harvester.harvest('test', { force: true });
    expect(forced).toMatchObject({ state: 'succeeded', counts: { withdrawn: 10 } });
  });

  it('stays when a document from the same address could not be read', async () => {
    const { identifier: _, ...unnamed } = document('a', 'a', { url: 'http://x.example/a.xml' });
    const other = document('b', 'b', { url: 'http://x.example/b.xml' });
    let broken = false;
    const harvest = await open(() =>
      complete(
        page(
          broken ? { ...unnamed, bytes: Buffer.from('<gmd:MD_Metadata') } : unnamed,
          ...(broken ? [] : [other]),
          document('c'),
        ),
      ),
    );
    await harvest.harvester.harvest('test');
    broken = true;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ counts: { refused: 1, withdrawn: 1 } });
    expect(await harvest.live()).toEqual(['a', 'c']);
    expect((await harvest.problems(run)).map(({ code }) => code)).toContain('withdrawal-postponed');
  });

  it('comes back as the same record', async () => {
    let listed = many;
    const harvest = await open(() => complete(page(...listed)));
    await harvest.harvester.harvest('test');
    const before = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
    listed = many.slice(1);
    expect((await harvest.harvester.harvest('test')).counts.withdrawn).toBe(1);
    listed = many;
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 0, updated: 1 });
    const after = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
    expect(after).toMatchObject({ id: before?.id, deleted: false });
  });
});

describe('the life of a run', () => {
  const slow = async function* (): AsyncGenerator<HarvestPage, ListingEnd, void> {
    for (let number = 0; number < 1000; number += 1) {
      await sleep(5);
      yield page(document(`slow-${number}`));
    }
    return { complete: true };
  };

  it('never overlaps with another of the same source', async () => {
    const harvest = await open(slow);
    const control = new AbortController();
    const first = harvest.harvester.harvest('test', { signal: control.signal });
    await sleep(30);
    await expect(harvest.harvester.harvest('test')).rejects.toMatchObject({ code: 'conflict' });
    control.abort();
    expect((await first).state).toBe('interrupted');
  });

  it('ends when its process is to stop, and has stored nothing by halves', async () => {
    const harvest = await open(slow);
    const control = new AbortController();
    const progress: number[] = [];
    const run = await harvest.harvester.harvest('test', {
      signal: control.signal,
      onProgress: ({ run: { counts }, rate }) => {
        progress.push(counts.listed);
        expect(rate).toBeGreaterThan(0);
        if (counts.listed === 5) control.abort();
      },
    });
    expect(run).toMatchObject({ state: 'interrupted', counts: { created: 5, withdrawn: 0 } });
    expect(await harvest.live()).toEqual([]);
    expect(run.finishedAt).toBeDefined();
    expect(progress).toEqual([1, 2, 3, 4, 5]);
    expect(await harvest.stores.runs.get(run.id)).toMatchObject({ state: 'interrupted' });
  });

  it('ends at its deadline', async () => {
    const harvest = await open(slow, { ports: { deadlineMs: 60 } });
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'interrupted',
      message: /stopped after/,
    });
  });

  it('goes on rightly after a run that died', async () => {
    let now = Date.now();
    const harvest = await open(() => complete(page(document('a'), document('b'))), {
      ports: { clock: () => now },
    });
    const dead = {
      id: 'dead',
      sourceId: 'test',
      kind: 'harvest' as const,
      state: 'running' as const,
      phase: 'listing' as const,
      actor: 'system',
      dryRun: false,
      full: false,
      startedAt: '2024-01-01T00:00:00Z',
      counts: { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 },
    };
    await harvest.stores.runs.begin(dead, -1);
    now += 1000;
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'succeeded',
      counts: { created: 2 },
    });
    expect(await harvest.stores.runs.get('dead')).toMatchObject({ state: 'interrupted' });
  });

  it('tells what it committed', async () => {
    const told: string[] = [];
    const harvest = await open(() => complete(page(document('a'), document('b'))), {
      ports: { onCommitted: (outcomes) => told.push(...outcomes.map(({ outcome }) => outcome)) },
    });
    await harvest.harvester.harvest('test');
    expect(told).toEqual(['created', 'created']);
  });

  it('does not begin for a source that is not there', async () => {
    const harvest = await open(slow);
    await expect(harvest.harvester.harvest('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});
