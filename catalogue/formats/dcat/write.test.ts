import { describe, expect, it } from 'vitest';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { makeParty } from '../reading/index.ts';
import { dcatWriter } from './write.ts';

const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
  catalogue: { name: 'Portal', url: 'https://portal.example.org/' },
  assessment: { score: 0.75, at: '2024-01-02T00:00:00Z' },
};
const written = (record: CatalogueRecord, profile: 'dcat-ap' | 'geodcat-ap' = 'dcat-ap') =>
  dcatWriter(profile, 'turtle')(record, context) ?? expect.fail('nothing written');
/** Statements without the lines that name prefixes. */
const statements = (record: CatalogueRecord, profile?: 'dcat-ap' | 'geodcat-ap') =>
  written(record, profile)
    .text.split('\n')
    .filter((line) => !line.startsWith('@prefix'))
    .join('\n');

function tides(): CatalogueRecord {
  const record = emptyRecord('dataset');
  record.metadataIdentifier = 'meta-7';
  record.datestamp = '2023-05';
  record.language = 'en';
  record.standardName = 'ISO 19115';
  const { resource } = record;
  resource.titles = { en: 'Tides', fr: 'Marées' };
  resource.abstracts = { en: 'Sea level at Brest.' };
  return record;
}

describe('dcatWriter', () => {
  it('writes the record of our catalogue beside that of the source', () => {
    expect(statements(tides())).toBe(`
<https://portal.example.org/records/abc#resource> a dcat:Dataset;
    dct:description "Sea level at Brest."@en;
    dct:title "Tides"@en, "Marées"@fr.
<http://data.europa.eu/r5r/> a dct:Standard.
<http://publications.europa.eu/resource/authority/language/ENG> a dct:LinguisticSystem.
<https://portal.example.org/> a dcat:Catalog;
    dct:description "A catalogue of marine data, harvested from the centres that produce it."@en, "Un catalogue de données marines, moissonnées auprès des centres qui les produisent."@fr;
    dct:publisher _:b0;
    dct:title "Portal";
    dcat:dataset <https://portal.example.org/records/abc#resource>;
    dcat:record <https://portal.example.org/records/abc>.
_:b0 a foaf:Agent;
    foaf:name "Portal".
<https://portal.example.org/records/abc> a dcat:CatalogRecord;
    dct:conformsTo <http://data.europa.eu/r5r/>;
    dct:identifier "abc";
    dct:language <http://publications.europa.eu/resource/authority/language/ENG>;
    dct:modified "2024-01-01T00:00:00Z"^^xsd:dateTime;
    dct:source _:b1;
    dqv:hasQualityMeasurement _:b2;
    foaf:primaryTopic <https://portal.example.org/records/abc#resource>.
_:b1 a dcat:CatalogRecord;
    dct:conformsTo _:b3;
    dct:identifier "meta-7";
    dct:modified "2023-05"^^xsd:gYearMonth;
    foaf:primaryTopic <https://portal.example.org/records/abc#resource>.
_:b3 a dct:Standard;
    dct:title "ISO 19115".
_:b2 a dqv:QualityMeasurement;
    dqv:computedOn <https://portal.example.org/records/abc>;
    dqv:isMeasurementOf _:b4;
    dqv:value 0.75;
    prov:generatedAtTime "2024-01-02T00:00:00Z"^^xsd:dateTime.
_:b4 a dqv:Metric;
    skos:prefLabel "Share of the FAIR checks that the record passes"@en;
    dqv:expectedDataType xsd:decimal.
`);
  });

  it('takes the DOI for the address of the resource, and authority terms where there are some', () => {
    const record = tides();
    const { resource } = record;
    resource.identifiers = [parseIdentifier('10.5072/tides')];
    resource.languages = ['fr', 'pt-BR'];
    resource.accessRight = 'open';
    resource.maintenance = { frequency: 'monthly', notes: [{ en: 'By hand' }] };
    resource.topicCategories = ['oceans'];
    const { text, losses } = written(record);
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        '<https://doi.org/10.5072/tides> a dcat:Dataset;',
        'dct:identifier "10.5072/tides";',
        'dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC>;',
        'dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY>;',
        'dct:language <http://publications.europa.eu/resource/authority/language/FRA>, _:b0;',
        'dct:subject <http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/oceans>;',
        'dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI>.',
        '<http://publications.europa.eu/resource/authority/data-theme/ENVI> a skos:Concept;',
        'skos:prefLabel "Environment"@en.',
        'rdf:value "pt-BR".',
      ]),
    );
    expect(losses).toEqual(['resource.maintenance.notes']);
  });

  it('cuts a box in two at the antimeridian', () => {
    const record = tides();
    record.resource.spatialExtents = [
      { box: { west: 170, south: -20, east: -160, north: 10 }, inclusive: true },
      { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: false },
    ];
    const { text, losses } = written(record, 'geodcat-ap');
    expect(text).toContain(
      'dcat:bbox "MULTIPOLYGON(((170 -20, 180 -20, 180 10, 170 10, 170 -20)), ((-180 -20, -160 -20, -160 10, -180 10, -180 -20)))"^^geosparql:wktLiteral',
    );
    expect(text).toContain('dcat:centroid "POINT(-175 -5)"^^geosparql:wktLiteral');
    expect(text).toContain('geosparql:asGeoJSON "{\\"type\\":\\"MultiPolygon\\"');
    expect(losses).toEqual(['resource.spatialExtents.inclusive']);
  });

  it('says roles by properties or attributions, and who has no name as a contact', () => {
    const record = tides();
    const ada = makeParty({
      person: 'Roux, Ada',
      organisation: { en: 'Ifremer' },
      identifiers: [
        { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
      ],
    });
    const office = makeParty({ emails: ['data@example.org'] });
    if (!ada || !office) throw new Error('nobody');
    record.resource.responsibilities = [
      { role: 'author', party: ada },
      { role: 'principalInvestigator', party: ada },
      { role: 'custodian', party: office },
    ];
    const lines = (profile: 'dcat-ap' | 'geodcat-ap') =>
      written(record, profile)
        .text.split('\n')
        .map((line) => line.trim());
    expect(lines('dcat-ap')).toEqual(
      expect.arrayContaining([
        'dct:creator <https://orcid.org/0000-0002-1825-0097>;',
        '<https://orcid.org/0000-0002-1825-0097> a foaf:Agent, foaf:Person;',
        'dcat:hadRole <http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/principalInvestigator>;',
        'prov:agent <https://orcid.org/0000-0002-1825-0097>.',
        'vcard:hasEmail <mailto:data@example.org>;',
        'vcard:role "custodian".',
      ]),
    );
    expect(lines('geodcat-ap')).toContain(
      'geodcatap:principalInvestigator <https://orcid.org/0000-0002-1825-0097>;',
    );
  });

  it('tells what a profile has no word for', () => {
    const record = tides();
    const { resource } = record;
    resource.credits = [{ en: 'Thanks' }];
    resource.spatialResolutions = [{ scaleDenominator: 50_000 }, { distance: { value: 2, unit: 'km' } }];
    resource.distributions = [
      {
        url: 'tides.csv',
        names: {},
        descriptions: {},
        kind: 'download',
        conformsTo: [],
        checksum: { algorithm: 'md5', value: 'not hexadecimal' },
      },
      {
        url: 'https://e.org/tides.csv',
        names: {},
        descriptions: {},
        kind: 'download',
        conformsTo: [],
        checksum: { algorithm: 'md5', value: 'not hexadecimal' },
        unitsOfDistribution: 'tiles',
      },
    ];
    expect(written(record, 'dcat-ap').losses).toEqual([
      'resource.credits',
      'resource.distributions',
      'resource.distributions.checksum',
      'resource.distributions.unitsOfDistribution',
      'resource.spatialResolutions.scaleDenominator',
    ]);
    expect(written(record, 'geodcat-ap').losses).not.toContain(
      'resource.spatialResolutions.scaleDenominator',
    );
    expect(written(record, 'geodcat-ap').text).toContain(
      'dcat:spatialResolutionInMeters "2000"^^xsd:decimal',
    );
  });

  it('writes nothing of a record without a title', () => {
    expect(dcatWriter('dcat-ap', 'turtle')(emptyRecord(), context)).toBeNull();
  });
});
