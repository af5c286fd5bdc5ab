import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { honestFolder, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';

const count = 450;

/** A schema.org document with a DOI, by which it is recognised under any other identifier. */
const dataset = (id: string, sea: string, number: number) =>
  JSON.stringify({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': id,
    identifier: `https://doi.org/10.17882/${number}`,
    name: `Sections across the ${sea} sea`,
    description: `Sections across the ${sea} sea: temperature and salinity by underwater gliders.`,
  });
let harvest: TestHarvest;
let old: Awaited<ReturnType<typeof honestFolder>>;
let next: Awaited<ReturnType<typeof honestFolder>>;
let ids: Map<string, string>;

beforeEach(async () => {
  harvest = openTestHarvest();
  old = await honestFolder(() => sampleRecords(count));
  next = await honestFolder(() => sampleRecords(count));
  await harvest.source({ id: 'old', protocol: 'folder', url: `${old.url}/`, enabled: true });
  await harvest.source({ id: 'new', protocol: 'folder', url: `${next.url}/` });
  await harvest.harvester.harvest('old');
  ids = await idsOf('old');
}, 60_000);
afterEach(async () => {
  await harvest.close();
  await old.close();
  await next.close();
});

/** Ids of the live records of a source, by what it calls them. */
async function idsOf(sourceId: string): Promise<Map<string, string>> {
  const known = await harvest.stores.writer.listLive(sourceId, '', 10_000);
  return new Map(known.map(({ upstreamIdentifier, recordId }) => [upstreamIdentifier, recordId]));
}
const byName = (map: Map<string, string>) => [...map].sort();
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const handOver = async () => {
  const held = await harvest.harvester.remove('old', { heir: 'new' });
  return harvest.harvester.approve(held.id, { actor: 'ada' });
};

describe('the records of a source that is removed', () => {
  it('are handed over after a second look: same addresses, same history, and nothing new to the heir', async () => {
    const { harvester, stores } = harvest;
    const held = await harvester.remove('old', { heir: 'new' });
    expect(held).toMatchObject({ kind: 'removal', state: 'held', heir: 'new' });
    expect(held.message).toContain(
      `${count} of ${count} records would go on as records of "new", and 0 would be withdrawn`,
    );
    expect(await idsOf('new')).toEqual(new Map());
    expect(await stores.runs.get(held.id)).toEqual(held);
    const run = await harvester.approve(held.id, { actor: 'ada' });
    expect(run).toMatchObject({ state: 'succeeded', counts: { moved: count, withdrawn: 0 } });
    expect(byName(await idsOf('new'))).toEqual(byName(ids));
    expect((await stores.sources.get('old'))?.closed).toMatchObject({ as: 'removed', runId: run.id });
    const id = ids.get('record-0001') ?? '';
    // The source that had it goes on leading to it.
    expect(await stores.records.findByUpstreamIdentifier('old', 'record-0001')).toMatchObject({
      id,
      sourceId: 'new',
      deleted: false,
    });
    expect(
      (await stores.records.revisionsOf(id)).map(({ kind, change, actor, reason }) => [
        kind,
        change,
        actor,
        reason,
      ]),
    ).toEqual([
      ['content', 'created', 'system', undefined],
      ['content', 'moved', 'ada', 'Handed over by "old".'],
    ]);
    expect(await harvester.harvest('new')).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, unchanged: count, withdrawn: 0 },
    });
    expect(byName(await idsOf('new'))).toEqual(byName(ids));
  });

  it('come back when that is undone, but for what has changed since', async () => {
    const run = await handOver();
    const undone = await harvest.harvester.rollBack(run.id);
    expect(undone).toMatchObject({ state: 'succeeded', counts: { moved: count, refused: 0 } });
    expect(byName(await idsOf('old'))).toEqual(byName(ids));
    expect(await idsOf('new')).toEqual(new Map());
    expect(await harvest.stores.sources.get('old')).toMatchObject({ enabled: true });
    expect((await harvest.stores.sources.get('old'))?.closed).toBeUndefined();
    expect(await harvest.harvester.harvest('old')).toMatchObject({
      counts: { created: 0, unchanged: count },
    });
  });

  it('are withdrawn where the heir has them already, and say where', async () => {
    await harvest.harvester.harvest('new');
    const heirs = await idsOf('new');
    const run = await handOver();
    expect(run).toMatchObject({ counts: { withdrawn: count } });
    expect(run.counts.moved).toBeUndefined();
    const { stores } = harvest;
    expect(await stores.records.get(ids.get('record-0003') ?? '', 'public')).toMatchObject({
      deleted: true,
      withdrawnReason: `The source "new" has it as the record ${heirs.get('record-0003')}.`,
    });
    expect(byName(await idsOf('new'))).toEqual(byName(heirs));
    await harvest.harvester.rollBack(run.id);
    expect(byName(await idsOf('old'))).toEqual(byName(ids));
  });

  describe('where the heir calls them otherwise', () => {
    const seas = ['Ligurian', 'Iroise', 'Alboran', 'Balearic'];
    let folder: string;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'handing-over-'));
      for (const [place, id] of [
        ['before', 'urn:old'],
        ['after', 'urn:new'],
      ] as const) {
        mkdirSync(join(folder, place));
        for (const [index, sea] of seas.entries())
          writeFileSync(join(folder, place, `${index}.jsonld`), dataset(`${id}:${index}`, sea, index));
        await harvest.source({ id: place, protocol: 'folder', url: join(folder, place) });
      }
      await harvest.harvester.harvest('before');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('are renamed by its next harvest', async () => {
      const { harvester } = harvest;
      const before = await idsOf('before');
      await harvester.remove('before', { heir: 'after', force: true });
      expect(await harvester.harvest('after')).toMatchObject({
        state: 'succeeded',
        counts: { created: 0, renamed: seas.length, withdrawn: 0 },
      });
      expect((await idsOf('after')).get('urn:new:2')).toBe(before.get('urn:old:2'));
    });

    it('are withdrawn where it has them already', async () => {
      await harvest.harvester.harvest('after');
      const run = await harvest.harvester.remove('before', { heir: 'after', force: true });
      expect(run).toMatchObject({ state: 'succeeded', counts: { withdrawn: seas.length } });
      expect((await idsOf('after')).size).toBe(seas.length);
    });
  });

  it('go over once, also when the process dies in between', async () => {
    const held = await harvest.harvester.remove('old', { heir: 'new' });
    const stop = new AbortController();
    const first = await harvest.harvester.approve(held.id, {
      signal: stop.signal,
      onProgress: ({ run: { phase } }) => {
        if (phase === 'committing') stop.abort(new Error('The process ends.'));
      },
    });
    expect(first).toMatchObject({ state: 'interrupted', phase: 'committing' });
    expect((await idsOf('new')).size).toBeLessThan(count);
    expect(await harvest.harvester.approve(held.id)).toMatchObject({
      state: 'succeeded',
      counts: { moved: count },
    });
    expect(byName(await idsOf('new'))).toEqual(byName(ids));
  });

  it('that the heir got after the second look are withdrawn, not lost between the two', async () => {
    const held = await harvest.harvester.remove('old', { heir: 'new' });
    await harvest.harvester.harvest('new');
    await harvest.harvester.approve(held.id);
    expect(await idsOf('old')).toEqual(new Map());
    expect((await idsOf('new')).size).toBe(count);
    expect(await harvest.stores.records.get(ids.get('record-0001') ?? '', 'public')).toMatchObject({
      deleted: true,
    });
  });

  it('go to a source that is there and open', async () => {
    const { harvester } = harvest;
    expect(await refusal(harvester.remove('old', { heir: 'old' }))).toBe('conflict');
    expect(await refusal(harvester.remove('old', { heir: 'nowhere' }))).toBe('not-found');
    await harvester.remove('new', { force: true });
    expect(await refusal(harvester.remove('old', { heir: 'new' }))).toBe('conflict');
  });
});
