import { describe, expect, it } from 'vitest';
import type { CatalogueRecord, Problem } from '../../model/index.ts';
import { iso19139 } from './index.ts';

const namespaces =
  'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:srv="http://www.isotc211.org/2005/srv" xmlns:gmi="http://www.isotc211.org/2005/gmi" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sdn="http://www.seadatanet.org" xmlns:mcp="http://schemas.aodn.org.au/mcp-2.0"';

async function read(xml: string): Promise<{ record: CatalogueRecord; problems: Problem[] }> {
  const { record, problems } = (await iso19139.read?.(new TextEncoder().encode(xml))) ?? {
    record: null,
    problems: [],
  };
  if (!record) throw new Error(JSON.stringify(problems));
  return { record, problems };
}

const text = (value: string) => `<gco:CharacterString>${value}</gco:CharacterString>`;
const code = (list: string, value: string) => `<gmd:${list} codeList="x" codeListValue="${value}"/>`;
const citation = (inner: string) =>
  `<gmd:citation><gmd:CI_Citation>${inner}</gmd:CI_Citation></gmd:citation>`;
const metadata = (inner: string) => `<gmd:MD_Metadata ${namespaces}>${inner}</gmd:MD_Metadata>`;
const identification = (inner: string) =>
  `<gmd:identificationInfo><gmd:MD_DataIdentification>${inner}</gmd:MD_DataIdentification></gmd:identificationInfo>`;
const data = (inner: string) => metadata(identification(inner));
const extent = (inner: string) => data(`<gmd:extent><gmd:EX_Extent>${inner}</gmd:EX_Extent></gmd:extent>`);
const box = (west: string, east: string, south: string, north: string) =>
  extent(
    `<gmd:geographicElement><gmd:EX_GeographicBoundingBox><gmd:westBoundLongitude><gco:Decimal>${west}</gco:Decimal></gmd:westBoundLongitude><gmd:eastBoundLongitude><gco:Decimal>${east}</gco:Decimal></gmd:eastBoundLongitude><gmd:southBoundLatitude><gco:Decimal>${south}</gco:Decimal></gmd:southBoundLatitude><gmd:northBoundLatitude><gco:Decimal>${north}</gco:Decimal></gmd:northBoundLatitude></gmd:EX_GeographicBoundingBox></gmd:geographicElement>`,
  );
const period = (gml: string) =>
  extent(
    `<gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent>${gml}</gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>`,
  );
const polygon = (gml: string) =>
  extent(
    `<gmd:geographicElement><gmd:EX_BoundingPolygon><gmd:polygon>${gml}</gmd:polygon></gmd:EX_BoundingPolygon></gmd:geographicElement>`,
  );

const find = (problems: readonly Problem[], wanted: string) =>
  problems.find((problem) => problem.code === wanted);

describe('roots', () => {
  it.each([
    `<gmd:MD_Metadata ${namespaces}><gmd:fileIdentifier>${text('a')}</gmd:fileIdentifier></gmd:MD_Metadata>`,
    `<gmi:MI_Metadata ${namespaces}><gmd:fileIdentifier>${text('a')}</gmd:fileIdentifier></gmi:MI_Metadata>`,
    `<gmi:MI_Metadata ${namespaces.replace('http://www.isotc211.org/2005/gmi', 'http://standards.iso.org/iso/19115/-2/gmi/1.0')}><gmd:fileIdentifier>${text('a')}</gmd:fileIdentifier></gmi:MI_Metadata>`,
    `<MD_Metadata xmlns="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"><fileIdentifier>${text('a')}</fileIdentifier></MD_Metadata>`,
    `<p:CHE_MD_Metadata xmlns:p="urn:profile" ${namespaces} gco:isoType="gmd:MD_Metadata"><gmd:fileIdentifier>${text('a')}</gmd:fileIdentifier></p:CHE_MD_Metadata>`,
  ])('reads %.60s', async (xml) => {
    expect((await read(xml)).record.metadataIdentifier).toBe('a');
  });

  it('says what another document is', async () => {
    const result = await iso19139.read?.(new TextEncoder().encode('<x:catalogue xmlns:x="urn:x"/>'));
    expect(result?.record).toBeNull();
    expect(result?.problems[0]).toMatchObject({
      code: 'not-a-record',
      path: '/x:catalogue',
      severity: 'error',
    });
  });
});

