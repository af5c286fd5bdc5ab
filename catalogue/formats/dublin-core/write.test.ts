import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { readOaiDublinCore } from './read.ts';
import { writeOaiDublinCore } from './write.ts';

const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
};
const written = (record: CatalogueRecord) =>
  writeOaiDublinCore(record, context)?.text ?? expect.fail('nothing written');
const read = async (text: string) => {
  const { record, problems } = await readOaiDublinCore(new TextEncoder().encode(text));
  return { record: record ?? expect.fail('nothing read'), problems };
};

const line = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => `a${text.replace(/\s+/g, ' ')}z`.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, ''))
  .filter((text) => !/[/:=,]/.test(text));
const languages = fc.constantFrom('en', 'fr', 'de', 'pt-BR');
const texts = fc.dictionary(languages, line, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100);
const date = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const box = fc.tuple(degrees(180), degrees(180), degrees(90), degrees(90)).map(([west, east, a, b]) => ({
  box: { west, east, south: Math.min(a, b), north: Math.max(a, b) },
  inclusive: true,
}));

const records = fc
  .record({
    type: fc.constantFrom(
      'dataset' as const,
      'collection' as const,
      'service' as const,
      'software' as const,
      'document' as const,
      'image' as const,
    ),
    titles: texts,
    abstracts: texts,
    doi: fc.integer({ min: 1, max: 99_999 }).map((number) => `https://doi.org/10.5072/${number}`),
    keywords: fc.uniqueArray(fc.tuple(languages, line), { maxLength: 4, selector: ([, text]) => text }),
    authors: fc.uniqueArray(fc.constantFrom('Roux, Ada', 'Blanc, Max', 'Le Gall, Yann'), { maxLength: 3 }),
    box: fc.option(box, { nil: undefined }),
    point: fc.option(fc.tuple(degrees(180), degrees(90)), { nil: undefined }),
    period: fc.option(fc.tuple(date, date), { nil: undefined }),
    published: date,
    language: languages,
  })
  .map((facts) => {
    const record = emptyRecord(facts.type);
    record.language = facts.language;
    Object.assign(record.resource, {
      titles: facts.titles,
      abstracts: facts.abstracts,
      identifiers: [parseIdentifier(facts.doi)],
      languages: [facts.language],
      dates: [{ type: 'publication', date: facts.published }],
      keywords: facts.keywords.map(([language, text]) => ({ label: { [language]: text } })),
    });
    record.resource.responsibilities = facts.authors.map((person) => ({
      role: 'author',
      party: {
        person,
        identifiers: [],
        organisationIdentifiers: [],
        emails: [],
        phones: [],
        facsimiles: [],
        addresses: [],
        online: [],
      },
    }));
    if (facts.box) record.resource.spatialExtents.push(facts.box);
    if (facts.point)
      record.resource.spatialExtents.push({
        geometry: { type: 'Point', coordinates: facts.point },
        inclusive: true,
      });
    if (facts.period)
      record.resource.temporalExtents.push({
        start: { date: facts.period[0] },
        end: { date: facts.period[1] },
      });
    return record;
  });

describe('writeOaiDublinCore', () => {
  it('is read back as it was, for all fields that it can carry', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        const back = await read(written(record));
        const { resource } = record;
        expect(back.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(back.record.language).toBe(record.language);
        expect(back.record.resource).toMatchObject({
          type: resource.type,
          titles: resource.titles,
          abstracts: resource.abstracts,
          dates: resource.dates,
          keywords: resource.keywords,
          responsibilities: resource.responsibilities,
          spatialExtents: resource.spatialExtents,
          temporalExtents: resource.temporalExtents,
          languages: resource.languages,
        });
        expect(back.record.resource.identifiers[0]).toEqual(resource.identifiers[0]);
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(schemasFolder === null)('is valid against the schema of OAI-PMH', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(validateXml(written(record), 'oai-pmh')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('writes one element per language, the page as last identifier, and says what is lost', () => {
    const record = emptyRecord('dataset');
    Object.assign(record.resource, {
      titles: { en: 'Tides & currents', fr: 'Marées', und: 'x < y' },
      purpose: { en: 'Navigation' },
      accessRight: 'open',
      licences: [{ id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', title: {} }],
      temporalExtents: [{ start: { date: '2010' } }],
    });
    const result = writeOaiDublinCore(record, context);
    expect(result?.losses).toEqual(['purpose']);
    expect(result?.text.split('\n').slice(2)).toEqual([
      '  <dc:title xml:lang="en">Tides &amp; currents</dc:title>',
      '  <dc:title xml:lang="fr">Marées</dc:title>',
      '  <dc:title>x &lt; y</dc:title>',
      '  <dc:type>Dataset</dc:type>',
      '  <dc:identifier>https://portal.example.org/records/abc</dc:identifier>',
      '  <dc:coverage>start=2010; scheme=W3C-DTF</dc:coverage>',
      '  <dc:rights>info:eu-repo/semantics/openAccess</dc:rights>',
      '  <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>',
      '</oai_dc:dc>',
      '',
    ]);
  });

  it('writes nothing for a record without title and identifier', () => {
    expect(writeOaiDublinCore(emptyRecord(), context)).toBeNull();
  });
});
