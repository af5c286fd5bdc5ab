import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formats, writerOf } from '#catalogue/formats';
import { emptyRecord } from '#catalogue/model';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals, type DocumentValidator } from '#protocols/originals';
import { createLog } from '#runtime/log';
import { shared } from '#tests/shared.ts';
import { openTestHarvest, type TestHarvest } from '../harvesters/testing/index.ts';
import { describePreview, rulesIn } from './cli/source-rules.ts';
import { createDocumentValidator } from './document-validator.ts';
import { interpreterOf } from './interpretation.ts';
import { previewHeld } from './preview-rules.ts';

const schemas = shared('schemas');
let folder: string;
let harvest: TestHarvest;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'halocline-rules-'));
  harvest = openTestHarvest({ ports: { interpreterOf: (source) => interpreterOf(source) } });
});
afterEach(async () => {
  await harvest.close();
  await rm(folder, { recursive: true });
});

/** A valid document without a licence, with a remark and an order that we would not write. */
function documentOf(identifier: string): string {
  const record = emptyRecord();
  record.metadataIdentifier = identifier;
  record.datestamp = '2024-05-06';
  record.language = 'en';
  Object.assign(record.resource, { titles: { en: 'Salinity' }, abstracts: { en: 'Salt in the sea' } });
  record.resource.dates.push({ type: 'publication', date: '2021-03' });
  record.resource.keywords.push({ label: { en: 'SST' } }, { label: { en: 'internal' } });
  const context = { id: identifier, pageUrl: 'https://example.org/', datestamp: '2026-01-02T03:04:05Z' };
  const written = writerOf('iso19139')?.write(record, context);
  return (written?.text ?? '').replace('<gmd:fileIdentifier>', '<!-- by hand -->\n  <gmd:fileIdentifier>');
}

async function harvested(rules: unknown): Promise<void> {
  const documents = join(folder, 'documents');
  await mkdir(documents);
  await writeFile(join(documents, 'theirs.xml'), documentOf('theirs'));
  await writeFile(join(folder, 'rules.json'), JSON.stringify(rules));
  await harvest.source({
    protocol: 'folder',
    url: documents,
    rules: await rulesIn(join(folder, 'rules.json')),
  });
  expect(await harvest.harvester.harvest('test')).toMatchObject({
    state: 'succeeded',
    counts: { created: 1 },
  });
}

async function handedOn(isValid: DocumentValidator): Promise<string> {
  const { records } = harvest.stores;
  const oai = createOaiPmh({
    records,
    originals: createOriginals(records, isValid),
    formats,
    sets: catalogueSets(async () => []),
    config: {
      publicBaseUrl: 'https://catalogue.example.org',
      repositoryIdentifier: 'catalogue.example.org',
      repositoryName: 'Catalogue',
      adminEmail: 'admin@catalogue.example.org',
    },
    clock: Date.now,
  });
  const stored = await records.findByUpstreamIdentifier('test', 'theirs');
  const query = `verb=GetRecord&metadataPrefix=iso19139&identifier=oai:catalogue.example.org:${stored?.id}`;
  return (await oai(new Request(`https://catalogue.example.org/oai?${query}`))).text();
}

const licence = { id: 'licence', action: { do: 'default-licence', licence: 'CC-BY-4.0' } };

describe.runIf(schemas)('what rules of a source changed, handed on with the schemas of the folder', () => {
  it.each([
    ['a default licence', licence, /creativecommons\.org\/licenses\/by\/4\.0/],
    [
      'another keyword',
      { id: 'k', action: { do: 'replace-keyword', keyword: 'sst', label: { en: 'Sea temperature' } } },
      /Sea temperature/,
    ],
    ['an access right', { id: 'a', action: { do: 'access-right', right: 'open' } }, /noLimitations/],
    ['another type', { id: 't', action: { do: 'resource-type', type: 'series' } }, /codeListValue="series"/],
    [
      'a project',
      { id: 'p', action: { do: 'add-project', name: { en: 'JERICO-S3' } } },
      /JERICO-S3[\s\S]*codeListValue="project"/,
    ],
    ['a keyword less', { id: 'k', action: { do: 'remove-keyword', keyword: 'internal' } }, /SST/],
  ])('%s stands in the document as it came', async (_name, rule, wanted) => {
    await harvested({ rules: [rule] });
    const validator = createDocumentValidator(schemas ?? '', createLog('silent', 'test'), '/no/thread');
    try {
      const text = await handedOn(validator.isValid);
      expect(text).toMatch(wanted);
      expect(text).toContain('<!-- by hand -->');
      const stored = await harvest.stores.records.findByUpstreamIdentifier('test', 'theirs');
      const given =
        stored && (await createOriginals(harvest.stores.records, validator.isValid).of(stored, 'iso19139'));
      expect(given && (await validator.isValid({ ...given.document, hash: 'patched' }))).toBe(true);
    } finally {
      await validator.close();
    }
  });
});

describe('rules of a source', () => {
  it('stand in what is written from the record where the original is not handed on', async () => {
    await harvested({ rules: [licence] });
    const text = await handedOn(async () => false);
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(text).not.toContain('by hand');
  });

  it('are previewed over what is held, in words', async () => {
    await harvested({});
    await writeFile(join(folder, 'new.json'), JSON.stringify({ rules: [licence] }));
    const preview = await previewHeld(harvest.stores, 'test', await rulesIn(join(folder, 'new.json')));
    expect(describePreview(preview)).toEqual([
      '1 records read, 1 of them changed, 0 left out, 0 refused.',
      'licence: 1 changed',
      '  theirs resource.licences: nothing → https://creativecommons.org/licenses/by/4.0/',
    ]);
    const without = await rulesOfText('{"filter":{"only":{"type":["service"]}}}');
    expect(describePreview(await previewHeld(harvest.stores, 'test', without))).toEqual([
      '1 records read, 0 of them changed, 1 left out, 0 refused.',
      'left out: 1',
      '  theirs: The filter of the source takes only others.',
    ]);
  });

  it('in a file that is none are told with path and remedy', async () => {
    await expect(rulesIn(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(rulesOfText('{')).rejects.toThrow(/line 1, the whole: The text is neither JSON nor YAML/);
    await expect(
      rulesOfText('{"rules":[{"id":"a","action":{"do":"language","language":"x"}}]}'),
    ).rejects.toThrow(/line 1, rules\[0\]\.action\.language: This is no language\. Write a short tag/);
  });

  async function rulesOfText(text: string) {
    await writeFile(join(folder, 'some.json'), text);
    return rulesIn(join(folder, 'some.json'));
  }
});