describe('texts', () => {
  const locale = (id: string, language: string) =>
    `<gmd:locale><gmd:PT_Locale id="${id}"><gmd:languageCode>${code('LanguageCode', language)}</gmd:languageCode></gmd:PT_Locale></gmd:locale>`;
  const language = `<gmd:language>${code('LanguageCode', 'eng')}</gmd:language>`;
  const translated = (main: string, reference: string, other: string) =>
    `${main}<gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString locale="${reference}">${other}</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText>`;

  it('gives every language that the document speaks', async () => {
    const { record, problems } = await read(
      metadata(
        language +
          locale('FR', 'fre') +
          identification(
            `${citation(`<gmd:title>${translated(text(' Sea  level '), '#FR', 'Niveau de la mer')}</gmd:title>`)}<gmd:abstract>${translated(text(' One\n\nTwo '), '#locale-ger', 'Zwei')}</gmd:abstract>`,
          ),
      ),
    );
    expect(record.language).toBe('en');
    expect(record.otherLanguages).toEqual(['fr']);
    expect(record.resource.titles).toEqual({ en: 'Sea level', fr: 'Niveau de la mer' });
    expect(record.resource.abstracts).toEqual({ en: 'One\n\nTwo', de: 'Zwei' });
    expect(find(problems, 'locale-undeclared')?.path).toMatch(/LocalisedCharacterString$/);
  });

  it('does not guess the language of untagged text', async () => {
    const { record } = await read(data(citation(`<gmd:title>${text('Mer')}</gmd:title>`)));
    expect(record.resource.titles).toEqual({ und: 'Mer' });
  });

  it('keeps HTML as it was sent and says so', async () => {
    const { record, problems } = await read(
      data(`<gmd:abstract>${text('&lt;p&gt;Sea&lt;/p&gt;')}</gmd:abstract>`),
    );
    expect(record.resource.abstracts).toEqual({ und: '<p>Sea</p>' });
    expect(find(problems, 'html-in-text')?.severity).toBe('info');
  });
});

describe('dates', () => {
  const dated = (date: string, element = 'Date') =>
    data(
      citation(
        `<gmd:date><gmd:CI_Date><gmd:date><gco:${element}>${date}</gco:${element}></gmd:date><gmd:dateType>${code('CI_DateTypeCode', 'publication')}</gmd:dateType></gmd:CI_Date></gmd:date>`,
      ),
    );

  it.each([
    ['2009-06', '2009-06'],
    ['2009', '2009'],
    ['2009-06-12T10:00:00Z', '2009-06-12T10:00:00Z'],
    ['2009-06-12ZZ', '2009-06-12'],
  ])('reads %s', async (written, date) => {
    expect((await read(dated(written))).record.resource.dates).toEqual([{ type: 'publication', date }]);
  });

  it('tells where an impossible date stands', async () => {
    const { record, problems } = await read(dated('2010-02-30'));
    expect(record.resource.dates).toEqual([]);
    expect(find(problems, 'date-impossible')).toMatchObject({
      severity: 'error',
      line: 1,
      path: '/gmd:MD_Metadata/gmd:identificationInfo/gmd:MD_DataIdentification/gmd:citation/gmd:CI_Citation/gmd:date/gmd:CI_Date/gmd:date/gco:Date',
    });
  });
});

