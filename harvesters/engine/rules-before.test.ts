import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WrittenRecord } from '#ledger';
import { plainInterpreter, readHere } from '../index.ts';
import { parseSourceRules, rulesInterpreter, type SourceRules } from '../rules/index.ts';
import { honestOai, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';
import type { HarvestRun } from '../types.ts';

let readers = 'readers-1';
let harvest: TestHarvest;
let server: Awaited<ReturnType<typeof honestOai>>;
const count = 230;

const rulesOf = (given: unknown): SourceRules => {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
};
const licence = rulesOf({
  rules: [{ id: 'licence', action: { do: 'default-licence', licence: 'CC-BY-4.0' } }],
});
const series = rulesOf({
  filter: { except: { title: 'Section 0003' } },
  rules: [{ id: 'series', action: { do: 'resource-type', type: 'series' } }],
});

beforeEach(async () => {
  readers = 'readers-1';
  harvest = openTestHarvest({
    ports: {
      // Newer readers see more.
      read: async (part, context, pack) => {
        const reading = await readHere(part, context, pack);
        if (!reading.record || readers === 'readers-1') return reading;
        const record = structuredClone(reading.record.record);
        record.resource.supplementalInformation = { en: 'Seen' };
        return { ...reading, record: WrittenRecord.of(record) };
      },
      interpreterOf: ({ rules }) => (rules ? rulesInterpreter(readers, rules) : plainInterpreter(readers)),
    },
  });
  server = await honestOai(() =>
    sampleRecords(count).map((one) => ({ ...one, datestamp: '2024-05-01T00:00:00Z' })),
  );
  await harvest.source({ protocol: 'oai-pmh', url: server.url });
  await harvest.harvester.harvest('test');
});
afterEach(async () => {
  await harvest.close();
  await server.close();
});

async function save(rules: SourceRules): Promise<void> {
  const source = await harvest.stores.sources.get('test');
  if (source) await harvest.stores.sources.save({ ...source, rules }, { actor: 'ada' });
}

/** Saves rules, and has everything that is held read again by them. */
async function reread(rules: SourceRules): Promise<HarvestRun> {
  await save(rules);
  return harvest.harvester.reread('test');
}

const stored = async (number: string) => {
  const found = await harvest.stores.records.findByUpstreamIdentifier(
    'test',
    `oai:example.org:record-${number}`,
  );
  const { type, licences } = found?.record.resource ?? {};
  return {
    type,
    licences: licences?.map(({ id }) => id),
    deleted: found?.deleted,
    overlaid: found?.overlaid,
  };
};
const inForce = async () => (await harvest.stores.sources.get('test'))?.rules;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message?: string }) => `${error.code}: ${error.message}`,
  );

