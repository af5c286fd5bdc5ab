import fc from 'fast-check';
import { type CatalogueRecord, emptyRecord, type LanguageMap, type Resource } from '../../../model/index.ts';

/** An arbitrary of what can be said of each field, `null` where nothing can. */
export type Sayable<M> = { [K in keyof M]-?: fc.Arbitrary<unknown> | null };

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
    hoursOfService: noneOr(line),
    translations: noneOr(fc.constant({ hoursOfService: [{ fr: 'heures' }] })),
  }),
).map(({ translations, ...rest }) =>
  rest.hoursOfService && translations ? { ...rest, translations } : rest,
);
const responsibility = (...roles: string[]) => fc.record({ role: fc.constantFrom(...roles), party });
const citation = present(
  fc.record({
    titles: lines,
    identifiers: some(word),
    dates: some(fc.record({ type: fc.constant('publication'), date: day })),
    url: noneOr(address),
    alternateTitles: noneOr(fc.array(lines, { minLength: 1, maxLength: 2 })),
    edition: noneOr(line),
    responsibilities: noneOr(fc.array(responsibility('publisher'), { minLength: 1, maxLength: 1 })),
    presentationForms: noneOr(fc.constant(['mapDigital'])),
    series: noneOr(fc.record({ name: line, issue: line, page: line })),
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

const count = fc.integer({ min: 1, max: 1_000_000 });
const gridFields = {
  numberOfDimensions: fc.integer({ min: 1, max: 4 }),
  dimensions: some(
    present(
      fc.record({
        name: fc.constantFrom('row', 'column', 'time'),
        size: count,
        resolution: noneOr(fc.record({ value: count, unit: fc.constant('m') })),
      }),
    ),
  ),
  cellGeometry: fc.constantFrom('area', 'point'),
  transformationParameters: fc.boolean(),
  cornerPoints: fc.constant<string[]>([]),
};
const measured = {
  measureDescription: noneOr(proses),
  evaluationType: noneOr(fc.constantFrom('directInternal', 'indirect')),
  evaluationDescription: noneOr(proses),
  evaluationProcedure: noneOr(citation),
  dates: noneOr(fc.constant(['2020-01-02T03:04:05Z'])),
  scope: noneOr(fc.constant({ level: 'series', descriptions: [{ en: 'The series' }] })),
};

/**
 * What both encodings of ISO 19115 can say of each field of the resource, so that reading gives it back; `null`: they say
 * nothing of it, or say it with another field (licences with constraints, projects with keywords…). A new field of the
 * model does not compile without a line here.
 */
export const sayable = {
  type: fc.constantFrom('dataset', 'series', 'software', 'model'),
  typeAsGiven: null,
  furtherTypes: noneOr(fc.constant(['series'])),
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
  editionDate: noneOr(fc.constant('2020-01-02T00:00:00')),
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
    present(
      fc.record({
        code: word,
        codeSpace: noneOr(word),
        version: noneOr(word),
        uri: noneOr(address),
        authority: noneOr(fc.constant({ titles: { en: 'EPSG' }, identifiers: [], dates: [] })),
      }),
    ),
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
        scopes: noneOr(fc.constant(['dataset', 'series'])),
        contacts: noneOr(fc.array(responsibility('owner'), { minLength: 1, maxLength: 1 })),
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
        sources: some(
          present(
            fc.record({
              description: proses,
              citation,
              scaleDenominator: noneOr(count),
              referenceSystem: noneOr(fc.constant({ code: '4326', codeSpace: 'EPSG' })),
              spatialExtents: noneOr(
                fc.constant([{ inclusive: true, box: { west: 1, south: 2, east: 3, north: 4 } }]),
              ),
              processingLevel: noneOr(word),
            }),
          ),
        ),
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
          type: fc.constantFrom('DQ_DomainConsistency', 'DQ_TopologicalConsistency'),
          ...measured,
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
        unitsOfDistribution: noneOr(line),
        protocolUri: noneOr(address),
        descriptionUri: noneOr(address),
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
        plannedAvailable: noneOr(fc.constant('2020-01-02T03:04:05Z')),
        turnaround: noneOr(lines),
      }),
    ),
  ),
  formats: some(
    present(
      fc.record({
        name: line,
        version: noneOr(fc.constant('4')),
        uri: noneOr(address),
        amendment: noneOr(line),
        decompression: noneOr(line),
        translations: noneOr(fc.constant({ name: [{ fr: 'nom' }] })),
      }),
    ),
  ),
  graphics: some(present(fc.record({ url: address, description: noneOr(lines), type: noneOr(line) }))),
  processingLevel: null,
  variables: some(
    present(
      fc.record({
        names: lines,
        shortName: word,
        uri: noneOr(address),
        unit: noneOr(word),
        dataType: noneOr(word),
        scaleFactor: noneOr(count),
        offset: noneOr(count),
        bitsPerValue: noneOr(count),
        contentType: noneOr(fc.constant('qualityInformation')),
        minimum: noneOr(degree(90)),
        maximum: noneOr(degree(90)),
      }),
    ),
  ),
  platforms: some(
    present(
      fc.record({
        names: lines,
        identifier: word,
        description: noneOr(proses),
        sponsors: noneOr(fc.constant(['NOAA'])),
      }),
    ),
  ),
  instruments: some(
    present(fc.record({ names: lines, identifier: word, type: noneOr(line), description: noneOr(proses) })),
  ),
  campaigns: some(
    present(
      fc.record({
        names: lines,
        identifier: word,
        status: fc.constant('completed'),
        description: noneOr(proses),
        type: noneOr(fc.constant('real')),
      }),
    ),
  ),
  projects: null,
  networks: null,
  service: noneOr(
    present(
      fc.record({
        type: word,
        typeVersions: some(line),
        couplingType: fc.constant('tight'),
        operations: fc.array(
          present(
            fc.record({
              name: word,
              platforms: fc.constant(['WebServices']),
              urls: fc.constant(['https://example.org/wms']),
              online: noneOr(
                fc.constant([{ url: 'https://example.org/wms', protocol: 'OGC:WMS', function: 'download' }]),
              ),
              description: noneOr(proses),
              invocationName: noneOr(line),
            }),
          ),
          { minLength: 1, maxLength: 2 },
        ),
        operatesOn: fc.subarray(['a-uuid', 'https://example.org/d']),
        accessProperties: noneOr(fc.record({ fees: line, orderingInstructions: proses })),
      }),
    ),
  ),
  usages: some(proses),
  usageDetails: null,
  citationLinks: null,
  coverages: some(
    present(
      fc.record({
        attributes: line,
        contentType: fc.constantFrom('image', 'qualityInformation'),
        isImage: fc.constant(true),
        illuminationElevation: noneOr(degree(90)),
        imagingCondition: noneOr(fc.constant('cloud')),
        imageQuality: noneOr(word),
        cloudCover: noneOr(fc.integer({ min: 0, max: 100 })),
        compressionGenerations: noneOr(fc.integer({ min: 0, max: 9 })),
        triangulated: noneOr(fc.boolean()),
        lensDistortion: noneOr(fc.boolean()),
      }),
    ),
  ),
  methods: null,
  tableOfContents: null,
  versionNotes: null,
  seriesIssue: noneOr(line),
  seriesPage: noneOr(line),
  collectiveTitle: null,
  grids: some(
    fc.oneof(
      present(fc.record({ kind: fc.constant('grid' as const), ...gridFields })),
      present(
        fc.record({
          kind: fc.constant('georectified' as const),
          ...gridFields,
          checkPoints: fc.boolean(),
          checkPointDescription: noneOr(lines),
          cornerPoints: fc.constant(['1 2', '3 4']),
          centrePoint: noneOr(fc.constant('2 3')),
          pointInPixel: fc.constantFrom('center', 'lowerLeft'),
          transformationDimensionDescription: noneOr(lines),
          transformationDimensionMappings: noneOr(fc.array(lines, { minLength: 1, maxLength: 2 })),
        }),
      ),
      present(
        fc.record({
          kind: fc.constant('georeferenceable' as const),
          ...gridFields,
          controlPoints: fc.boolean(),
          orientationParameters: fc.boolean(),
          orientationParameterDescription: noneOr(lines),
          georeferencedParameters: line,
          parameterCitations: noneOr(fc.array(citation, { minLength: 1, maxLength: 1 })),
        }),
      ),
    ),
  ),
  vectors: some(
    present(
      fc.record({
        topologyLevel: fc.constant('geometryOnly'),
        objects: some(present(fc.record({ type: fc.constantFrom('point', 'curve'), count: noneOr(count) }))),
      }),
    ),
  ),
  featureCatalogues: some(
    present(
      fc.record({
        citations: fc.array(citation, { minLength: 1, maxLength: 2 }),
        compliant: noneOr(fc.boolean()),
        includedWithDataset: fc.boolean(),
        languages: fc.subarray(['en', 'fr']),
        featureTypes: some(word),
      }),
    ),
  ),
  applicationSchemas: some(
    fc.tuple(citation, line, line).map(([cited, schemaLanguage, constraintLanguage]) => ({
      ...cited,
      schemaLanguage,
      constraintLanguage,
    })),
  ),
  portrayalCatalogues: some(citation),
  conformsTo: null,
  applicableLegislation: null,
  offlineMedia: some(
    present(
      fc.record({
        name: fc.constantFrom('cdRom', 'dvd'),
        density: noneOr(count),
        densityUnits: noneOr(line),
        volumes: noneOr(count),
        formats: fc.subarray(['tar', 'iso9660']),
        note: noneOr(lines),
        transferSize: noneOr(fc.integer({ min: 1, max: 1e9 })),
        unitsOfDistribution: noneOr(line),
      }),
    ),
  ),
  sizes: null,
  measurementTechniques: null,
} satisfies Sayable<Resource>;

