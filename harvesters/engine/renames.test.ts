import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestHarvest, type TestHarvest } from '../testing/index.ts';
import type { HarvestSource } from '../types.ts';

type Described = { id: string; title: string; doi?: string; west?: number };

/** A schema.org document in a folder; its identifier is what the source calls the record by. */
const document = ({ id, title, doi, west = 7 }: Described) =>
  JSON.stringify({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': id,
    name: title,
    description: `${title}: repeated sections of temperature and salinity by underwater gliders, quality controlled.`,
    ...(doi ? { identifier: `https://doi.org/${doi}` } : {}),
    temporalCoverage: '2010-01-12/2019-11-30',
    spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: `42 ${west} 44 ${west + 2}` } },
    creator: { '@type': 'Organization', name: 'Institut de la Mer' },
  });

const gliders = 'Glider sections across the Ligurian current';
const seas = [
  'Tide gauges of Brest harbour',
  'Seals of Kerguelen islands',
  'Plankton of the Bay of Seine',
  'Corals of Lacaze canyon',
  'Currents of the Ushant front',
  'Swell off the Gascogne coast',
  'Oxygen of the Thau lagoon',
];

let harvest: TestHarvest;
let folder: string;
let files: string[] = [];
beforeEach(() => {
  harvest = openTestHarvest();
  folder = mkdtempSync(join(tmpdir(), 'renames-'));
});
afterEach(async () => {
  await harvest.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the source has from now on. */
function serve(...described: Described[]): void {
  for (const file of files) rmSync(join(folder, file), { force: true });
  files = described.map(({ id }) => `${id.replace(/\W/g, '-')}.jsonld`);
  for (const [index, one] of described.entries())
    writeFileSync(join(folder, files[index] ?? ''), document(one));
}
const source = (more: Partial<HarvestSource> = {}) =>
  harvest.source({ protocol: 'folder', url: folder, ...more });
const recordOf = (identifier: string) => harvest.stores.records.findByUpstreamIdentifier('test', identifier);
const others = seas.map((title, index) => ({ id: `urn:sea:${index}`, title, west: index }));

describe('a source that calls a record otherwise', () => {
  it('changes it: same address here, old identifier leads to it, nobody is told that one is gone', async () => {
    await source();
    serve({ id: 'urn:old:1', title: gliders, doi: '10.17882/1' }, ...others);
    await harvest.harvester.harvest('test');
    const before = await recordOf('urn:old:1');
    serve({ id: 'urn:new:1', title: `${gliders} (2026)`, doi: '10.17882/1' }, ...others);
    const dry = await harvest.harvester.harvest('test', { dryRun: true });
    expect(await harvest.stores.runs.countStaged(dry.id)).toMatchObject({
      renamed: 1,
      created: 0,
      withdrawn: 0,
    });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 0, renamed: 1, withdrawn: 0 } });
    const after = await recordOf('urn:new:1');
    expect(after).toMatchObject({ id: before?.id, deleted: false, upstreamIdentifier: 'urn:new:1' });
    expect((await recordOf('urn:old:1'))?.id).toBe(before?.id);
    const [, renamed] = (await harvest.stores.records.revisionsOf(before?.id ?? '')).filter(
      ({ kind }) => kind === 'content',
    );
    expect(renamed).toMatchObject({ change: 'renamed', reason: 'Its source called it "urn:old:1" before.' });
    const again = await harvest.harvester.harvest('test');
    expect(again.counts).toMatchObject({ created: 0, updated: 0, withdrawn: 0, unchanged: 8 });
  });

  it('is not held for it, though every identifier changed; the 181st harvest shows what the first one did', async () => {
    await source();
    serve(...others);
    await harvest.harvester.harvest('test');
    const ids = await Promise.all(others.map(async ({ id }) => (await recordOf(id))?.id));
    for (const round of [1, 2, 3]) {
      const renamed = others.map((other) => ({ ...other, id: `${other.id}:${round}` }));
      serve(...renamed);
      expect(await harvest.harvester.harvest('test')).toMatchObject({
        state: 'succeeded',
        counts: { renamed: 7, withdrawn: 0 },
      });
      expect(await Promise.all(renamed.map(async ({ id }) => (await recordOf(id))?.id))).toEqual(ids);
    }
    expect(await Promise.all(others.map(async ({ id }) => (await recordOf(id))?.id))).toEqual(ids);
  });

  it('is recognised within the grace period, and goes back to its former name', async () => {
    await source({ policy: { mostGone: 1, mostChanged: 1, graceDays: 7 } });
    serve({ id: 'urn:old:1', title: gliders, doi: '10.17882/1' }, ...others);
    await harvest.harvester.harvest('test');
    const before = await recordOf('urn:old:1');
    serve(...others);
    expect((await harvest.harvester.harvest('test')).counts.withdrawn).toBe(0);
    serve({ id: 'urn:new:1', title: gliders, doi: '10.17882/1' }, ...others);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ renamed: 1, created: 0 });
    expect((await recordOf('urn:new:1'))?.id).toBe(before?.id);
    serve({ id: 'urn:old:1', title: gliders, doi: '10.17882/1' }, ...others);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ renamed: 1, created: 0 });
    expect(await recordOf('urn:old:1')).toMatchObject({ id: before?.id, upstreamIdentifier: 'urn:old:1' });
    expect((await recordOf('urn:new:1'))?.id).toBe(before?.id);
  });

  it('can be rolled back', async () => {
    await source();
    serve({ id: 'urn:old:1', title: gliders }, ...others);
    await harvest.harvester.harvest('test');
    const before = await recordOf('urn:old:1');
    serve({ id: 'urn:new:1', title: gliders }, ...others);
    const run = await harvest.harvester.harvest('test');
    expect(run.counts.renamed).toBe(1);
    expect((await harvest.harvester.rollBack(run.id)).state).toBe('succeeded');
    expect(await recordOf('urn:old:1')).toMatchObject({
      id: before?.id,
      upstreamIdentifier: 'urn:old:1',
      deleted: false,
    });
  });
});