describe('extents', () => {
  it('reads a box in the order west, east, south, north', async () => {
    const { record, problems } = await read(box('-5.5', '10', '36', '48'));
    expect(record.resource.spatialExtents).toEqual([
      { inclusive: true, box: { west: -5.5, east: 10, south: 36, north: 48 } },
    ]);
    expect(problems.filter(({ code: found }) => found.startsWith('box'))).toEqual([]);
  });

  it.each([
    ['-5,5', '10', '36', '48', 'number-with-comma', { west: -5.5, east: 10, south: 36, north: 48 }],
    ['170', '-170', '-10', '10', 'box-west-east', { west: 170, east: -170, south: -10, north: 10 }],
    ['10', '-5', '36', '48', 'box-west-east', undefined],
    ['0', '360', '-90', '90', 'box-longitude-beyond-180', { west: -180, east: 180, south: -90, north: 90 }],
    ['150', '200', '0', '10', 'box-longitude-beyond-180', { west: 150, east: -160, south: 0, north: 10 }],
    ['558918', '564184', '6750022', '6757165', 'box-latitude', undefined],
    ['0', '1', '10', '5', 'box-south-north', undefined],
    ['3', '3', '45', '45', 'box-degenerate', { west: 3, east: 3, south: 45, north: 45 }],
    ['', '', '', '', 'box-incomplete', undefined],
    ['west', '1', '2', '3', 'number-unreadable', undefined],
  ])('reports the box %s %s %s %s', async (west, east, south, north, expected, wanted) => {
    const { record, problems } = await read(box(west, east, south, north));
    expect(find(problems, expected)).toBeDefined();
    expect(record.resource.spatialExtents[0]?.box).toEqual(wanted);
  });

  const ring =
    '<gml:exterior><gml:LinearRing><gml:posList>0 50 1 50 1 51 0 50</gml:posList></gml:LinearRing></gml:exterior>';
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 50],
        [1, 50],
        [1, 51],
        [0, 50],
      ],
    ],
  };

  it.each([
    ['no reference system', `<gml:Polygon gml:id="a">${ring}</gml:Polygon>`],
    ['longitude first', `<gml:Polygon srsName="EPSG:4326">${ring}</gml:Polygon>`],
    [
      'latitude first',
      `<gml:Polygon srsName="urn:ogc:def:crs:EPSG::4326"><gml:exterior><gml:LinearRing><gml:pos>50 0</gml:pos><gml:pos>50 1</gml:pos><gml:pos>51 1</gml:pos><gml:pos>50 0</gml:pos></gml:LinearRing></gml:exterior></gml:Polygon>`,
    ],
    [
      'GML 3.1',
      `<g:Polygon xmlns:g="http://www.opengis.net/gml"><g:outerBoundaryIs><g:LinearRing><g:coordinates>0,50 1,50 1,51 0,50</g:coordinates></g:LinearRing></g:outerBoundaryIs></g:Polygon>`,
    ],
  ])('reads a polygon with %s', async (_, gml) => {
    expect((await read(polygon(gml))).record.resource.spatialExtents[0]?.geometry).toEqual(square);
  });

  it('refuses metres', async () => {
    const { record, problems } = await read(
      polygon(`<gml:Polygon srsName="EPSG:2154">${ring}</gml:Polygon>`),
    );
    expect(record.resource.spatialExtents).toEqual([]);
    expect(find(problems, 'geometry-unreadable')?.message).toContain('EPSG:2154');
  });

  it.each([
    [
      '<gml:TimePeriod gml:id="t"><gml:beginPosition>1992</gml:beginPosition><gml:endPosition indeterminatePosition="now"/></gml:TimePeriod>',
      { start: { date: '1992' }, end: { indeterminate: 'now' } },
    ],
    [
      '<g:TimePeriod xmlns:g="http://www.opengis.net/gml"><g:begin><g:TimeInstant><g:timePosition>1992-04-01T00:00:00</g:timePosition></g:TimeInstant></g:begin><g:end><g:TimeInstant><g:timePosition>1993</g:timePosition></g:TimeInstant></g:end></g:TimePeriod>',
      { start: { date: '1992-04-01T00:00:00' }, end: { date: '1993' } },
    ],
    [
      '<gml:TimeInstant gml:id="t"><gml:timePosition>2001-01</gml:timePosition></gml:TimeInstant>',
      { start: { date: '2001-01' }, end: { date: '2001-01' } },
    ],
    [
      '<gml:TimePeriod gml:id="t"><gml:beginPosition indeterminatePosition="before">2001</gml:beginPosition><gml:endPosition/></gml:TimePeriod>',
      { start: { date: '2001', indeterminate: 'before' } },
    ],
  ])('reads the period %.80s', async (gml, wanted) => {
    expect((await read(period(gml))).record.resource.temporalExtents).toEqual([wanted]);
  });

  it('reports a period that ends before it begins', async () => {
    const { problems } = await read(
      period(
        '<gml:TimePeriod gml:id="t"><gml:beginPosition>2001-05-01</gml:beginPosition><gml:endPosition>2000</gml:endPosition></gml:TimePeriod>',
      ),
    );
    expect(find(problems, 'period-reversed')?.severity).toBe('warning');
  });

  it('reads depths with what they are counted from', async () => {
    const { record } = await read(
      extent(
        '<gmd:verticalElement><gmd:EX_VerticalExtent><gmd:minimumValue><gco:Real>0</gco:Real></gmd:minimumValue><gmd:maximumValue><gco:Real>4000</gco:Real></gmd:maximumValue><gmd:verticalCRS><gml:VerticalCRS gml:id="v"><gml:verticalCS><gml:VerticalCS gml:id="c"><gml:axis><gml:CoordinateSystemAxis gml:id="x" uom="m"><gml:axisDirection>down</gml:axisDirection></gml:CoordinateSystemAxis></gml:axis></gml:VerticalCS></gml:verticalCS><gml:verticalDatum><gml:VerticalDatum gml:id="d"><gml:name>mean sea level</gml:name></gml:VerticalDatum></gml:verticalDatum></gml:VerticalCRS></gmd:verticalCRS></gmd:EX_VerticalExtent></gmd:verticalElement>',
      ),
    );
    expect(record.resource.verticalExtents).toEqual([
      { minimum: 0, maximum: 4000, datum: 'mean sea level', unit: 'm', positive: 'down' },
    ]);
  });
});

