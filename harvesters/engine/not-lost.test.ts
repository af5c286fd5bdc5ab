import { afterEach, expect, it } from 'vitest';
import { DomainError } from '#runtime/errors';
import { protocols } from '../index.ts';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import { isoDocument, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import type { Interpreter } from './document-reader.ts';

let house: TestHarvest;
afterEach(() => house.close());

/** What a source of a test is, and what it is asked. */
type Script = {
  pages: HarvestPage[];
  end?: ListingEnd;
  /** The listing breaks off behind its pages. */
  breaks?: boolean;
  /** Called before each page. */
  before?: (page: number) => Promise<void> | void;
};

async function open(
  script: Script,
  {
    interpreterOf,
    clock,
    ...source
  }: Partial<HarvestSource> & {
    interpreterOf?: () => Interpreter;
    clock?: () => number;
  } = {},
) {
  const asked: Pick<ListingContext, 'since' | 'resume'>[] = [];
  async function* pages(
    _source: unknown,
    { since, resume, signal }: ListingContext,
  ): AsyncGenerator<HarvestPage, ListingEnd, void> {
    asked.push({ ...(since ? { since } : {}), ...(resume ? { resume } : {}) });
    for (let at = Number(resume ?? 0); at < script.pages.length; at += 1) {
      await script.before?.(at);
      signal.throwIfAborted();
      yield { documents: [], problems: [], ...script.pages[at], checkpoint: String(at + 1) };
    }
    if (script.breaks) throw new DomainError('upstream', 'The source hung up.');
    return script.end ?? { complete: true };
  }
  const scripted: HarvestProtocol = { name: 'folder', describe: async () => ({ facts: [] }), pages };
  house = openTestHarvest({
    ports: {
      protocols: { ...protocols, folder: scripted },
      ...(interpreterOf ? { interpreterOf } : {}),
      ...(clock ? { clock } : {}),
    },
  });
  await house.source({ protocol: 'folder', url: 'http://one.example.org/', ...source });
  return asked;
}

const document = (identifier: string, title = identifier): HarvestedDocument => ({
  identifier,
  mediaType: 'application/xml',
  bytes: Buffer.from(isoDocument({ identifier, title })),
});
const page = (...documents: HarvestedDocument[]): HarvestPage => ({ documents, problems: [] });
const hollow = (identifier: string, lost?: true): HarvestedDocument => ({
  identifier,
  ...(lost ? { lost } : {}),
  mediaType: '',
  bytes: new Uint8Array(),
});
const harvest = (options = {}) => house.harvester.harvest('test', options);

it('what could not be had is asked for again: the next run begins where this one did', async () => {
  const script: Script = { pages: [page(document('a'))], end: { complete: true, highWater: 'monday' } };
  const asked = await open(script);
  await harvest();
  script.pages = [page(document('a', 'changed'), hollow('b', true))];
  script.end = { complete: false, highWater: 'tuesday' };
  expect(await harvest()).toMatchObject({ state: 'succeeded', counts: { updated: 1, lost: 1 } });
  script.pages = [page(document('a', 'changed'), document('b'))];
  expect(await harvest()).toMatchObject({ counts: { created: 1, unchanged: 1 } });
  // What is empty at the source is so the next time, too.
  script.pages = [page(hollow('c'))];
  script.end = { complete: false, highWater: 'wednesday' };
  await harvest();
  await harvest();
  expect(asked.map(({ since }) => since)).toEqual([undefined, 'monday', 'monday', 'tuesday', 'wednesday']);
});

it('what was had of one address says nothing of another', async () => {
  const script: Script = { pages: [page(document('a'))], end: { complete: true, highWater: 'monday' } };
  const asked = await open(script);
  await harvest();
  await harvest();
  await house.source({ protocol: 'folder', url: 'http://two.example.org/' });
  await harvest();
  expect(asked).toEqual([{}, { since: 'monday' }, {}]);
});

it('what older readers refused is asked for again by newer ones', async () => {
  let readers = 'readers-1';
  const script: Script = { pages: [page(document('a'))], end: { complete: true, highWater: 'monday' } };
  const asked = await open(script, { interpreterOf: () => ({ name: readers }) });
  await harvest();
  await harvest();
  readers = 'readers-2';
  await harvest();
  await harvest();
  expect(asked.map(({ since }) => since)).toEqual([undefined, 'monday', undefined, 'monday']);
});

it('a list of what changed is not gone on with as one of everything, when other readers come', async () => {
  let readers = 'readers-1';
  const all = sampleRecords(4).map(({ identifier }) => page(document(identifier)));
  const script: Script = { pages: all, end: { complete: true, highWater: 'monday' } };
  const asked = await open(script, { interpreterOf: () => ({ name: readers }) });
  await harvest();
  const stop = new AbortController();
  script.before = (at) => (at === 3 ? stop.abort() : undefined);
  expect(await harvest({ signal: stop.signal })).toMatchObject({ state: 'interrupted' });
  delete script.before;
  readers = 'readers-2';
  expect(await harvest()).toMatchObject({ counts: { listed: 4, updated: 4, withdrawn: 0 } });
  expect(asked).toEqual([{}, { since: 'monday' }, {}]);
});

it('a run that was stopped does not go on in the middle of the list of another address', async () => {
  const stop = new AbortController();
  const script: Script = {
    pages: sampleRecords(6).map(({ identifier }) => page(document(identifier))),
    before: (at) => (at === 4 ? stop.abort() : undefined),
  };
  const asked = await open(script);
  expect(await harvest({ signal: stop.signal })).toMatchObject({ state: 'interrupted' });
  await house.source({ protocol: 'folder', url: 'http://two.example.org/' });
  expect(await harvest()).toMatchObject({ counts: { listed: 6, created: 6 } });
  expect(asked).toEqual([{}, {}]);
});

it('an earlier run that is rolled back comes back with the next harvest, though a later one stands', async () => {
  const script: Script = { pages: [page(document('a'))], end: { complete: true, highWater: 'monday' } };
  const asked = await open(script);
  const first = await harvest();
  script.end = { complete: false, highWater: 'tuesday' };
  script.pages = [page(document('b'))];
  await harvest();
  await house.harvester.rollBack(first.id);
  expect(await house.live()).toEqual(['b']);
  script.pages = [page(document('a'), document('b'))];
  script.end = { complete: true, highWater: 'wednesday' };
  await harvest();
  expect(await house.live()).toEqual(['a', 'b']);
  await harvest();
  expect(asked.map(({ since }) => since)).toEqual([undefined, 'monday', undefined, 'wednesday']);
});

it('a preview decides nothing of a run that waits for a person', async () => {
  const script: Script = { pages: [page(...sampleRecords(20).map((one) => document(one.identifier)))] };
  await open(script);
  await harvest();
  script.pages = [];
  const held = await harvest();
  expect(held.state).toBe('held');
  expect(await harvest({ dryRun: true })).toMatchObject({ state: 'held', dryRun: true });
  expect(await house.stores.runs.get(held.id)).toMatchObject({ state: 'held' });
  expect(await house.harvester.approve(held.id)).toMatchObject({
    state: 'succeeded',
    counts: { withdrawn: 20 },
  });
});

it('a record that is met in between is not missing any more, also where not everything was listed', async () => {
  let now = Date.UTC(2026, 0, 1);
  const day = 24 * 3_600_000;
  const script: Script = { pages: [page(document('a'), document('b'))] };
  const policy = { mostGone: 0.1, mostChanged: 1, graceDays: 7 };
  await open(script, { policy, clock: () => now });
  await harvest();
  script.pages = [page(document('a'))];
  await harvest();
  now += day;
  script.pages = [page(document('b'))];
  script.end = { complete: false };
  await harvest();
  now += 7 * day;
  script.pages = [page(document('a'))];
  script.end = { complete: true };
  expect(await harvest()).toMatchObject({ counts: { withdrawn: 0 } });
  expect(await house.live()).toEqual(['a', 'b']);
});

it('a listing that broke off is held for a person too where it would change too much', async () => {
  const names = sampleRecords(20).map(({ identifier }) => identifier);
  const script: Script = { pages: [page(...names.map((name) => document(name)))] };
  await open(script, { policy: { mostGone: 0.1, mostChanged: 0.5, graceDays: 0 } });
  await harvest();
  script.pages = [page(...names.map((name) => document(name, 'Mojibake')))];
  script.breaks = true;
  expect(await harvest()).toMatchObject({ state: 'held', message: /hung up.* 20 of 20 records/ });
  script.pages = [page(document('new'))];
  expect(await harvest()).toMatchObject({ state: 'failed', counts: { created: 1 } });
  expect(await house.live()).toContain('new');
});

it('a run that is stopped while it stores what came of a broken listing ends so, and is taken up', async () => {
  const script: Script = { pages: [page(...sampleRecords(3).map((one) => document(one.identifier)))] };
  await open(script);
  script.breaks = true;
  const stop = new AbortController();
  const { unstageWithdrawals } = house.stores.runs;
  house.stores.runs.unstageWithdrawals = async (runId) => {
    await unstageWithdrawals(runId);
    stop.abort();
  };
  expect(await harvest({ signal: stop.signal })).toMatchObject({ state: 'interrupted' });
  expect(await harvest()).toMatchObject({ counts: { created: 3 } });
});

it('a record that a rule leaves out goes, with the reason, also where only its document names it', async () => {
  let excluded: string | undefined;
  const interpreterOf = (): Interpreter => ({
    name: `rules ${excluded}`,
    interpret: (record, problems) => ({
      record,
      problems: [...problems],
      overlaid: false,
      ...(excluded && record.metadataIdentifier === 'a' ? { excluded } : {}),
    }),
  });
  const { identifier: _, ...unnamed } = document('a');
  const script: Script = { pages: [page(unnamed, document('b'))] };
  await open(script, { interpreterOf, policy: { mostGone: 0.1, mostChanged: 1, graceDays: 30 } });
  await harvest();
  expect(await house.live()).toEqual(['a', 'b']);
  excluded = 'Not of the sea.';
  await harvest();
  const record = await house.stores.records.findByUpstreamIdentifier('test', 'a');
  expect(record).toMatchObject({ deleted: true, withdrawnReason: 'Not of the sea.' });
});

it('a second document of one name that a rule leaves out does not take the first with it', async () => {
  const [first, second] = ['one', 'two'].map((title) => {
    const { identifier: _, ...unnamed } = document('a', title);
    return unnamed;
  });
  if (!first || !second) throw new Error('no documents');
  const interpreterOf = (): Interpreter => ({
    name: 'rules',
    interpret: (record, problems) => ({
      record,
      problems: [...problems],
      overlaid: false,
      ...(JSON.stringify(record.resource.titles).includes('two') ? { excluded: 'Not of the sea.' } : {}),
    }),
  });
  const script: Script = { pages: [page(first), page(second)] };
  await open(script, { interpreterOf });
  await harvest();
  expect(await house.live()).toEqual(['a']);
  script.pages = [page(document('a', 'new')), page(second)];
  await harvest();
  expect(await house.live()).toEqual(['a']);
});

it('a document that gave nothing is not called a second one where its page is read again', async () => {
  const broken = { ...document('a'), bytes: Buffer.from('<oops') };
  const script: Script = {
    pages: [page(broken, document('b')), { ...page(broken, document('b')), again: true }],
  };
  await open(script);
  const run = await harvest();
  expect(run.counts).toMatchObject({ listed: 4, created: 1, refused: 1 });
  expect((await house.problems(run)).map(({ code }) => code)).not.toContain('duplicate-identifier');
});

it('nothing is asked of an archived source by a run that was paused before', async () => {
  const script: Script = { pages: [page(document('a')), page(document('b'))] };
  const asked = await open(script);
  script.before = async (at) => {
    if (at !== 1) return;
    const [run] = await house.stores.runs.listBySource('test', 1);
    await house.harvester.ask(run?.id ?? '', 'pause');
    await new Promise((resolve) => setTimeout(resolve, 1500));
  };
  const paused = await harvest();
  const source = await house.stores.sources.get('test');
  if (!source) throw new Error('the source is gone');
  await house.stores.sources.save({
    ...source,
    closed: { as: 'archived', at: '2026-01-01T00:00:00Z', wasEnabled: true },
  });
  await expect(house.harvester.resume(paused.id)).rejects.toMatchObject({ code: 'conflict' });
  expect(asked).toEqual([{}]);
});

it('a record that slipped through the list is not taken for the former self of a new one', async () => {
  const glider = (identifier: string): HarvestedDocument => ({
    identifier,
    mediaType: 'application/ld+json',
    bytes: Buffer.from(
      JSON.stringify({
        '@context': 'https://schema.org/',
        '@type': 'Dataset',
        '@id': identifier,
        name: 'Glider sections across the Ligurian current',
        description: 'Repeated sections of temperature and salinity by underwater gliders.',
        identifier: 'https://doi.org/10.17882/56509',
        temporalCoverage: '2010-01-12/2019-11-30',
      }),
    ),
  });
  const script: Script = { pages: [page(glider('urn:a'), document('b'), document('c'))] };
  await open(script);
  await harvest();
  script.pages = [page(glider('urn:new'), document('b'))];
  script.end = { complete: true, stillThere: async () => new Set(['urn:a']) };
  expect(await harvest()).toMatchObject({ counts: { created: 1, withdrawn: 1 } });
  expect(await house.live()).toEqual(['b', 'urn:a', 'urn:new']);
  script.pages = [page(glider('urn:newer'), document('b'), glider('urn:a'))];
  script.end = { complete: true };
  expect(await harvest()).toMatchObject({ counts: { created: 0, renamed: 1, withdrawn: 0 } });
});

it('a fault of ours is told to everybody as one, and to staff with what it says', async () => {
  const script: Script = {
    pages: [page(document('a'))],
    before: () => {
      throw new Error('EACCES: /srv/halocline/secret');
    },
  };
  await open(script);
  const run = await harvest();
  expect(run).toMatchObject({ state: 'failed', message: 'The run failed by a fault of this catalogue.' });
  expect(await house.problems(run)).toMatchObject([{ code: 'run-failed', message: /EACCES/ }]);
});
