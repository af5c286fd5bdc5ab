import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readPart, writerOf } from '#catalogue/formats';
import { compileSelection, selectionOf } from '../../harvesters/selection/index.ts';
import { openTestHarvest, type TestHarvest } from '../../harvesters/testing/index.ts';
import { shared } from '../shared.ts';
import { pygeoapi } from './peers.ts';
import { type Feature, type Pygeoapi, startPygeoapi } from './pygeoapi/index.ts';

const corpus = shared('corpus');
const python = corpus ? await pygeoapi() : null;

const feature = z.looseObject({
  id: z.string(),
  geometry: z.looseObject({}),
  properties: z.record(z.string(), z.unknown()),
});

/** ISO records of the corpus as we write them for OGC API - Records, where they have an area. */
async function featuresOf(folder: string): Promise<Feature[]> {
  const writer = writerOf('ogc-record');
  const features: Feature[] = [];
  for (const entry of await readdir(join(folder, 'iso19139'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.xml')) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const { record } = await readPart({ format: 'iso19139', bytes });
    const id = `record-${String(features.length + 1).padStart(4, '0')}`;
    const pageUrl = `https://catalogue.example.org/records/${id}`;
    const written = record && writer?.write(record, { id, pageUrl, datestamp: '2024-05-01T00:00:00Z' });
    const { data } = feature.safeParse(written && JSON.parse(written.text));
    if (data) features.push(data);
  }
  return features;
}

const retitled = ({ properties, ...rest }: Feature): Feature => ({
  ...rest,
  properties: { ...properties, title: `${properties['title']} (again)` },
});

describe.runIf(corpus && python)('a real pygeoapi with records of the corpus, by OGC API - Records', () => {
  let peer: Pygeoapi;
  let all: Feature[];
  const harvests: TestHarvest[] = [];

  beforeAll(async () => {
    all = await featuresOf(corpus ?? '');
    peer = await startPygeoapi(python?.python ?? '', all);
    process.stdout.write(`pygeoapi has ${all.length} records of the corpus\n`);
  }, 120_000);
  afterAll(async () => {
    await peer.close();
    for (const harvest of harvests) await harvest.close();
  });

  async function open(options: Record<string, string> = {}): Promise<TestHarvest> {
    const harvest = openTestHarvest();
    harvests.push(harvest);
    await harvest.source({ protocol: 'ogc-records', url: peer.address, options });
    return harvest;
  }

  const names = (features: readonly Feature[]) => features.map(({ id }) => id).sort();

  test('is described', async () => {
    const harvest = await open();
    const source = await harvest.stores.sources.get('test');
    const { title, facts } = (source && (await harvest.harvester.describe(source))) ?? {};
    expect(title).toBe('pygeoapi of the tests');
    expect(facts?.at(-1)).toBe(`${all.length} records`);
  });

  test('is harvested in pages, twice, and then again after changes', async () => {
    const harvest = await open();
    const first = await harvest.harvester.harvest('test');
    process.stdout.write(`first: ${JSON.stringify(first.counts)}\n`);
    expect(first).toMatchObject({ state: 'succeeded', counts: { created: all.length, refused: 0 } });
    expect(await harvest.live()).toEqual(names(all));
    const second = await harvest.harvester.harvest('test');
    process.stdout.write(`second: ${JSON.stringify(second.counts)}\n`);
    expect(second).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, updated: 0, unchanged: all.length, withdrawn: 0, refused: 0, problems: 0 },
    });

    const now = all
      .filter((_feature, index) => index % 40 !== 7)
      .map((one, index) => (index % 30 === 3 ? retitled(one) : one));
    const changed = now.filter((one) => !all.includes(one)).length;
    const newcomers = [1, 2, 3].flatMap((number) => {
      const [model] = all;
      return model ? [{ ...retitled(model), id: `newcomer-${number}` }] : [];
    });
    await peer.load([...now, ...newcomers]);
    const third = await harvest.harvester.harvest('test');
    process.stdout.write(`after changes: ${JSON.stringify(third.counts)}\n`);
    expect(third).toMatchObject({
      state: 'succeeded',
      counts: { created: 3, updated: changed, withdrawn: all.length - now.length },
    });
    expect(await harvest.live()).toEqual(names([...now, ...newcomers]));
    await peer.load(all);
  });

  test('loses nothing where a record goes from in front while it is read', async () => {
    const harvest = await open();
    await harvest.harvester.harvest('test');
    let told = 0;
    const during = await harvest.harvester.harvest('test', {
      onProgress: () => {
        told += 1;
        if (told === 1) void peer.load(all.slice(2));
      },
    });
    const codes = (await harvest.problems(during)).map(({ code }) => code);
    process.stdout.write(`while two records go: ${codes.join(', ') || 'nothing to tell'}\n`);
    expect(during).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    expect(await harvest.live()).toEqual(expect.arrayContaining(names(all.slice(2))));
    const after = await harvest.harvester.harvest('test');
    expect(after.state).toBe('succeeded');
    expect(await harvest.live()).toEqual(names(all.slice(2)));
    await peer.load(all);
  });

  test('is asked for an area and a time, which is what would be kept of everything', async () => {
    const whole = await open();
    await whole.harvester.harvest('test');
    for (const options of [
      { bbox: '-10,40,5,52' },
      { bbox: '-180,-80,-120,0' },
      // pygeoapi looks at the dates of the records themselves.
      { datetime: '1990-01-01/..' },
      { bbox: '-10,40,5,52', datetime: '1990-01-01/..' },
    ]) {
      const harvest = await open(options);
      const run = await harvest.harvester.harvest('test');
      expect(run).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
      const live = await harvest.live();
      process.stdout.write(
        `${JSON.stringify(options)}: ${live.length} kept of ${run.counts.listed} listed\n`,
      );
      const outside = compileSelection(selectionOf({ protocol: 'folder', options }), 'folder');
      const expected: string[] = [];
      for (const identifier of await whole.live()) {
        const stored = await whole.stores.records.findByUpstreamIdentifier('test', identifier);
        if (stored && outside?.(stored.record) === undefined) expected.push(identifier);
      }
      expect(live).toEqual(expected);
      expect(live.length).toBeGreaterThan(0);
    }
    const words = await open({ q: 'temperature' });
    const run = await words.harvester.harvest('test');
    process.stdout.write(`q=temperature: ${run.counts.created} of ${run.counts.listed}\n`);
    expect(run.counts.created).toBeGreaterThan(0);
    expect(run.counts.created).toBeLessThan(all.length / 2);
  });

  test('refuses CQL2 in words, since it says that it takes none', async () => {
    const harvest = await open({ filter: "title LIKE '%sea%'" });
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/nothing of filters/),
    });
  });
});