describe('what is not taken for a change of identifier', () => {
  it('another resource, and one of several that fit equally well', async () => {
    await source();
    serve(
      { id: 'urn:old:1', title: gliders },
      { id: 'urn:old:2', title: gliders },
      { id: 'urn:old:3', title: 'Sponges of the Lion canyon heads', west: 30 },
      ...others,
    );
    await harvest.harvester.harvest('test');
    serve(
      { id: 'urn:new:1', title: gliders },
      { id: 'urn:new:3', title: 'Whales of the Pelagos sanctuary', west: 40 },
      ...others,
    );
    const { counts } = await harvest.harvester.harvest('test');
    expect(counts.renamed).toBeUndefined();
    expect(counts).toMatchObject({ created: 2, withdrawn: 3 });
  });

  it('a second record while the first is still listed', async () => {
    await source();
    serve({ id: 'urn:old:1', title: gliders, doi: '10.17882/1' }, ...others);
    await harvest.harvester.harvest('test');
    serve(
      { id: 'urn:old:1', title: gliders, doi: '10.17882/1' },
      { id: 'urn:new:1', title: gliders, doi: '10.17882/1' },
      ...others.slice(1),
    );
    const { counts } = await harvest.harvester.harvest('test');
    expect(counts).toMatchObject({ created: 1, withdrawn: 1 });
    expect((await recordOf('urn:new:1'))?.id).not.toBe((await recordOf('urn:old:1'))?.id);
  });
});

describe('a run that is stopped once it has recognised records', () => {
  it('goes on with what it recognised: nothing of it is withdrawn', async () => {
    await source();
    serve({ id: 'urn:old:1', title: gliders }, ...others);
    await harvest.harvester.harvest('test');
    const before = await recordOf('urn:old:1');
    serve({ id: 'urn:new:1', title: gliders }, ...others);
    const { runs } = harvest.stores;
    const stop = new AbortController();
    const stage = runs.stageRenames;
    runs.stageRenames = async (...given) => {
      await stage(...given);
      stop.abort(new Error('The process is stopped.'));
    };
    const stopped = await harvest.harvester.harvest('test', { signal: stop.signal });
    expect(stopped.state).toBe('interrupted');
    runs.stageRenames = stage;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ id: stopped.id, state: 'succeeded', counts: { renamed: 1, withdrawn: 0 } });
    expect(await recordOf('urn:new:1')).toMatchObject({ id: before?.id, deleted: false });
    expect((await recordOf('urn:old:1'))?.id).toBe(before?.id);
  });
});
