import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, emptyRecord, type LanguageMap, type Resource } from '../../model/index.ts';
import type { Written } from '../format.ts';
import { iso19139 } from './index.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

function write(record: CatalogueRecord): Written {
  const written = iso19139.write?.(record, context);
  if (!written) throw new Error('not written');
  return written;
}

async function readAgain(text: string): Promise<CatalogueRecord> {
  const { record, problems } = (await iso19139.read?.(new TextEncoder().encode(text))) ?? {
    record: null,
    problems: [],
  };
  if (!record) throw new Error(JSON.stringify(problems));
  return record;
}

const record = (resource: Partial<Resource>): CatalogueRecord => {
  const empty = emptyRecord();
  return { ...empty, language: 'en', resource: { ...empty.resource, titles: { en: 'Title' }, ...resource } };
};

describe('what is written', () => {
  it('puts translations beside the text and declares their locales', () => {
    const { text } = write(record({ titles: { en: 'Sea level', fr: 'Niveau de la mer' } }));
    expect(text).toContain('<gmd:PT_Locale id="locale-fr">');
    expect(text).toContain('<gco:CharacterString>Sea level</gco:CharacterString>');
    expect(text).toContain(
      '<gmd:LocalisedCharacterString locale="#locale-fr">Niveau de la mer</gmd:LocalisedCharacterString>',
    );
  });

  it('anchors what has an address', () => {
    const { text } = write(
      record({ keywords: [{ label: { en: 'Salinity' }, uri: 'https://example.org/c?a=1&b=[2]' }] }),
    );
    expect(text).toContain(
      '<gmx:Anchor xlink:href="https://example.org/c?a=1&amp;b=%5B2%5D">Salinity</gmx:Anchor>',
    );
  });

  it('gives our identifier and datestamp only where the source gave none', () => {
    expect(write(record({})).text).toContain('<gco:CharacterString>r1</gco:CharacterString>');
    const own = { ...record({}), metadataIdentifier: 'theirs', datestamp: '2020-01-01' };
    expect(write(own).text).toContain('<gco:CharacterString>theirs</gco:CharacterString>');
    expect(write(own).text).not.toContain('r1');
  });

  it('says with constraints, keywords and associations what ISO has no property for', async () => {
    const { text } = write(
      record({
        licences: [
          {
            id: 'CC-BY-4.0',
            uri: 'https://creativecommons.org/licenses/by/4.0/',
            title: { en: 'CC BY 4.0' },
          },
        ],
        platforms: [{ names: { en: 'Thalassa' }, uri: 'https://example.org/p/1' }],
        projects: [{ names: { en: 'A project' } }],
        networks: [{ names: { und: 'SOMLIT' } }],
        taxa: [{ scientificName: 'Calanus finmarchicus', commonNames: {} }],
        campaigns: [{ names: { en: 'MOOSE-GE' }, identifier: '18001234' }],
      }),
    );
    const { resource } = await readAgain(text);
    expect(resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(resource.platforms).toEqual([{ names: { en: 'Thalassa' }, uri: 'https://example.org/p/1' }]);
    expect(resource.projects.map(({ names }) => names)).toContainEqual({ en: 'A project' });
    expect(resource.networks[0]?.names).toEqual({ und: 'SOMLIT' });
    expect(resource.taxa[0]?.scientificName).toBe('Calanus finmarchicus');
    expect(resource.campaigns).toEqual([{ names: { en: 'MOOSE-GE' }, identifier: '18001234' }]);
  });

  it('lists what is lost', () => {
    const { losses } = write(
      record({
        funding: [{ funder: { en: 'ANR' } }],
        temporalResolutions: ['P1D'],
        topicCategories: ['oceans', 'disaster'],
        quality: [{ type: 'DQ_Homogeneity', names: [], values: [], pass: true }],
      }),
    );
    expect(losses).toEqual([
      'resource.funding',
      'dataIdentification.temporalResolution',
      'MD_TopicCategoryCode disaster',
      'quality report DQ_Homogeneity',
    ]);
  });

  it('does not write a record without title', () => {
    expect(iso19139.write?.(record({ titles: {} }), context)).toBeNull();
  });
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  // XML forbids control characters, and white space at the ends of a text means nothing.
  .map((text) => text.replace(/[\p{C}\s]/gu, ''))
  .filter((text) => text !== '');
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n  '));
const inLanguages = (text: fc.Arbitrary<string>): fc.Arbitrary<LanguageMap> =>
  fc.record({ en: text, fr: text, 'pt-BR': text }, { requiredKeys: ['en'] });
const lines = inLanguages(line);
const proses = inLanguages(prose);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const noneOr = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Absent, not `undefined`, as the readers leave it. */
const present = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  arbitrary.map((object) => JSON.parse(JSON.stringify(object)) as T);
const day = fc
  .date({ min: new Date('1700-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
const address = fc.webUrl().filter((url) => !/[[\]|^`{}%]/.test(url));
const degree = (limit: number) =>
  fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100);

const party = present(
  fc.record({
    person: noneOr(line),
    organisation: lines,
    position: noneOr(lines),
    identifiers: fc.constant([]),
    organisationIdentifiers: fc.constantFrom(
      [],
      [{ scheme: 'edmo' as const, value: '486', uri: 'https://edmo.seadatanet.org/report/486' }],
    ),
    emails: some(fc.emailAddress()),
    phones: some(line),
    facsimiles: some(line),
    addresses: fc.array(fc.record({ deliveryPoints: some(line), city: line, country: noneOr(line) }), {
      maxLength: 1,
    }),
    online: fc.array(fc.record({ url: address, name: noneOr(lines) }), { maxLength: 1 }),
    contactInstructions: noneOr(lines),
  }),
);
const responsibility = (...roles: string[]) => fc.record({ role: fc.constantFrom(...roles), party });
const citation = present(
  fc.record({
    titles: lines,
    identifiers: some(word),
    dates: some(fc.record({ type: fc.constant('publication'), date: day })),
    url: noneOr(address),
  }),
);
const constraintTexts = some(present(fc.record({ text: proses, uri: noneOr(address) })));
const ring = fc.tuple(degree(90), degree(45), degree(45)).map(([west, south, size]) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1 + Math.abs(size) / 2],
  [west, south],
]);
const position = fc.tuple(degree(180), degree(90)).map((pair) => [...pair]);

/**
 * What ISO 19139 can say of each field, so that reading gives it back; `null`: it says nothing of it, or says it with
 * another field (see "says with constraints, keywords…"). A new field of the model does not compile without a line here.
 */
const sayable = {
  type: fc.constantFrom('dataset', 'series', 'software', 'model'),
  typeAsGiven: null,
  titles: lines,
  alternateTitles: some(lines),
  identifiers: fc.constantFrom(
    [],
    [{ code: '10.17882/42182', scheme: 'doi', uri: 'https://doi.org/10.17882/42182' }],
    [
      { code: 'abc', codeSpace: 'space', scheme: 'other' },
      { code: 'd', scheme: 'other', uri: 'https://example.org/d' },
    ],
  ),
  abstracts: proses,
  purpose: noneOr(proses),
  credits: some(proses),
  supplementalInformation: noneOr(proses),
  environmentDescription: noneOr(proses),
  edition: noneOr(line),
  editionDate: noneOr(day),
  presentationForms: fc.subarray(['mapDigital', 'tableDigital']),
  seriesName: noneOr(line),
  otherCitationDetails: noneOr(proses),
  languages: fc.subarray(['en', 'fr']),
  characterSets: fc.subarray(['utf8', '8859part15']),
  dates: some(fc.record({ type: fc.constantFrom('creation', 'publication', 'revision'), date: day })),
  status: fc.subarray(['completed', 'onGoing']),
  responsibilities: fc
    .tuple(some(responsibility('author', 'publisher')), some(responsibility('pointOfContact', 'owner')))
    .map((lists) => lists.flat()),
  keywords: some(
    present(
      fc.record({
        label: lines,
        uri: noneOr(address),
        type: noneOr(fc.constantFrom('theme', 'place', 'stratum')),
        thesaurus: noneOr(
          present(
            fc.record({
              title: lines,
              uri: noneOr(address),
              identifier: noneOr(word),
              dates: fc.constantFrom([], [{ type: 'publication', date: '2020-01-01' }]),
            }),
          ),
        ),
      }),
    ),
  ),
  topicCategories: fc.subarray(['oceans', 'biota', 'elevation']),
  spatialExtents: some(
    present(
      fc.record({
        inclusive: fc.boolean(),
        box: fc
          .tuple(degree(90), degree(45))
          .map(([west, south]) => ({ west, south, east: west + 10, north: south + 10.5 })),
        geometry: noneOr(
          fc.oneof(
            position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
            fc
              .array(position, { minLength: 2, maxLength: 4 })
              .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
            ring.map((one) => ({ type: 'Polygon' as const, coordinates: [one] })),
            fc
              .array(ring, { minLength: 1, maxLength: 2 })
              .map((rings) => ({ type: 'MultiPolygon' as const, coordinates: rings.map((one) => [one]) })),
          ),
        ),
        place: noneOr(
          present(
            fc.record({ code: line, names: fc.constant({}), uri: noneOr(address), authority: noneOr(line) }),
          ),
        ),
        description: noneOr(lines),
      }),
    ),
  ),
  verticalExtents: some(
    present(
      fc.record({
        minimum: degree(90),
        maximum: degree(90),
        unit: fc.constant('m'),
        datum: noneOr(line),
        positive: fc.constantFrom('up' as const, 'down' as const),
        description: noneOr(lines),
      }),
    ),
  ),
  temporalExtents: some(
    present(
      fc.record({
        start: fc.record({ date: fc.constantFrom('1992', '1992-04', '1992-04-01T00:00:00Z') }),
        end: fc.constantFrom(
          { date: '2001-05-06' },
          { indeterminate: 'now' as const },
          { date: '2002', indeterminate: 'after' as const },
        ),
        description: noneOr(lines),
      }),
    ),
  ),
  taxa: null,
  referenceSystems: some(
    present(fc.record({ code: word, codeSpace: noneOr(word), version: noneOr(word), uri: noneOr(address) })),
  ),
  spatialRepresentations: fc.subarray(['vector', 'grid']),
  spatialResolutions: some(
    fc.oneof(
      fc.record({ scaleDenominator: fc.integer({ min: 1 }) }),
      fc.record({ distance: fc.record({ value: fc.integer({ min: 0 }), unit: fc.constant('km') }) }),
    ),
  ),
  temporalResolutions: null,
  maintenance: noneOr(
    present(
      fc.record({
        frequency: fc.constant('daily'),
        userDefinedFrequency: noneOr(fc.constant('P5D')),
        nextUpdate: noneOr(day),
        notes: some(proses),
      }),
    ),
  ),
  constraints: some(
    fc.record({
      kind: fc.constant('legal' as const),
      useLimitations: constraintTexts,
      accessConstraints: fc.subarray(['copyright', 'license']),
      useConstraints: fc.constant(['otherRestrictions']),
      otherConstraints: constraintTexts,
    }),
  ),
  licences: null,
  accessRight: null,
  lineage: noneOr(
    present(
      fc.record({
        statement: proses,
        scopeLevel: fc.constant('dataset'),
        sources: some(fc.record({ description: proses, citation })),
        processSteps: some(
          present(
            fc.record({
              description: proses,
              rationale: noneOr(proses),
              date: noneOr(fc.constant('2020-01-02T03:04:05')),
              processors: some(responsibility('processor')),
            }),
          ),
        ),
      }),
    ),
  ),
  quality: some(
    fc.oneof(
      present(
        fc.record({
          type: fc.constant('DQ_DomainConsistency'),
          names: some(lines),
          values: fc.constant([]),
          specification: citation,
          explanation: noneOr(proses),
          pass: fc.boolean(),
        }),
      ),
      fc.record({
        type: fc.constant('DQ_CompletenessOmission'),
        names: some(lines),
        values: fc.array(line, { minLength: 1, maxLength: 2 }),
        valueUnit: fc.constant('percent'),
      }),
    ),
  ),
  related: some(
    present(
      fc.record({
        relation: fc.constantFrom('crossReference', 'isDerivedFrom', 'isCitedBy').map((relation) => relation),
        identifier: fc.constant('https://doi.org/10.17882/1'),
        identifierType: fc.constant('doi'),
        url: fc.constant('https://doi.org/10.17882/1'),
        titles: lines,
        initiative: noneOr(fc.constant('study')),
      }),
    ),
  ),
  additionalDocumentation: null,
  funding: null,
  distributions: some(
    present(
      fc.record({
        url: address,
        names: lines,
        descriptions: proses,
        kind: fc.constant('view' as const),
        protocol: fc.constant('OGC:WMS'),
        protocolAsGiven: fc.constant('OGC:WMS-1.3.0-http-get-map'),
        applicationProfile: noneOr(line),
        function: noneOr(fc.constant('information')),
        mediaType: noneOr(fc.constant('image/png')),
        byteSize: noneOr(fc.integer({ min: 1, max: 1e12 })),
        conformsTo: fc.constant([]),
      }),
    ),
  ),
  distributors: some(
    present(
      fc.record({
        responsibility: responsibility('distributor'),
        fees: noneOr(line),
        orderingInstructions: noneOr(proses),
      }),
    ),
  ),
  formats: some(present(fc.record({ name: line, version: noneOr(fc.constant('4')), uri: noneOr(address) }))),
  graphics: some(present(fc.record({ url: address, description: noneOr(lines), type: noneOr(line) }))),
  processingLevel: null,
  variables: some(
    present(
      fc.record({
        names: lines,
        shortName: word,
        uri: noneOr(address),
        unit: noneOr(word),
        minimum: noneOr(degree(90)),
        maximum: noneOr(degree(90)),
      }),
    ),
  ),
  platforms: null,
  instruments: null,
  campaigns: null,
  projects: null,
  networks: null,
  service: null,
  usages: some(proses),
  usageDetails: null,
  citationLinks: null,
  coverages: null,
  methods: null,
  tableOfContents: null,
  versionNotes: null,
  seriesIssue: null,
  seriesPage: null,
  collectiveTitle: null,
  grids: null,
  vectors: null,
  featureCatalogues: null,
  applicationSchemas: null,
  portrayalCatalogues: null,
  conformsTo: null,
  applicableLegislation: null,
  offlineMedia: null,
  sizes: null,
  measurementTechniques: null,
} satisfies { [K in keyof Resource]-?: fc.Arbitrary<unknown> | null };

describe('round trip', () => {
  const asked = Object.entries(sayable).flatMap(([key, arbitrary]) =>
    arbitrary ? [[key, arbitrary] as const] : [],
  );

  it.each(asked)('keeps %s', async (key, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        const sent = record({});
        const resource: Record<string, unknown> = sent.resource;
        if (value !== undefined) resource[key] = value;
        const wanted: Record<string, unknown> = { ...sent.resource };
        const { resource: got } = await readAgain(write(sent).text);
        const read: Record<string, unknown> = { ...got };
        expect(normalised(key, read[key])).toEqual(normalised(key, wanted[key]));
      }),
      { numRuns: 40 },
    );
  });

  it.runIf(schemasFolder)('is valid whatever the record says', () => {
    const everything = Object.fromEntries(asked);
    fc.assert(
      fc.property(fc.record(everything), (values) => {
        const sent = record({});
        Object.assign(sent.resource, JSON.parse(JSON.stringify(values)));
        expect(validateXml(write(sent).text, 'iso19139')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Negative zero is zero in a document; periods and depths are written beside the area, those with a description after. */
function normalised(key: string, value: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  const isSet = key === 'temporalExtents' || key === 'verticalExtents';
  return isSet && Array.isArray(plain) ? plain.map(sortedText).sort() : plain;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort()
      : inner,
  );
}
