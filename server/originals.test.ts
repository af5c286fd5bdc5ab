import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats, writerOf } from '#catalogue/formats';
import { emptyRecord } from '#catalogue/model';
import { createStores } from '#db';
import { createLedger } from '#ledger';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals } from '#protocols/originals';
import { shared } from '#tests/shared.ts';
import { openTestDatabase } from '../db/testing/index.ts';
import { createDocumentValidator } from './document-validator.ts';

const schemas = shared('schemas');
const failures: object[] = [];
const log = { error: (told: object) => failures.push(told) };

/** A valid document, as a source might write it: with remarks and an order of its own. */
function sourceDocument(): string {
  const record = emptyRecord();
  record.metadataIdentifier = 'theirs';
  record.datestamp = '2024-05-06';
  record.language = 'en';
  Object.assign(record.resource, { titles: { en: 'Salinity' }, abstracts: { en: 'Salt in the sea' } });
  record.resource.dates.push({ type: 'publication', date: '2021-03' });
  const written = writerOf('iso19139')?.write(record, {
    id: 'r1',
    pageUrl: 'https://example.org/records/r1',
    datestamp: '2026-01-02T03:04:05Z',
  });
  return (written?.text ?? '').replace('<gmd:fileIdentifier>', '<!-- by hand -->\n  <gmd:fileIdentifier>');
}

describe.runIf(schemas)('originals, with the schemas of the folder', () => {
  const database = openTestDatabase();
  const stores = createStores(database);
  const ledger = createLedger(stores.writer);
  const validator = createDocumentValidator(schemas ?? '', log, '/no/thread');
  const originals = createOriginals(stores.records, validator.isValid);
  const oai = createOaiPmh({
    records: stores.records,
    originals,
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
  const valid = sourceDocument();
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const texts = {
      valid,
      invalid: valid.replace('<!-- by hand -->', '<!-- by hand --><gmd:unheardOf/>'),
      secret: valid.replace('by hand', 'ftp://someone:secret@example.org/'),
      'doctype-free but broken': valid.replace('</gmd:MD_Metadata>', ''),
    };
    for (const [name, text] of Object.entries(texts)) {
      const bytes = new TextEncoder().encode(text);
      const { record } = (await formats[0]?.read?.(new TextEncoder().encode(valid))) ?? { record: null };
      if (!record) throw new Error('not read');
      const document = { bytes, format: 'iso19139' as const, mediaType: 'application/xml' };
      const [outcome] = await ledger.commit(
        [{ kind: 'put', sourceId: 'centre', upstreamIdentifier: name, document, record, problems: [] }],
        { actor: 'system' },
      );
      ids[name] = outcome?.recordId ?? '';
    }
  });
  afterAll(async () => {
    await validator.close();
    database.close();
  });

  it('gives the document with what a rule changed, and everything else as it came', async () => {
    const bytes = new TextEncoder().encode(valid);
    const { record } = (await formats[0]?.read?.(bytes)) ?? { record: null };
    if (!record) throw new Error('not read');
    record.resource.titles = { en: 'Salinity of the Iroise Sea' };
    const document = { bytes, format: 'iso19139' as const, mediaType: 'application/xml' };
    const put = {
      kind: 'put',
      sourceId: 'centre',
      upstreamIdentifier: 'overlaid',
      document,
      record,
    } as const;
    const [outcome] = await ledger.commit(
      [{ ...put, problems: [], interpretation: 'rules', overlaid: true }],
      {
        actor: 'system',
      },
    );
    const stored = await stores.records.get(outcome?.recordId ?? '', 'public');
    const handed = stored && (await originals.of(stored, 'iso19139'));
    expect(Buffer.from(handed?.document.bytes ?? []).toString()).toBe(
      valid.replace('>Salinity<', '>Salinity of the Iroise Sea<'),
    );
  });

  const harvest = async (name: string, prefix = 'iso19139') => {
    const query = `verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:catalogue.example.org:${ids[name]}`;
    return (await oai(new Request(`https://catalogue.example.org/oai?${query}`))).text();
  };
  const handedOn = async (name: string, writer = 'iso19139') => {
    const stored = await stores.records.get(ids[name] ?? '', 'public');
    return stored && originals.of(stored, writer);
  };

  it('hands on a valid document byte for byte, by OAI-PMH without its declaration', async () => {
    const bytes = (await handedOn('valid'))?.document.bytes;
    expect(new TextDecoder().decode(bytes)).toBe(valid);
    const root = valid.replace(/^<\?xml.*\?>\n/, '').trimEnd();
    expect(await harvest('valid')).toContain(`<metadata>${root}</metadata>`);
  });

  it.each(['invalid', 'secret', 'doctype-free but broken'])('writes anew what is %s', async (name) => {
    expect(await handedOn(name)).toBeNull();
    const text = await harvest(name);
    expect(text).toContain('Salt in the sea');
    expect(text).not.toMatch(/by hand|unheardOf|secret/);
  });

  it('has no original in another format, nor in a profile of the same', async () => {
    expect(await handedOn('valid', 'oai_dc')).toBeNull();
    expect(await handedOn('valid', 'geodcat')).toBeNull();
  });

  it('has none without schemas', async () => {
    const stored = await stores.records.get(ids['valid'] ?? '', 'public');
    expect(stored && (await createOriginals(stores.records).of(stored, 'iso19139'))).toBeNull();
  });

  it('decides once per document, and reports no failure', async () => {
    const document = { bytes: new TextEncoder().encode(valid), mediaType: 'application/xml', hash: 'h' };
    const first = validator.isValid({ ...document, format: 'iso19139' });
    expect(validator.isValid({ ...document, format: 'iso19139' })).toBe(first);
    expect(await first).toBe(true);
    expect(await validator.isValid({ ...document, format: 'oai_dc' })).toBe(false);
    expect(await validator.isValid({ ...document, format: 'dcat' })).toBe(false);
    expect(failures).toEqual([]);
  });
});