describe('the history of the rules of a source', () => {
  it('keeps every version that says something else, with who and when', async () => {
    await save(licence);
    await save(licence);
    await save(series);
    await save({ rules: [] });
    const versions = await harvest.stores.sources.rulesVersions('test');
    expect(versions.map(({ version, actor, rules }) => [version, actor, rules])).toEqual([
      [3, 'ada', { rules: [] }],
      [2, 'ada', series],
      [1, 'ada', licence],
    ]);
    expect(versions[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });
});

describe('a reading anew by other rules', () => {
  it('is rolled back: records and rules are those of before, and the next reading changes nothing', async () => {
    await reread(licence);
    const progress: (number | undefined)[] = [];
    await save(series);
    const run = await harvest.harvester.reread('test', {
      onProgress: ({ run: { phase }, total }) => {
        if (phase === 'listing') progress.push(total);
      },
    });
    // It knows how much there is to read, from the first page on.
    expect(new Set(progress)).toEqual(new Set([count]));
    expect(run).toMatchObject({ counts: { listed: count, updated: count - 1, withdrawn: 1 } });
    expect(await stored('0003')).toMatchObject({ deleted: true });
    expect(await stored('0001')).toMatchObject({ type: 'series', licences: [] });

    const undone = await harvest.harvester.rollBack(run.id, { actor: 'anna' });
    expect(undone).toMatchObject({ state: 'succeeded', counts: { updated: count, refused: 0 } });
    for (const number of ['0001', '0003', '0230'])
      expect(await stored(number)).toEqual({
        type: 'dataset',
        licences: ['CC-BY-4.0'],
        deleted: false,
        overlaid: true,
      });
    expect(await inForce()).toEqual(licence);
    const [version] = await harvest.stores.sources.rulesVersions('test');
    expect(version).toMatchObject({ version: 3, rules: licence, actor: 'anna', undoes: run.id });
    expect((await harvest.problems(undone)).map(({ code }) => code)).toEqual(['rollback-rules-restored']);

    const before = await harvest.stores.records.latestRevision();
    expect(await harvest.harvester.reread('test')).toMatchObject({ counts: { listed: 0, updated: 0 } });
    expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 0, updated: 0 } });
    expect(await harvest.stores.records.latestRevision()).toBe(before);
    expect(await refusal(harvest.harvester.rollBack(run.id))).toContain('only once');
  });

  it('that brought the first rules is rolled back to none', async () => {
    const run = await reread(licence);
    await harvest.harvester.rollBack(run.id);
    expect(await inForce()).toEqual({ rules: [] });
    expect(await stored('0001')).toEqual({ type: 'dataset', licences: [], deleted: false, overlaid: false });
  });

  it('that was a preview and then approved is rolled back likewise', async () => {
    await save(licence);
    const preview = await harvest.harvester.reread('test', { dryRun: true });
    await harvest.harvester.approve(preview.id);
    expect(await stored('0001')).toMatchObject({ licences: ['CC-BY-4.0'] });
    expect(await harvest.harvester.rollBack(preview.id)).toMatchObject({ state: 'succeeded' });
    expect(await stored('0001')).toMatchObject({ licences: [] });
  });

  it('goes on where the rolling back was interrupted', async () => {
    const run = await reread(licence);
    const stop = new AbortController();
    const first = await harvest.harvester.rollBack(run.id, {
      signal: stop.signal,
      onProgress: ({ run: { phase } }) => {
        if (phase === 'committing') stop.abort(new Error('The process ends.'));
      },
    });
    expect(first).toMatchObject({ state: 'interrupted', phase: 'committing' });
    // The rules went back first: whatever reads again meanwhile reads by them.
    expect(await inForce()).toEqual({ rules: [] });
    const second = await harvest.harvester.rollBack(run.id);
    expect(second).toMatchObject({
      id: first.id,
      state: 'succeeded',
      counts: { updated: count, refused: 0 },
    });
    expect(await stored('0230')).toMatchObject({ licences: [] });
  });

  it('is not rolled back once the rules are others again: it says what to do', async () => {
    const run = await reread(licence);
    await save(series);
    expect(await refusal(harvest.harvester.rollBack(run.id))).toMatch(/^conflict: .*changed again since/);
    expect(await inForce()).toEqual(series);
    // Brought back by hand, it is.
    await save({ rules: [] });
    expect(await harvest.harvester.rollBack(run.id)).toMatchObject({ state: 'succeeded' });
    expect(await stored('0001')).toMatchObject({ licences: [] });
  });

  it('that only newer readers asked for has nothing to go back to', async () => {
    const run = await reread(licence);
    readers = 'readers-2';
    const again = await harvest.harvester.reread('test');
    expect(again).toMatchObject({ counts: { listed: count, updated: count } });
    expect(await refusal(harvest.harvester.rollBack(again.id))).toMatch(/^conflict: .*newer readers/);
    expect(await harvest.harvester.rollBack(run.id)).toMatchObject({ state: 'succeeded' });
  });
});

describe('a harvest that was the first to apply other rules', () => {
  it('takes them along when it is rolled back', async () => {
    await save(series);
    const run = await harvest.harvester.harvest('test', { force: true });
    expect(run).toMatchObject({ counts: { updated: count - 1, withdrawn: 1 } });
    await harvest.harvester.rollBack(run.id);
    expect(await inForce()).toEqual({ rules: [] });
    expect(await stored('0003')).toEqual({ type: 'dataset', licences: [], deleted: false, overlaid: false });
  });

  it('leaves rules alone that were changed since', async () => {
    await save(series);
    const run = await harvest.harvester.harvest('test', { force: true });
    await save(licence);
    expect(await harvest.harvester.rollBack(run.id)).toMatchObject({ state: 'succeeded' });
    expect(await inForce()).toEqual(licence);
    expect(await stored('0003')).toMatchObject({ type: 'dataset', licences: ['CC-BY-4.0'] });
  });
});
