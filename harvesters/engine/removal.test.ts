import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { honestDcat, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';

const day = 24 * 3_600_000;
let harvest: TestHarvest;
let server: Awaited<ReturnType<typeof honestDcat>>;
let now = 0;
const count = 1100;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 25, 12);
  harvest = openTestHarvest({ ports: { clock: () => now } });
  server = await honestDcat(() => sampleRecords(count), count);
  await harvest.source({ protocol: 'dcat', url: `${server.url}/`, enabled: true });
  expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'succeeded' });
}, 60_000);
afterEach(async () => {
  await harvest.close();
  await server.close();
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('the removal of a source', () => {
  it('waits for a person, is stored in batches, leaves tombstones, and is undone', async () => {
    const { harvester, stores } = harvest;
    const held = await harvester.remove('test');
    expect(held).toMatchObject({ kind: 'removal', state: 'held', counts: { withdrawn: 0, listed: count } });
    expect(held.message).toContain(`${count} of ${count} records would be withdrawn`);
    expect(await harvest.live()).toHaveLength(count);
    expect((await stores.sources.get('test'))?.closed).toBeUndefined();

    const batches: number[] = [];
    const stored = await harvester.approve(held.id, {
      actor: 'anna',
      onProgress: ({ run: { phase }, total }) => {
        if (phase === 'committing' && total) batches.push(total);
      },
    });
    expect(stored).toMatchObject({ state: 'succeeded', counts: { withdrawn: count } });
    expect(batches.length).toBeGreaterThan(5);
    expect(await harvest.live()).toEqual([]);
    expect(await stores.sources.list()).toEqual([]);
    expect(await stores.sources.listRemoved()).toMatchObject([
      { id: 'test', enabled: false, closed: { as: 'removed', runId: held.id, wasEnabled: true } },
    ]);
    const tombstone = await stores.records.findByUpstreamIdentifier('test', 'record-0001');
    expect(tombstone).toMatchObject({ deleted: true });
    expect(await refusal(harvester.harvest('test'))).toBe('conflict');
    expect(await refusal(harvester.remove('test'))).toBe('conflict');

    now += 29 * day;
    const undone = await harvester.rollBack(held.id);
    expect(undone).toMatchObject({ state: 'succeeded', counts: { updated: count } });
    expect(await harvest.live()).toHaveLength(count);
    const source = await stores.sources.get('test');
    expect([source?.enabled, source?.closed]).toEqual([true, undefined]);
    // The identity is that of before.
    expect((await stores.records.findByUpstreamIdentifier('test', 'record-0001'))?.id).toBe(tombstone?.id);
    expect(await harvester.harvest('test')).toMatchObject({ counts: { created: 0, unchanged: count } });
  });

  it('is left: nothing has changed', async () => {
    const held = await harvest.harvester.remove('test');
    await harvest.harvester.discard(held.id);
    expect(await harvest.live()).toHaveLength(count);
    expect(await refusal(harvest.harvester.approve(held.id))).toBe('conflict');
    expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { unchanged: count } });
  });

  it('keeps what somebody changes of the source while it goes on, and while it is undone', async () => {
    const { harvester, stores } = harvest;
    const rename = (name: string) => ({
      onProgress: async ({ run: { phase } }: { run: { phase: string } }) => {
        const source = await stores.sources.get('test');
        if (phase === 'committing' && source) await stores.sources.save({ ...source, names: { en: name } });
      },
    });
    const held = await harvester.remove('test');
    const run = await harvester.approve(held.id, rename('Changed'));
    expect(await stores.sources.get('test')).toMatchObject({
      names: { en: 'Changed' },
      closed: { as: 'removed' },
    });
    await harvester.rollBack(run.id, rename('Changed again'));
    const source = await stores.sources.get('test');
    expect([source?.names, source?.closed]).toEqual([{ en: 'Changed again' }, undefined]);
  });

  it('is not undone once the time for it is over', async () => {
    const run = await harvest.harvester.remove('test', { force: true });
    expect(run.state).toBe('succeeded');
    now += 31 * day;
    expect(await refusal(harvest.harvester.rollBack(run.id))).toBe('conflict');
    expect(await harvest.live()).toEqual([]);
  });

  it('that is interrupted goes on where it stood, in staging and in storing', async () => {
    const { harvester, stores } = harvest;
    const staging = new AbortController();
    const listLive = stores.writer.listLive.bind(stores.writer);
    let pages = 0;
    stores.writer.listLive = async (...asked) => {
      pages += 1;
      if (pages === 2) staging.abort(new Error('The process ends.'));
      return listLive(...asked);
    };
    const first = await harvester.remove('test', { signal: staging.signal });
    expect(first).toMatchObject({ state: 'interrupted', phase: 'listing' });
    // An ordinary harvest does not go on with a removal, and a removal not with a harvest.
    expect((await stores.runs.unfinished('test'))?.kind).toBe('removal');
    stores.writer.listLive = listLive;
    const held = await harvester.remove('test');
    expect(held).toMatchObject({ id: first.id, state: 'held', counts: { listed: count } });

    const storing = new AbortController();
    const second = await harvester.approve(held.id, {
      signal: storing.signal,
      onProgress: ({ run: { phase } }) => {
        if (phase === 'committing') storing.abort(new Error('The process ends.'));
      },
    });
    expect(second).toMatchObject({ state: 'interrupted', phase: 'committing' });
    const left = (await harvest.live()).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(count);
    expect((await stores.sources.get('test'))?.closed).toBeUndefined();
    // The worker does the same order again.
    expect(await harvester.approve(held.id)).toMatchObject({ state: 'succeeded' });
    expect(await harvest.live()).toEqual([]);
    expect((await stores.sources.get('test'))?.closed).toMatchObject({ as: 'removed' });
  });

  it('of one that has no records needs no second look', async () => {
    await harvest.source({ id: 'empty', protocol: 'dcat', url: `${server.url}/` });
    expect(await harvest.harvester.remove('empty')).toMatchObject({ state: 'succeeded' });
    expect((await harvest.stores.sources.get('empty'))?.closed).toMatchObject({ as: 'removed' });
  });
});