/** The same of the record's other fields. */
export const sayableMetadata = {
  metadataIdentifier: line,
  metadataCodeSpace: null,
  parentIdentifier: noneOr(word),
  parentCitation: null,
  datestamp: day,
  language: fc.constant('en'),
  otherLanguages: fc.subarray(['fr', 'pt-BR', 'de']),
  characterSet: fc.constantFrom('utf8', '8859part15'),
  metadataContacts: some(responsibility('pointOfContact', 'author')),
  metadataDates: null,
  metadataMaintenance: noneOr(fc.constant({ frequency: 'daily', notes: [{ en: 'Now and then' }] })),
  metadataConstraints: some(
    fc.record({
      kind: fc.constant('legal' as const),
      useLimitations: constraintTexts,
      accessConstraints: fc.subarray(['copyright']),
      useConstraints: fc.constant(['otherRestrictions']),
      otherConstraints: constraintTexts,
    }),
  ),
  metadataLinkages: null,
  alternativeMetadata: null,
  metadataProfiles: null,
  metadataExtensions: some(present(fc.record({ url: address, name: noneOr(lines), protocol: noneOr(line) }))),
  scopeNames: fc.array(lines, { maxLength: 1 }),
  standardName: fc.constant('ISO 19115:2003/19139'),
  // It is told with the name of the standard.
  standardVersion: null,
  dataSetUri: null,
  otherIdentifications: fc.array(
    fc.record({ titles: lines, abstracts: proses }).map((told) => {
      const { resource } = emptyRecord('service');
      return {
        ...resource,
        ...told,
        service: { typeVersions: [], operations: [], operatesOn: [], type: 'view', couplingType: 'loose' },
      };
    }),
    { maxLength: 2 },
  ),
  translations: null,
} satisfies Sayable<Omit<CatalogueRecord, 'resource'>>;