describe('keywords', () => {
  const keywords = (inner: string) =>
    data(`<gmd:descriptiveKeywords><gmd:MD_Keywords>${inner}</gmd:MD_Keywords></gmd:descriptiveKeywords>`);

  it('gives each its type, address and thesaurus', async () => {
    const { record } = await read(
      keywords(
        `<gmd:keyword><gmx:Anchor xlink:href="https://example.org/c/1">Temperature</gmx:Anchor></gmd:keyword><gmd:type>${code('MD_KeywordTypeCode', 'Theme')}</gmd:type><gmd:thesaurusName><gmd:CI_Citation><gmd:title><gmx:Anchor xlink:href="https://example.org/c">Themes</gmx:Anchor></gmd:title></gmd:CI_Citation></gmd:thesaurusName>`,
      ),
    );
    expect(record.resource.keywords).toEqual([
      {
        label: { und: 'Temperature' },
        uri: 'https://example.org/c/1',
        type: 'theme',
        thesaurus: { title: { und: 'Themes' }, uri: 'https://example.org/c', dates: [] },
      },
    ]);
  });

  it('understands the codes of SeaDataNet', async () => {
    const { record } = await read(
      keywords(
        '<gmd:keyword><sdn:SDN_ParameterDiscoveryCode codeListValue="TEMP" codeSpace="SeaDataNet">Temperature of the water column</sdn:SDN_ParameterDiscoveryCode></gmd:keyword>',
      ),
    );
    const variable = {
      names: { und: 'Temperature of the water column' },
      uri: 'http://vocab.nerc.ac.uk/collection/P02/current/TEMP/',
    };
    expect(record.resource.variables).toEqual([variable]);
  });

  it('takes science keywords of GCMD for variables, its platforms for platforms only', async () => {
    const gcmd = (type: string, scheme: string, word: string) =>
      `<gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword>${text(word)}</gmd:keyword><gmd:type>${code('MD_KeywordTypeCode', type)}</gmd:type><gmd:thesaurusName><gmd:CI_Citation><gmd:title><gmx:Anchor xlink:href="https://gcmd.earthdata.nasa.gov/kms/concepts/concept_scheme/${scheme}">GCMD ${scheme}</gmx:Anchor></gmd:title></gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords></gmd:descriptiveKeywords>`;
    const { record } = await read(
      data(gcmd('theme', 'sciencekeywords', 'SEA SURFACE HEIGHT') + gcmd('platform', 'platforms', 'Jason-3')),
    );
    expect(record.resource.variables).toEqual([{ names: { und: 'SEA SURFACE HEIGHT' } }]);
    expect(record.resource.platforms).toEqual([{ names: { und: 'Jason-3' } }]);
  });

  it('finds platforms, projects, taxa and networks in them', async () => {
    const typed = (type: string, word: string) =>
      `<gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword>${text(word)}</gmd:keyword><gmd:type>${code('MD_KeywordTypeCode', type)}</gmd:type></gmd:MD_Keywords></gmd:descriptiveKeywords>`;
    const { record } = await read(
      data(
        typed('platform', 'Thalassa') + typed('project', 'SOMLIT') + typed('taxon', 'Calanus helgolandicus'),
      ),
    );
    expect(record.resource.platforms).toEqual([{ names: { und: 'Thalassa' } }]);
    expect(record.resource.projects).toEqual([{ names: { und: 'SOMLIT' } }]);
    expect(record.resource.networks[0]?.uri).toBe('https://www.somlit.fr/');
    expect(record.resource.taxa[0]?.scientificName).toBe('Calanus helgolandicus');
  });

  it('reports those that are only pointed to', async () => {
    const { record, problems } = await read(data('<gmd:descriptiveKeywords xlink:href="local://k?id=1"/>'));
    expect(record.resource.keywords).toEqual([]);
    expect(find(problems, 'reference-unresolved')?.message).toContain('local://k?id=1');
  });
});

