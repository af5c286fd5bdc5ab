import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#accounts';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import type { HarvestRun } from '../index.ts';
import {
  createHarvestDesk,
  type HarvestDesk,
  previewRules,
  protocols,
  type SourceDraft,
  type SourceRules,
} from '../index.ts';
import { openTestHarvest, type TestHarvest } from '../testing/index.ts';

type Grants = Extract<Actor, { kind: 'person' }>['grants'];

const person = (...grants: Grants): Actor => ({
  kind: 'person',
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: 's',
  grants,
});
const curator = person({ role: 'curator', scope: { kind: 'global' } });
const curatorOfTest = person({ role: 'curator', scope: { kind: 'source', id: 'test' } });
const curatorOfOther = person({ role: 'curator', scope: { kind: 'source', id: 'other' } });
const reader = person({ role: 'reader', scope: { kind: 'global' } });
const anonymous: Actor = { kind: 'anonymous' };

const now = Date.UTC(2026, 10, 25, 12);
const draft: SourceDraft = {
  names: { en: 'Sea centre', fr: '' },
  descriptions: { en: '', fr: '' },
  protocol: 'csw',
  url: 'https://ada:secret@example.org/csw',
  options: {},
  enabled: true,
  allowPrivateAddresses: false,
  policy: { mostGone: 0.1, mostChanged: 1, graceDays: 0 },
};
const run = (more: Partial<HarvestRun> = {}): HarvestRun => ({
  id: 'run-1',
  sourceId: 'test',
  kind: 'harvest',
  state: 'running',
  phase: 'listing',
  actor: 'system',
  dryRun: false,
  full: false,
  startedAt: '2026-11-25T11:00:00Z',
  counts: { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 },
  ...more,
});

let house: TestHarvest;
let desk: HarvestDesk;
let trail: [actor: string, action: string, subject: string, details: Record<string, unknown>][];
beforeEach(async () => {
  house = openTestHarvest();
  trail = [];
  const { sources, runs, jobs } = house.stores;
  desk = createHarvestDesk({
    sources,
    runs,
    jobs,
    digests: house.stores.digests,
    accounts: house.stores.accounts,
    harvester: house.harvester,
    protocols,
    fetcher: createTestFetcher(),
    log: createLog('silent', 'test'),
    audit: async (actor, action, subject, details = {}) => {
      trail.push([actor.kind === 'person' ? actor.id : actor.kind, action, subject, details]);
    },
    previewRules: (_sourceId, rules) => previewRules([], rules),
    clock: () => now,
  });
  await house.source({ protocol: 'csw', url: 'https://example.org/csw' });
  await house.source({ id: 'other', protocol: 'folder', url: '/srv/records' });
});
afterEach(() => house.close());

