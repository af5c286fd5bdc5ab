import { afterEach, describe, expect, it } from 'vitest';
import { protocols } from '../index.ts';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import { isoDocument, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';
import type { HarvestPage, HarvestPolicy, HarvestRun, ListingEnd } from '../types.ts';
import type { Interpreter } from './document-reader.ts';

let harvest: TestHarvest;
afterEach(() => harvest.close());

/** What the source of a test has, and how it behaves. */
type Script = {
  titles: Record<string, string>;
  /** Documents a page. */
  pageSize?: number;
  /** Called before each page is given, with the number of documents before it. */
  before?: (position: number) => Promise<void> | void;
};

async function open(
  script: Script,
  more: { policy?: Partial<HarvestPolicy>; interpreter?: () => Interpreter; clock?: () => number } = {},
) {
  const asked: string[] = [];
  async function* pages(
    _source: unknown,
    { resume, signal }: ListingContext,
  ): AsyncGenerator<HarvestPage, ListingEnd, void> {
    asked.push(resume ?? 'start');
    const all = Object.entries(script.titles);
    const size = script.pageSize ?? 2;
    for (let position = Number(resume ?? 0); position < all.length; position += size) {
      await script.before?.(position);
      signal.throwIfAborted();
      const documents = all.slice(position, position + size).map(([identifier, title]) => ({
        identifier,
        mediaType: 'application/xml',
        bytes: Buffer.from(isoDocument({ identifier, title })),
      }));
      yield { documents, problems: [], checkpoint: String(position + size) };
    }
    return { complete: true };
  }
  const scripted: HarvestProtocol = { name: 'folder', describe: async () => ({ facts: [] }), pages };
  harvest = openTestHarvest({
    ports: {
      protocols: { ...protocols, folder: scripted },
      ...(more.interpreter ? { interpreterOf: more.interpreter } : {}),
      ...(more.clock ? { clock: more.clock } : {}),
    },
  });
  await harvest.source({
    protocol: 'folder',
    url: 'http://scripted.example.org/',
    policy: { mostGone: 0.1, mostChanged: 1, graceDays: 0, ...more.policy },
  });
  return { harvester: harvest.harvester, asked };
}

const many = (count: number, title = 'Section') =>
  Object.fromEntries(sampleRecords(count).map(({ identifier }) => [identifier, `${title} ${identifier}`]));

async function titles(): Promise<Record<string, string>> {
  const known = await harvest.stores.writer.listLive('test', '', 1000);
  const stored = await harvest.stores.records.getMany(
    known.map(({ recordId }) => recordId),
    'staff',
  );
  return Object.fromEntries(
    stored.map((one) => [one.upstreamIdentifier, Object.values(one.record.resource.titles)[0] ?? '']).sort(),
  );
}

describe('a run that is held', () => {
  it('has stored nothing, shows the difference, and stores it when it is approved', async () => {
    const script: Script = { titles: many(30) };
    const { harvester } = await open(script);
    await harvester.harvest('test');
    const before = await titles();
    script.titles = { ...many(20), 'record-0001': 'New title', 'record-9999': 'Newcomer' };
    const held = await harvester.harvest('test');
    expect(held).toMatchObject({ state: 'held', message: /10 of 30 records/ });
    expect(await titles()).toEqual(before);
    const staged = await harvest.stores.runs.staged(held.id, 0, 100);
    expect(staged.map(({ outcome }) => outcome).sort()).toEqual([
      'created',
      'updated',
      ...Array.from({ length: 10 }, () => 'withdrawn'),
    ]);
    const approved = await harvester.approve(held.id, { actor: 'anna' });
    expect(approved).toMatchObject({
      id: held.id,
      state: 'succeeded',
      actor: 'anna',
      counts: { withdrawn: 10 },
    });
    expect(await titles()).toEqual(script.titles);
    const [revision] = await harvest.stores.records.revisionsOfRun(held.id, 0, 1);
    expect(revision?.actor).toBe('anna');
    await expect(harvester.approve(held.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('forgets what it staged when it is discarded, or when a newer run takes its place', async () => {
    const script: Script = { titles: many(30) };
    const { harvester } = await open(script);
    await harvester.harvest('test');
    script.titles = {};
    const empty = await harvester.harvest('test');
    expect(empty).toMatchObject({ state: 'held', message: /empty list/ });
    await harvester.discard(empty.id);
    expect(await harvest.stores.runs.get(empty.id)).toMatchObject({ state: 'cancelled' });
    script.titles = many(10);
    const held = await harvester.harvest('test');
    script.titles = many(30);
    expect(await harvester.harvest('test')).toMatchObject({ state: 'succeeded', counts: { unchanged: 30 } });
    expect(await harvest.stores.runs.get(held.id)).toMatchObject({
      state: 'cancelled',
      message: /newer run/,
    });
    expect(await harvest.stores.runs.staged(held.id, 0, 10)).toEqual([]);
  });

  it('is not discarded once somebody else has had it stored', async () => {
    const script: Script = { titles: many(30) };
    const { harvester } = await open(script);
    await harvester.harvest('test');
    script.titles = {};
    const held = await harvester.harvest('test');
    await harvester.approve(held.id);
    const { runs } = harvest.stores;
    await expect(runs.settle(held, 'cancelled')).rejects.toMatchObject({ code: 'conflict' });
    expect(await runs.get(held.id)).toMatchObject({ state: 'succeeded' });
  });

  it('may be held because too much changed', async () => {
    const script: Script = { titles: many(30) };
    const { harvester } = await open(script, { policy: { mostChanged: 0.5 } });
    await harvester.harvest('test');
    script.titles = many(30, 'Mojibake');
    expect(await harvester.harvest('test')).toMatchObject({
      state: 'held',
      message: /30 of 30 records would change/,
    });
    expect(await harvester.harvest('test', { force: true })).toMatchObject({ state: 'succeeded' });
    expect(await titles()).toEqual(script.titles);
  });
});

describe('a dry run', () => {
  it('is a preview that can be stored as it was seen', async () => {
    const script: Script = { titles: many(4) };
    const { harvester } = await open(script);
    const dry = await harvester.harvest('test', { dryRun: true });
    expect(dry).toMatchObject({ state: 'succeeded', dryRun: true, counts: { created: 4 } });
    expect(await titles()).toEqual({});
    script.titles = many(1);
    expect(await harvester.approve(dry.id)).toMatchObject({ state: 'succeeded', dryRun: false });
    expect(await titles()).toEqual(many(4));
  });
});

describe('a run under way', () => {
  it('pauses when it is asked to, and goes on where it stood', async () => {
    const script: Script = { titles: many(20) };
    const { harvester, asked } = await open(script);
    let paused = false;
    script.before = async (position) => {
      if (position !== 8 || paused) return;
      paused = true;
      const [run] = await harvest.stores.runs.listBySource('test', 1);
      await harvester.ask(run?.id ?? '', 'pause');
      await new Promise((resolve) => setTimeout(resolve, 1500));
    };
    const run = await harvester.harvest('test');
    expect(run).toMatchObject({ state: 'paused', message: /paused/ });
    expect(await titles()).toEqual({});
    const resumed = await harvester.resume(run.id);
    expect(resumed).toMatchObject({ id: run.id, state: 'succeeded', counts: { listed: 20, created: 20 } });
    expect(asked).toEqual(['start', '8']);
    expect(await titles()).toEqual(script.titles);
    await expect(harvester.resume(run.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is cancelled when it is asked to, and leaves nothing behind', async () => {
    const script: Script = { titles: many(20) };
    const { harvester } = await open(script);
    script.before = async (position) => {
      if (position !== 8) return;
      const [run] = await harvest.stores.runs.listBySource('test', 1);
      await harvester.ask(run?.id ?? '', 'cancel');
      await new Promise((resolve) => setTimeout(resolve, 1500));
    };
    const run = await harvester.harvest('test');
    expect(run).toMatchObject({ state: 'cancelled', message: /Nothing of it was stored/ });
    expect(await titles()).toEqual({});
    expect(await harvest.stores.runs.staged(run.id, 0, 10)).toEqual([]);
  });

  it('that was interrupted is taken up by the next one, unless that asks for something else', async () => {
    const script: Script = { titles: many(20) };
    const { harvester, asked } = await open(script);
    const control = new AbortController();
    script.before = (position) => {
      if (position === 12) control.abort();
    };
    const run = await harvester.harvest('test', { signal: control.signal });
    expect(run.state).toBe('interrupted');
    delete script.before;
    expect(await harvester.harvest('test', { dryRun: true })).toMatchObject({ counts: { created: 20 } });
    expect(await harvester.harvest('test')).toMatchObject({ state: 'succeeded', counts: { created: 20 } });
    expect(asked).toEqual(['start', 'start', 'start']);

    const again = new AbortController();
    script.titles = many(20, 'Other');
    script.before = (position) => {
      if (position === 12) again.abort();
    };
    const second = await harvester.harvest('test', { signal: again.signal });
    delete script.before;
    expect(await harvester.harvest('test')).toMatchObject({
      id: second.id,
      counts: { listed: 20, updated: 20 },
    });
    expect(Number(asked.at(-1))).toBeGreaterThan(0);
    expect(await titles()).toEqual(script.titles);
  });
});

describe('the grace period', () => {
  it('keeps what vanished until it is over, and begins anew for what came back', async () => {
    let now = Date.UTC(2026, 0, 1);
    const script: Script = { titles: many(20) };
    const { harvester } = await open(script, { policy: { graceDays: 3 }, clock: () => now });
    const day = 24 * 3_600_000;
    await harvester.harvest('test');
    const { 'record-0001': first, 'record-0002': second, ...rest } = many(20);
    script.titles = rest;
    const missed = await harvester.harvest('test');
    expect(missed).toMatchObject({ state: 'succeeded', counts: { withdrawn: 0 } });
    expect(await harvest.problems(missed)).toMatchObject([
      { code: 'withdrawal-in-grace', message: /2 records/ },
    ]);
    now += 2 * day;
    script.titles = { ...rest, 'record-0001': first ?? '' };
    await harvester.harvest('test');
    script.titles = rest;
    now += day;
    expect(await harvester.harvest('test')).toMatchObject({ counts: { withdrawn: 1 } });
    expect(Object.keys(await titles())).toContain('record-0001');
    now += 3 * day;
    expect(await harvester.harvest('test')).toMatchObject({ counts: { withdrawn: 1 } });
    expect(second).toBeDefined();
  });
});

describe('a roll-back', () => {
  it('undoes what a run created, changed and withdrew, and appends to the log', async () => {
    const script: Script = { titles: many(20) };
    const { harvester } = await open(script);
    await harvester.harvest('test');
    const before = await titles();
    const { 'record-0001': _gone, ...rest } = many(20);
    script.titles = { ...rest, 'record-0002': 'Changed', 'record-9999': 'Newcomer' };
    const run = await harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 1, updated: 1, withdrawn: 1 });
    const revisions = await harvest.stores.records.latestRevision();
    const undone = await harvester.rollBack(run.id, { actor: 'anna' });
    expect(undone).toMatchObject({ kind: 'rollback', state: 'succeeded', undoes: run.id, actor: 'anna' });
    expect(undone.counts).toMatchObject({ updated: 2, withdrawn: 1 });
    expect(await titles()).toEqual(before);
    expect(await harvest.stores.records.latestRevision()).toBe(revisions + 3);
    expect(await harvest.stores.runs.get(run.id)).toMatchObject({ state: 'rolled-back' });
    await expect(harvester.rollBack(run.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves what changed again since, and says so', async () => {
    const script: Script = { titles: many(4) };
    const { harvester } = await open(script);
    const first = await harvester.harvest('test');
    script.titles = { ...many(4), 'record-0001': 'Changed' };
    await harvester.harvest('test');
    const undone = await harvester.rollBack(first.id);
    expect(undone.counts).toMatchObject({ withdrawn: 3, refused: 1 });
    expect(await harvest.problems(undone)).toMatchObject([
      { code: 'rollback-changed-since', identifier: 'record-0001' },
    ]);
    expect(await titles()).toEqual({ 'record-0001': 'Changed' });
  });
});

describe('rules that change', () => {
  const rules = (name: string, suffix: string, without?: string): Interpreter => ({
    name,
    interpret(record, problems, { identifier }) {
      if (identifier === without)
        return { record, problems: [...problems], overlaid: false, excluded: 'Filtered.' };
      const title = `${Object.values(record.resource.titles)[0]}${suffix}`;
      const resource = { ...record.resource, titles: { en: title } };
      return { record: { ...record, resource }, problems: [...problems], overlaid: suffix !== '' };
    },
  });

  it('are applied anew to what is held, without asking the source', async () => {
    const script: Script = { titles: many(5) };
    let interpreter = rules('first', '');
    const { harvester, asked } = await open(script, { interpreter: () => interpreter });
    await harvester.harvest('test');
    interpreter = rules('second', '!', 'record-0003');
    const run: HarvestRun = await harvester.reread('test');
    expect(run).toMatchObject({
      kind: 'reread',
      state: 'succeeded',
      counts: { updated: 4, withdrawn: 1, excluded: 1 },
    });
    expect(await titles()).toEqual(
      Object.fromEntries(
        Object.entries(many(5)).flatMap(([name, title]) =>
          name === 'record-0003' ? [] : [[name, `${title}!`]],
        ),
      ),
    );
    expect(asked).toEqual(['start']);
    const stored = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
    expect(stored?.overlaid).toBe(true);
    // The next harvest finds everything as it is.
    expect(await harvester.harvest('test')).toMatchObject({
      counts: { unchanged: 4, excluded: 1, withdrawn: 0 },
    });
    // Rules of another name that say the same change nothing of the log.
    const revisions = await harvest.stores.records.latestRevision();
    interpreter = rules('third', '!', 'record-0003');
    await harvester.reread('test');
    expect(await harvest.stores.records.latestRevision()).toBe(revisions);
  });
});