describe('parties', () => {
  it('keeps person, organisation, contact and role', async () => {
    const { record } = await read(
      data(
        `<gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:individualName><gmx:Anchor xlink:href="https://orcid.org/0000-0002-1825-0097">Josiah Carberry</gmx:Anchor></gmd:individualName><gmd:organisationName><sdn:SDN_EDMOCode codeListValue="486">Ifremer</sdn:SDN_EDMOCode></gmd:organisationName><gmd:contactInfo><gmd:CI_Contact><gmd:phone><gmd:CI_Telephone><gmd:voice>${text('+33 1')}</gmd:voice></gmd:CI_Telephone></gmd:phone><gmd:address><gmd:CI_Address><gmd:city>${text('Brest')}</gmd:city><gmd:electronicMailAddress>${text('a@example.org')}</gmd:electronicMailAddress></gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo><gmd:role>${code('CI_RoleCode', 'RI_409')}</gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact>`,
      ),
    );
    expect(record.resource.responsibilities).toEqual([
      {
        role: 'custodian',
        party: {
          person: 'Josiah Carberry',
          organisation: { und: 'Ifremer' },
          identifiers: [
            { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
          ],
          organisationIdentifiers: [
            { scheme: 'edmo', value: '486', uri: 'https://edmo.seadatanet.org/report/486' },
          ],
          emails: ['a@example.org'],
          phones: ['+33 1'],
          facsimiles: [],
          addresses: [{ deliveryPoints: [], city: 'Brest' }],
          online: [],
        },
      },
    ]);
  });

  it('keeps a role that is in no codelist', async () => {
    const { record, problems } = await read(
      data(
        `<gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:organisationName>${text('Ifremer')}</gmd:organisationName><gmd:role>${code('CI_RoleCode', 'chiefScientist')}</gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact>`,
      ),
    );
    expect(record.resource.responsibilities[0]).toMatchObject({
      role: 'other',
      roleAsGiven: 'chiefScientist',
    });
    expect(find(problems, 'code-unknown')?.message).toContain('chiefScientist');
  });
});

describe('the rest', () => {
  it('recognises licences and open access', async () => {
    const { record } = await read(
      data(
        `<gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:useConstraints>${code('MD_RestrictionCode', 'license')}</gmd:useConstraints><gmd:otherConstraints><gmx:Anchor xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</gmx:Anchor></gmd:otherConstraints><gmd:otherConstraints><gmx:Anchor xlink:href="http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations">No limitations</gmx:Anchor></gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints>`,
      ),
    );
    expect(record.resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(record.resource.accessRight).toBe('open');
    expect(record.resource.constraints[0]).toMatchObject({ kind: 'legal', useConstraints: ['license'] });
  });

  it('gives links their protocol, kind, media type and size', async () => {
    const { record, problems } = await read(
      metadata(
        `<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:transferSize><gco:Real>1.5</gco:Real></gmd:transferSize><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>https://example.org/a.csv</gmd:URL></gmd:linkage><gmd:name><gmx:MimeFileType type="text/csv">Table</gmx:MimeFileType></gmd:name></gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions><gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL/></gmd:linkage><gmd:protocol>${text('OGC:WMS')}</gmd:protocol></gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`,
      ),
    );
    expect(record.resource.distributions).toEqual([
      {
        url: 'https://example.org/a.csv',
        names: { und: 'Table' },
        descriptions: {},
        kind: 'download',
        protocol: 'WWW:DOWNLOAD',
        mediaType: 'text/csv',
        byteSize: 1_500_000,
        conformsTo: [],
      },
    ]);
    expect(find(problems, 'link-empty')).toBeDefined();
  });

  it('reads a service with its operations', async () => {
    const { record } = await read(
      metadata(
        `<gmd:hierarchyLevel>${code('MD_ScopeCode', 'service')}</gmd:hierarchyLevel><gmd:identificationInfo><srv:SV_ServiceIdentification><srv:serviceType><gco:LocalName>view</gco:LocalName></srv:serviceType><srv:containsOperations><srv:SV_OperationMetadata><srv:operationName>${text('GetMap')}</srv:operationName><srv:DCP><srv:DCPList codeList="x" codeListValue="WebServices"/></srv:DCP><srv:connectPoint><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>https://example.org/wms</gmd:URL></gmd:linkage></gmd:CI_OnlineResource></srv:connectPoint></srv:SV_OperationMetadata></srv:containsOperations><srv:operatesOn uuidref="abc"/></srv:SV_ServiceIdentification></gmd:identificationInfo>`,
      ),
    );
    expect(record.resource).toMatchObject({
      type: 'service',
      service: {
        type: 'view',
        operations: [{ name: 'GetMap', platforms: ['WebServices'], urls: ['https://example.org/wms'] }],
        operatesOn: ['abc'],
      },
    });
  });

  it('reads platforms, instruments and cruises of gmi', async () => {
    const identifier = (value: string) =>
      `<gmi:identifier><gmd:MD_Identifier><gmd:code>${text(value)}</gmd:code></gmd:MD_Identifier></gmi:identifier>`;
    const { record } = await read(
      metadata(
        `<gmi:acquisitionInformation><gmi:MI_AcquisitionInformation><gmi:instrument><gmi:MI_Instrument>${identifier('CTD-9')}<gmi:type>${text('CTD')}</gmi:type></gmi:MI_Instrument></gmi:instrument><gmi:operation><gmi:MI_Operation><gmi:description>${text('MOOSE-GE 2020')}</gmi:description>${identifier('18001234')}<gmi:status>${code('MD_ProgressCode', 'completed')}</gmi:status></gmi:MI_Operation></gmi:operation><gmi:platform><gmi:MI_Platform>${identifier('35A3')}<gmi:description>${text('Atalante')}</gmi:description></gmi:MI_Platform></gmi:platform></gmi:MI_AcquisitionInformation></gmi:acquisitionInformation>`,
      ),
    );
    expect(record.resource.instruments).toEqual([
      { names: { und: 'CTD-9' }, identifier: 'CTD-9', type: 'CTD' },
    ]);
    expect(record.resource.platforms).toEqual([{ names: { und: 'Atalante' }, identifier: '35A3' }]);
    expect(record.resource.campaigns).toEqual([
      { names: { und: 'MOOSE-GE 2020' }, identifier: '18001234', status: 'completed' },
    ]);
  });

  it('reads variables with units', async () => {
    const { record } = await read(
      metadata(
        `<gmd:contentInfo><gmi:MI_CoverageDescription><gmd:dimension><gmd:MD_Band><gmd:sequenceIdentifier><gco:MemberName><gco:aName>${text('PSAL')}</gco:aName></gco:MemberName></gmd:sequenceIdentifier><gmd:descriptor>${text('Practical salinity')}</gmd:descriptor><gmd:units xlink:href="http://example.org/udunits.xml#psu"/></gmd:MD_Band></gmd:dimension></gmi:MI_CoverageDescription></gmd:contentInfo>`,
      ),
    );
    const unitUri = 'http://example.org/udunits.xml#psu';
    expect(record.resource.variables).toEqual([
      { names: { und: 'Practical salinity' }, shortName: 'PSAL', unit: 'psu', unitUri },
    ]);
  });

  it('reads the data parameters of the Marine Community Profile', async () => {
    const term = (value: string) => `<mcp:DP_Term><mcp:term>${text(value)}</mcp:term></mcp:DP_Term>`;
    const { record } = await read(
      data(
        `<mcp:dataParameters><mcp:DP_DataParameters><mcp:dataParameter><mcp:DP_DataParameter><mcp:parameterName>${term('Salinity')}</mcp:parameterName><mcp:parameterUnits>${term('1e-3')}</mcp:parameterUnits><mcp:platform>${term('Investigator')}</mcp:platform></mcp:DP_DataParameter></mcp:dataParameter></mcp:DP_DataParameters></mcp:dataParameters>`,
      ),
    );
    expect(record.resource.variables).toEqual([{ names: { und: 'Salinity' }, unit: '1e-3' }]);
    expect(record.resource.platforms).toEqual([{ names: { und: 'Investigator' } }]);
  });

  it('reports what a record lacks and what was not read', async () => {
    const { problems } = await read(metadata(`<gmd:propertyType>x</gmd:propertyType>`));
    const codes = problems.map(({ code: found }) => found);
    expect(codes).toEqual([
      'identifier-missing',
      'title-missing',
      'abstract-missing',
      'date-missing',
      'datestamp-missing',
      'contact-missing',
      'elements-unread',
    ]);
  });

  it('reads the first of several file identifiers', async () => {
    const { record, problems } = await read(
      metadata(
        `<gmd:fileIdentifier>${text('a')}</gmd:fileIdentifier><gmd:fileIdentifier>${text('b')}</gmd:fileIdentifier>`,
      ),
    );
    expect(record.metadataIdentifier).toBe('a');
    expect(find(problems, 'element-repeated')?.path).toBe('/gmd:MD_Metadata/gmd:fileIdentifier[2]');
  });

  it('lists at most twenty-five problems of a kind', async () => {
    const { problems } = await read(
      data(`<gmd:status>${code('MD_ProgressCode', 'never')}</gmd:status>`.repeat(60)),
    );
    expect(problems.filter(({ code: found }) => found === 'code-unknown')).toHaveLength(25);
    expect(find(problems, 'problems-repeated')?.message).toContain('35 more');
  });
});