/** Code of the error that a work ends with. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('who may do what', () => {
  const deeds: [string, (actor: Actor) => Promise<unknown>][] = [
    ['see a source', (actor) => desk.source(actor, 'test')],
    ['see its orders', (actor) => desk.orders(actor, 'test')],
    ['change it', (actor) => desk.change(actor, 'test', draft)],
    ['harvest it', (actor) => desk.order(actor, { action: 'harvest', sourceId: 'test' })],
    ['see a run', (actor) => desk.run(actor, 'run-1')],
    ['pause a run', (actor) => desk.ask(actor, 'run-1', 'pause')],
    ['roll a run back', (actor) => desk.order(actor, { action: 'roll-back', runId: 'run-1' })],
  ];
  test.each(deeds)('%s', async (_what, deed) => {
    await house.stores.runs.begin(run(), 60);
    expect(await refusal(deed(anonymous))).toBe('unauthenticated');
    expect(await refusal(deed(reader))).toBe('forbidden');
    expect(await refusal(deed(curatorOfOther))).toBe('forbidden');
    expect(trail).toEqual([]);
    expect(await house.stores.jobs.list('queued', 10)).toEqual([]);
    expect(await refusal(deed(curatorOfTest))).toBe('done');
    expect(await refusal(deed(curator))).toBe('done');
  });

  test('discard a run', async () => {
    await house.stores.runs.begin(run(), 60);
    await house.stores.runs.finish(run({ state: 'held' }));
    expect(await refusal(desk.discard(anonymous, 'run-1'))).toBe('unauthenticated');
    expect(await refusal(desk.discard(curatorOfOther, 'run-1'))).toBe('forbidden');
    expect(await refusal(desk.discard(curatorOfTest, 'run-1'))).toBe('done');
    expect((await house.stores.runs.get('run-1'))?.state).toBe('cancelled');
    expect(await refusal(desk.discard(curatorOfTest, 'run-1'))).toBe('conflict');
  });

  test('only who looks after the whole catalogue adds sources, or has foreign servers asked', async () => {
    expect(await refusal(desk.add(curatorOfTest, 'new', draft))).toBe('forbidden');
    expect(await refusal(desk.detect(curatorOfTest, 'https://example.org/', false))).toBe('forbidden');
    expect(desk.mayAdd(curatorOfTest)).toBe(false);
    expect(await refusal(desk.add(curator, 'new', draft))).toBe('done');
    expect((await house.stores.sources.get('new'))?.createdAt).toBe('2026-11-25T12:00:00Z');
    expect(await refusal(desk.add(curator, 'new', draft))).toBe('conflict');
  });

  test('the list shows what one looks after', async () => {
    expect((await desk.sources(curator)).map(({ id }) => id)).toEqual(['other', 'test']);
    expect((await desk.sources(curatorOfTest)).map(({ id }) => id)).toEqual(['test']);
    expect(await refusal(desk.sources(reader))).toBe('forbidden');
    expect(await refusal(desk.sources(anonymous))).toBe('unauthenticated');
  });

  test('who may not ask does not learn what there is', async () => {
    expect(await refusal(desk.source(reader, 'nowhere'))).toBe('forbidden');
    expect(await refusal(desk.run(curatorOfTest, 'nowhere'))).toBe('forbidden');
    expect(await refusal(desk.run(curator, 'nowhere'))).toBe('not-found');
  });
});

describe('what stands beside a source', () => {
  const settings = () => desk.settings(curatorOfTest, 'test');

  test('is for who may change it', async () => {
    const producer = person({ role: 'producer', scope: { kind: 'source', id: 'test' } });
    expect(await refusal(desk.settings(producer, 'test'))).toBe('forbidden');
    expect(await refusal(desk.settings(anonymous, 'test'))).toBe('unauthenticated');
    expect(await settings()).toEqual({ digest: {} });
  });

  test('precedence and letters are kept, stay unless told, and are given up again', async () => {
    const digest = { frequency: 'daily', recipients: ['a@example.org'] } as const;
    const told = { ...digest, recipients: [...digest.recipients] };
    await desk.change(curatorOfTest, 'test', { ...draft, precedence: 7, digest: told });
    expect((await house.stores.sources.get('test'))?.precedence).toBe(7);
    expect(await settings()).toEqual({ digest });
    expect(trail.at(-1)?.[3]['changed']).toMatch(/precedence.*, digest$/);
    await desk.change(curatorOfTest, 'test', draft);
    expect((await house.stores.sources.get('test'))?.precedence).toBe(7);
    expect(await settings()).toEqual({ digest });
    trail = [];
    await desk.change(curatorOfTest, 'test', { ...draft, precedence: 7, digest: told });
    expect(trail).toEqual([]);
    await desk.change(curatorOfTest, 'test', { ...draft, precedence: null, digest: {} });
    expect((await house.stores.sources.get('test'))?.precedence).toBeUndefined();
    expect(await settings()).toEqual({ digest: {} });
  });

  test('an owner is somebody with an account', async () => {
    const unknown = desk.change(curatorOfTest, 'test', { ...draft, owner: 'nobody@example.org' });
    await expect(unknown).rejects.toMatchObject({ code: 'invalid', field: 'owner' });
    expect(trail).toEqual([]);
  });
});

test('who looks after one source has no private network asked by it', async () => {
  const inside = { ...draft, url: 'http://10.1.2.3/csw', allowPrivateAddresses: true };
  await desk.change(curator, 'test', draft);
  const refused = { code: 'forbidden', field: 'allowPrivate' };
  await expect(desk.change(curatorOfTest, 'test', inside)).rejects.toMatchObject(refused);
  await expect(
    desk.change(curatorOfTest, 'test', { ...draft, protocol: 'archive', url: '/srv/data' }),
  ).rejects.toMatchObject(refused);
  expect(await refusal(desk.change(curatorOfTest, 'test', { ...draft, url: 'https://example.org/b' }))).toBe(
    'done',
  );
  expect(await refusal(desk.change(curator, 'test', inside))).toBe('done');
  expect(await refusal(desk.change(curatorOfTest, 'test', { ...inside, enabled: false }))).toBe('done');
  await expect(
    desk.change(curatorOfTest, 'test', { ...inside, url: 'http://10.1.2.4/csw' }),
  ).rejects.toMatchObject(refused);
});

describe('a producer', () => {
  const owner = person({ role: 'producer', scope: { kind: 'source', id: 'test' } });
  const depositor = person({ role: 'producer', scope: { kind: 'global' } });
  const rules: SourceRules = { rules: [{ id: 'french', action: { do: 'language', language: 'fr' } }] };
  const allowed: [string, (actor: Actor, sourceId: string) => Promise<unknown>][] = [
    ['sees it', (actor, sourceId) => desk.source(actor, sourceId)],
    ['previews it', (actor, sourceId) => desk.order(actor, { action: 'harvest', sourceId, dryRun: true })],
    ['tries rules', (actor, sourceId) => desk.previewRules(actor, sourceId, rules)],
    ['sets rules', (actor, sourceId) => desk.setRules(actor, sourceId, rules)],
    ['reads their history', (actor, sourceId) => desk.rulesVersions(actor, sourceId)],
  ];
  test.each(allowed)('%s, and no other source', async (_what, deed) => {
    expect(await refusal(deed(owner, 'test'))).toBe('done');
    expect(await refusal(deed(owner, 'other'))).toBe('forbidden');
    // A grant to deposit anywhere makes nobody's source one's own.
    expect(await refusal(deed(depositor, 'test'))).toBe('forbidden');
  });
  test('stores nothing, and changes nothing else of it', async () => {
    await house.stores.runs.begin(run(), 60);
    const denied = [
      desk.change(owner, 'test', draft),
      desk.order(owner, { action: 'harvest', sourceId: 'test' }),
      desk.order(owner, { action: 'reread', sourceId: 'test' }),
      desk.order(owner, { action: 'approve', runId: 'run-1' }),
      desk.ask(owner, 'run-1', 'cancel'),
      desk.discard(owner, 'run-1'),
      desk.add(owner, 'new', draft),
    ];
    for (const deed of denied) expect(await refusal(deed)).toBe('forbidden');
    expect((await desk.sources(owner)).map(({ id }) => id)).toEqual(['test']);
    expect((await desk.run(owner, 'run-1')).run.id).toBe('run-1');
  });
  test('who sets rules sees the difference before anything is stored', async () => {
    expect(await desk.setRules(owner, 'test', rules)).toBe(true);
    expect((await house.stores.sources.get('test'))?.rules).toEqual(rules);
    expect(await desk.orders(owner, 'test')).toMatchObject([
      { state: 'queued', order: { action: 'reread', sourceId: 'test', dryRun: true } },
    ]);
    expect(trail.map(([, action, subject]) => [action, subject])).toEqual([
      ['source.rules-changed', 'source:test'],
      ['harvest.reread', 'source:test'],
    ]);
    expect(await desk.setRules(owner, 'test', rules)).toBe(false);
    expect(await desk.rulesVersions(owner, 'test')).toMatchObject([
      { version: 1, rules, actor: trail[0]?.[0] },
    ]);
    expect(trail).toHaveLength(2);
  });
});

describe('what is done', () => {
  test('stands in the audit trail, without passwords', async () => {
    await desk.add(curator, 'new', draft);
    await desk.change(curator, 'new', { ...draft, schedule: '0 3 * * *', contactEmail: 'sea@example.org' });
    await desk.order(curator, { action: 'harvest', sourceId: 'new', dryRun: true });
    expect(trail).toEqual([
      ['ada', 'source.added', 'source:new', { protocol: 'csw', url: 'https://***@example.org/csw' }],
      ['ada', 'source.changed', 'source:new', { changed: 'contactEmail, schedule' }],
      ['ada', 'harvest.harvest', 'source:new', { dryRun: true, sourceId: 'new' }],
    ]);
  });

  test('a change that changes nothing is none', async () => {
    await desk.add(curator, 'new', draft);
    await desk.change(curator, 'new', draft);
    expect(trail).toHaveLength(1);
  });

  test('an order waits once, with whoever gave it', async () => {
    const order = { action: 'harvest', sourceId: 'test' } as const;
    await desk.order(curator, order);
    await desk.order(curatorOfTest, { ...order, dryRun: false });
    await desk.order(curator, { ...order, dryRun: true });
    expect((await desk.orders(curator, 'test')).map(({ state, order: placed }) => [state, placed])).toEqual([
      ['queued', { ...order, dryRun: true, actor: 'ada' }],
      ['queued', { ...order, actor: 'ada' }],
    ]);
    expect(await desk.orders(curator, 'other')).toEqual([]);
  });

  test('what an order could not do is told', async () => {
    await house.stores.runs.begin(run(), 60);
    await desk.order(curator, { action: 'resume', runId: 'run-1' });
    const job = await house.stores.jobs.lease(['harvest'], 'worker', 60);
    await house.stores.jobs.fail(job?.id ?? 0, 'worker', 'It is not paused.', null);
    expect(await desk.orders(curator, 'test')).toMatchObject([
      { state: 'failed', order: { action: 'resume', runId: 'run-1' }, error: 'It is not paused.' },
    ]);
  });

  test('a run that is over is not paused', async () => {
    await house.stores.runs.begin(run(), 60);
    await house.stores.runs.finish(run({ state: 'succeeded' }));
    expect(await refusal(desk.ask(curator, 'run-1', 'pause'))).toBe('conflict');
  });
});

test('folders of this machine are named by command only; those named already stay', async () => {
  const folder = { ...draft, protocol: 'folder', url: '/etc' } as const;
  expect(await refusal(desk.add(curator, 'new', folder))).toBe('invalid');
  expect(await refusal(desk.change(curator, 'test', folder))).toBe('invalid');
  expect(await refusal(desk.change(curator, 'other', folder))).toBe('invalid');
  expect(await refusal(desk.change(curator, 'other', { ...folder, url: '/srv/records' }))).toBe('done');
});

test('an archive is a whole path, and is no way to another protocol on this machine', async () => {
  const place = { ...draft, protocol: 'archive', url: '/srv/data' } as const;
  expect(await refusal(desk.add(curator, 'data', { ...place, url: 'data' }))).toBe('invalid');
  expect(await refusal(desk.add(curator, 'data', place))).toBe('done');
  expect(await refusal(desk.change(curator, 'data', { ...place, protocol: 'folder' }))).toBe('invalid');
});

test('a source that sends its documents can be neither scheduled nor asked', async () => {
  const sends = { ...draft, protocol: 'push' } as const;
  expect(await refusal(desk.add(curator, 'new', { ...sends, schedule: '0 3 * * *' }))).toBe('invalid');
  expect(await refusal(desk.add(curator, 'new', sends))).toBe('done');
  for (const dryRun of [false, true])
    expect(await refusal(desk.order(curator, { action: 'harvest', sourceId: 'new', dryRun }))).toBe(
      'conflict',
    );
  expect(await refusal(desk.order(curator, { action: 'reread', sourceId: 'new' }))).toBe('done');
  expect(await refusal(house.harvester.harvest('new'))).toBe('conflict');
  expect(await house.stores.runs.listBySource('new', 1)).toEqual([]);
});
