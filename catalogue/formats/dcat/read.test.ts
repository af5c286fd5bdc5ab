import { describe, expect, it } from 'vitest';
import { readDcat } from './read.ts';

const prefixes = `
@prefix adms: <http://www.w3.org/ns/adms#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix gsp: <http://www.opengis.net/ont/geosparql#> . @prefix locn: <http://www.w3.org/ns/locn#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix spdx: <http://spdx.org/rdf/terms#> . @prefix time: <http://www.w3.org/2006/time#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
`;
const read = (statements: string) => readDcat(new TextEncoder().encode(prefixes + statements));
const dataset = async (statements: string) => {
  const { record, problems } = await read(
    `<https://e.org/d> a dcat:Dataset ; dct:title "Title" ; dct:description "Text" ; ${statements} .`,
  );
  if (!record) throw new Error('no record');
  return { ...record, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};

describe('readDcat', () => {
  it('takes metadata from the CatalogRecord and lends its language to untagged text', async () => {
    const { record, problems } = await read(`
      <https://e.org/d> a dcat:Dataset ; dct:identifier "10.5072/ABC", "local-1" ;
        dct:title "Niveau de la mer", "Sea level"@en ; dct:alternative "Marées" ;
        dct:description "Premier alinéa", "Second alinéa", "In English"@en-GB .
      [] a dcat:CatalogRecord ; foaf:primaryTopic <https://e.org/d> ; dct:identifier "meta-7" ; dct:modified "2023-05-06" ;
        dct:language <http://publications.europa.eu/resource/authority/language/FRA> ;
        dct:conformsTo [ dct:title "GeoDCAT-AP" ; owl:versionInfo "2.0" ] ; dcat:contactPoint [ vcard:fn "Guichet" ] .`);
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      metadataIdentifier: 'meta-7',
      datestamp: '2023-05-06',
      language: 'fr',
      standardName: 'GeoDCAT-AP',
      standardVersion: '2.0',
      dataSetUri: 'https://e.org/d',
      metadataContacts: [{ role: 'pointOfContact', party: { organisation: { fr: 'Guichet' } } }],
      resource: {
        type: 'dataset',
        titles: { fr: 'Niveau de la mer', en: 'Sea level' },
        alternateTitles: [{ fr: 'Marées' }],
        abstracts: { fr: 'Premier alinéa\n\nSecond alinéa', 'en-GB': 'In English' },
        identifiers: [
          { code: '10.5072/ABC', scheme: 'doi', uri: 'https://doi.org/10.5072/ABC' },
          { code: 'local-1', scheme: 'other' },
        ],
      },
    });
  });

  it('reads the same box from any notation once, and a geometry only where it is no box', async () => {
    const box = { west: -5, south: 47, east: -4, north: 48 };
    const ring = '-5 47, -4 47, -4 48, -5 48, -5 47';
    const turned = '47 -5, 47 -4, 48 -4, 48 -5, 47 -5';
    for (const literal of [
      `dcat:bbox "POLYGON((${ring}))"^^gsp:wktLiteral`,
      `dcat:bbox "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((${ring}))"^^gsp:wktLiteral`,
      `locn:geometry "<http://www.opengis.net/def/crs/EPSG/0/4326> POLYGON((${turned}))"^^gsp:wktLiteral`,
      `dcat:bbox "<gml:Envelope srsName=\\"urn:ogc:def:crs:EPSG::4326\\"><gml:lowerCorner>47 -5</gml:lowerCorner><gml:upperCorner>48 -4</gml:upperCorner></gml:Envelope>"^^gsp:gmlLiteral`,
      `locn:geometry "{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[-5,47],[-4,47],[-4,48],[-5,48],[-5,47]]]}"`,
      `schema:geo [ schema:box "47 -5 48 -4" ]`,
      `dcat:bbox "POLYGON((${ring}))"^^gsp:wktLiteral, "nonsense" ; dcat:centroid "POINT(0 0)"`,
      `dcat:bbox "POLYGON((${ring}))"^^gsp:wktLiteral ; locn:geometry [ gsp:asWKT "POLYGON((${ring}))"^^gsp:wktLiteral ]`,
    ]) {
      const { resource, problems } = await dataset(`dct:spatial [ ${literal} ]`);
      expect([resource.spatialExtents, problems]).toEqual([[{ box, inclusive: true }], []]);
    }
    const triangle = await dataset(
      'dct:spatial [ locn:geometry "POLYGON((0 0, 1 0, 1 1, 0 0))"^^gsp:wktLiteral ]',
    );
    expect(triangle.resource.spatialExtents).toEqual([
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
        inclusive: true,
      },
    ]);
    const place = await dataset(
      'dct:spatial <https://e.org/iroise> . <https://e.org/iroise> skos:prefLabel "Mer d’Iroise"@fr ; dcat:centroid "POINT(-5 48.3)"^^gsp:wktLiteral',
    );
    expect(place.resource.spatialExtents).toEqual([
      {
        geometry: { type: 'Point', coordinates: [-5, 48.3] },
        place: { code: 'iroise', names: { fr: 'Mer d’Iroise' }, uri: 'https://e.org/iroise' },
        inclusive: true,
      },
    ]);
  });

  it('tells what is wrong with an extent instead of guessing', async () => {
    const wrong = await dataset(
      'dct:spatial [ dcat:bbox "POLYGON((-5 147, -4 147, -4 148, -5 148, -5 147))" ]',
    );
    expect([wrong.resource.spatialExtents, wrong.problems]).toEqual([
      [],
      ['box-impossible dct:spatial/dcat:bbox'],
    ]);
    const lambert = await dataset(
      'dct:spatial [ locn:geometry "<http://www.opengis.net/def/crs/EPSG/0/2154> POINT(700000 6600000)" ]',
    );
    expect(lambert.problems).toEqual(['reference-system-unsupported dct:spatial/locn:geometry']);
    const time = await dataset('dct:temporal [ dcat:startDate "2010-02-30" ; dcat:endDate "2011" ]');
    expect([time.resource.temporalExtents, time.problems]).toEqual([
      [{ end: { date: '2011' } }],
      ['date-impossible dct:temporal/dcat:startDate'],
    ]);
  });

  it.each([
    ['dcat:startDate "2001-02" ; dcat:endDate "2003"', { start: { date: '2001-02' }, end: { date: '2003' } }],
    ['schema:startDate "2001-02-03"', { start: { date: '2001-02-03' } }],
    [
      'time:hasBeginning [ time:inXSDDate "2001-01-01" ] ; time:hasEnd [ time:inXSDgYear "2002" ]',
      { start: { date: '2001-01-01' }, end: { date: '2002' } },
    ],
  ])('reads the period %s', async (statements, expected) => {
    expect((await dataset(`dct:temporal [ ${statements} ]`)).resource.temporalExtents).toEqual([expected]);
  });

  it('reads agents, contacts and attributions, each once per role', async () => {
    const { resource } = await dataset(`
      dct:creator [ a foaf:Person ; foaf:name "Roux, Ada" ; dct:identifier "https://orcid.org/0000-0002-1825-0097" ; org:memberOf [ foaf:name "Ifremer" ] ],
        [ a foaf:Person ; foaf:name "Blanc, Max" ] ;
      dct:publisher <https://ror.org/044jxhp58> ;
      dcat:contactPoint [ a vcard:Individual ; vcard:fn "Ada Roux" ; vcard:organization-name "Ifremer" ; vcard:hasEmail <mailto:ada@example.org> ;
        vcard:hasAddress [ vcard:locality "Brest" ; vcard:country-name "France" ] ] ;
      prov:qualifiedAttribution [ prov:agent [ a foaf:Person ; foaf:name "Blanc, Max" ] ; dcat:hadRole <http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/author> ],
        [ prov:agent [ foaf:name "Shom" ] ; dcat:hadRole <http://example.org/roles/hydrographer> ] .
      <https://ror.org/044jxhp58> a foaf:Organization ; foaf:name "Ifremer"@fr`);
    expect(resource.responsibilities).toMatchObject([
      {
        role: 'author',
        party: {
          person: 'Roux, Ada',
          organisation: { und: 'Ifremer' },
          identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
        },
      },
      { role: 'author', party: { person: 'Blanc, Max' } },
      {
        role: 'publisher',
        party: { organisation: { fr: 'Ifremer' }, identifiers: [{ scheme: 'ror', value: '044jxhp58' }] },
      },
      {
        role: 'pointOfContact',
        party: {
          person: 'Ada Roux',
          emails: ['ada@example.org'],
          addresses: [{ city: 'Brest', country: 'France' }],
        },
      },
      { role: 'other', roleAsGiven: 'hydrographer', party: { organisation: { und: 'Shom' } } },
    ]);
    expect(resource.responsibilities).toHaveLength(5);
  });

  it('gives one access link per address of a distribution', async () => {
    const { resource, problems } = await dataset(`
      dcat:landingPage <https://e.org/d.html> ;
      dcat:distribution [ dct:title "Profiles" ; dcat:downloadURL <https://e.org/d.nc> ; dcat:accessURL <https://e.org/access> ;
          dcat:mediaType <https://www.iana.org/assignments/media-types/application/x-netcdf> ; dcat:byteSize "1024"^^xsd:decimal ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> ;
          spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "abc" ] ],
        [ dcat:accessService [ a dcat:DataService ; dct:title "Maps" ; dcat:endpointURL <https://e.org/wms> ; dct:conformsTo <http://www.opengis.net/def/serviceType/ogc/wms> ] ],
        [ dct:title "Nothing" ]`);
    expect(resource.distributions).toMatchObject([
      {
        url: 'https://e.org/d.nc',
        kind: 'download',
        names: { und: 'Profiles' },
        mediaType: 'application/x-netcdf',
        byteSize: 1024,
        checksum: { algorithm: 'sha256', value: 'abc' },
      },
      { url: 'https://e.org/access', names: { und: 'Profiles' } },
      { url: 'https://e.org/wms', kind: 'view', protocol: 'OGC:WMS', names: { und: 'Maps' } },
      { url: 'https://e.org/d.html', kind: 'landing-page' },
    ]);
    expect(resource.licences).toMatchObject([{ id: 'CC-BY-4.0' }]);
    expect(problems).toEqual(['distribution-without-address dcat:distribution']);
  });

  it('reads keywords, themes, relations, rights, provenance and standards', async () => {
    const { resource } = await dataset(`
      dcat:keyword "tide"@en, "marée"@fr ; dcat:theme <http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/oceans>,
        [ skos:prefLabel "Sea level"@en ; skos:inScheme [ dct:title "P02" ] ], <http://inspire.ec.europa.eu/theme/of> ;
      dcat:inSeries <https://e.org/s> ; dct:isPartOf "parent-1" ;
      dcat:qualifiedRelation [ dct:relation <https://doi.org/10.5072/paper> ; dcat:hadRole <http://e.org/IsCitedBy> ] ;
      dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ; dct:rights "Cite us" ;
      dct:provenance [ rdfs:label "Measured" ] ; dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
      dct:conformsTo <http://www.opengis.net/def/crs/EPSG/0/4326>, [ dct:title "Spec" ] ;
      dcat:spatialResolutionInMeters 10 ; dcat:temporalResolution "PT1H"^^xsd:duration ; owl:versionInfo "3" .
      <https://e.org/s> a dcat:DatasetSeries ; dct:title "The series"`);
    expect(resource).toMatchObject({
      keywords: [
        { label: { en: 'tide' } },
        { label: { fr: 'marée' } },
        { label: { en: 'Sea level' }, type: 'theme', thesaurus: { title: { und: 'P02' } } },
        { label: {}, uri: 'http://inspire.ec.europa.eu/theme/of' },
      ],
      topicCategories: ['oceans'],
      related: [
        { relation: 'isPartOf', identifier: 'parent-1' },
        { relation: 'series', identifier: 'https://e.org/s', titles: { und: 'The series' } },
        { relation: 'isCitedBy', identifier: 'https://doi.org/10.5072/paper', identifierType: 'doi' },
      ],
      accessRight: 'open',
      constraints: [
        {
          kind: 'legal',
          otherConstraints: [{ text: { und: 'Cite us' } }],
        },
      ],
      lineage: { statement: { und: 'Measured' } },
      maintenance: { frequency: 'annually' },
      referenceSystems: [{ uri: 'http://www.opengis.net/def/crs/EPSG/0/4326' }],
      conformsTo: [{ titles: { und: 'Spec' } }],
      quality: [],
      spatialResolutions: [{ distance: { value: 10, unit: 'm' } }],
      temporalResolutions: ['PT1H'],
      edition: '3',
    });
  });

  it('never throws, and says why there is no record', async () => {
    const codes = async (text: string) => {
      const { record, problems } = await readDcat(new TextEncoder().encode(text));
      return [record, problems.map((problem) => problem.code)];
    };
    expect(await codes('')).toEqual([null, ['no-resource']]);
    expect(await codes('not rdf at all')).toEqual([null, ['not-well-formed']]);
    expect(await codes(`${prefixes} <https://e.org/x> a foaf:Agent .`)).toEqual([null, ['no-resource']]);
    const untitled = await readDcat(
      new TextEncoder().encode(`${prefixes} <https://e.org/d> a dcat:Dataset .`),
    );
    expect(untitled.record?.metadataIdentifier).toBe('https://e.org/d');
    expect(untitled.problems.map((problem) => problem.code)).toEqual(['title-missing', 'abstract-missing']);
  });
});
