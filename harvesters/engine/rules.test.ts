import { afterEach, describe, expect, it } from 'vitest';
import { readPart } from '#catalogue/formats';
import { plainInterpreter } from '../index.ts';
import { parseSourceRules, previewRules, rulesInterpreter, type SourceRules } from '../rules/index.ts';
import {
  honestFolder,
  honestOai,
  openTestHarvest,
  sampleRecords,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

function rulesOf(given: unknown): SourceRules {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
}

const licence = rulesOf({
  rules: [
    { id: 'licence', action: { do: 'default-licence', licence: 'CC-BY-4.0' } },
    {
      id: 'first-is-series',
      when: { title: 'Section 0001' },
      action: { do: 'resource-type', type: 'series' },
    },
  ],
});

function open(): TestHarvest {
  const harvest = openTestHarvest({
    ports: {
      interpreterOf: ({ rules }) =>
        rules ? rulesInterpreter('readers', rules) : plainInterpreter('readers'),
    },
  });
  closing.push(harvest);
  return harvest;
}

const stored = (harvest: TestHarvest, identifier: string) =>
  harvest.stores.records.findByUpstreamIdentifier('test', identifier);

describe('the rules of a source', () => {
  it('are applied when they change, to what is held, and the run tells how many records each changed', async () => {
    const harvest = open();
    const server = await honestOai(() =>
      sampleRecords(3).map((one) => ({ ...one, datestamp: '2024-05-01T00:00:00Z' })),
    );
    closing.push(server);
    const source = await harvest.source({ protocol: 'oai-pmh', url: server.url });
    const plain = await harvest.harvester.harvest('test');
    expect(plain).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect(plain.rules).toBeUndefined();
    await harvest.source({ ...source, rules: licence });
    expect((await harvest.stores.sources.get('test'))?.rules).toEqual(licence);
    const run = await harvest.harvester.reread('test');
    expect(run).toMatchObject({
      kind: 'reread',
      state: 'succeeded',
      counts: { updated: 3, byRule: { licence: 3, 'first-is-series': 1 } },
    });
    expect(await harvest.stores.runs.get(run.id)).toEqual(run);
    expect(await stored(harvest, 'oai:example.org:record-0001')).toMatchObject({
      overlaid: true,
      record: { resource: { type: 'series', licences: [{ id: 'CC-BY-4.0' }] } },
    });
    // The bytes of the source stay as they came: without the rules the record is again what they say.
    await harvest.source(source);
    await harvest.harvester.reread('test');
    expect(await stored(harvest, 'oai:example.org:record-0001')).toMatchObject({
      overlaid: false,
      record: { resource: { type: 'dataset', licences: [] } },
    });
  });

  it('that leave less out bring in the next harvest what was left out before', async () => {
    const harvest = open();
    const server = await honestOai(() =>
      sampleRecords(4).map((one) => ({ ...one, datestamp: '2024-05-01T00:00:00Z' })),
    );
    closing.push(server);
    const filter = (title: string) => rulesOf({ filter: { except: { title } } });
    const source = await harvest.source({
      protocol: 'oai-pmh',
      url: server.url,
      rules: filter('Section 0002'),
    });
    expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 3, excluded: 1 } });
    const incremental = await harvest.harvester.harvest('test');
    expect(incremental).toMatchObject({ state: 'succeeded', counts: { withdrawn: 0 } });
    await harvest.source({ ...source, rules: filter('Section 0003') });
    expect(await harvest.harvester.harvest('test', { force: true })).toMatchObject({
      state: 'succeeded',
      counts: { listed: 4, created: 1, excluded: 1, withdrawn: 1 },
    });
    expect(await harvest.live()).toEqual(
      ['0001', '0002', '0004'].map((number) => `oai:example.org:record-${number}`),
    );
  });

  it('may take some sets of a repository only, and withdraw what leaves them', async () => {
    const harvest = open();
    const setsOf = [['ocean:physics'], ['land'], ['ocean', 'draft'], ['oceanography']];
    const server = await honestOai(() =>
      sampleRecords(4).map((one, index) => ({
        ...one,
        datestamp: '2024-05-01T00:00:00Z',
        sets: setsOf[index] ?? [],
      })),
    );
    closing.push(server);
    const taking = (sets: object) => rulesOf({ filter: { sets } });
    const source = await harvest.source({
      protocol: 'oai-pmh',
      url: server.url,
      rules: taking({ only: ['ocean'] }),
    });
    expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 2, excluded: 2 } });
    // What is held tells no sets: reading it anew keeps it, the next harvest knows more.
    await harvest.source({ ...source, rules: taking({ only: ['ocean'], except: ['draft'] }) });
    expect(await harvest.harvester.reread('test')).toMatchObject({ counts: { withdrawn: 0 } });
    expect(await harvest.harvester.harvest('test', { force: true })).toMatchObject({
      counts: { excluded: 3, withdrawn: 1, unchanged: 1 },
    });
    expect(await harvest.live()).toEqual(['oai:example.org:record-0001']);
  });

  it('may refuse records; what is held of them stays', async () => {
    const harvest = open();
    const server = await honestFolder(() => sampleRecords(2));
    closing.push(server);
    const rules = rulesOf({ refuse: { without: ['licence'] } });
    await harvest.source({ protocol: 'folder', url: `${server.url}/`, rules });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ counts: { created: 0, refused: 2 } });
    expect(await harvest.problems(run)).toMatchObject([
      { code: 'validation-refused', identifier: 'record-0001', message: /Missing: Licence/ },
      { code: 'validation-refused' },
    ]);
  });

  it('that are not understood stop the harvest before it begins', async () => {
    const harvest = open();
    const rules: SourceRules = JSON.parse('{"rules":[{"id":"x","action":{"do":"unheard-of"}}]}');
    await harvest.source({ protocol: 'folder', url: 'http://127.0.0.1:1/', rules });
    await expect(harvest.harvester.harvest('test')).rejects.toMatchObject({ code: 'invalid' });
    expect(await harvest.stores.runs.listBySource('test', 1)).toEqual([]);
  });

  it('are previewed over documents as they are read', async () => {
    const harvest = open();
    const server = await honestFolder(() => sampleRecords(3));
    closing.push(server);
    await harvest.source({ protocol: 'folder', url: `${server.url}/` });
    await harvest.harvester.harvest('test');
    const { records, writer } = harvest.stores;
    async function* held() {
      for (const { recordId, upstreamIdentifier: identifier } of await writer.listLive('test', '', 10)) {
        const original = await records.original(recordId, 'staff');
        const read = original && (await readPart(original));
        if (original && read?.record) yield { identifier, format: original.format, record: read.record };
      }
    }
    expect(await previewRules(held(), licence)).toMatchObject({
      records: 3,
      overlaid: 3,
      rules: [
        { id: 'licence', changed: 3 },
        { id: 'first-is-series', changed: 1, examples: [{ identifier: 'record-0001', after: 'series' }] },
      ],
    });
    expect(await records.latestRevision()).toBe(3);
  });
});
