import { describe, expect, it } from 'vitest';
import type { CatalogueRecord, Problem } from '../../model/index.ts';
import { iso19115Part3 } from './index.ts';

const packages = {
  cit: '2.0',
  gco: '1.0',
  gcx: '1.0',
  gex: '1.0',
  lan: '1.0',
  mcc: '1.0',
  mco: '1.0',
  mrc: '2.0',
  mrd: '1.0',
  mri: '1.0',
  mrl: '2.0',
  mrs: '1.0',
  mac: '2.0',
};
const declarations = (mdb: string) =>
  [
    `xmlns:mdb="${mdb}"`,
    ...Object.entries(packages).map(
      ([prefix, version]) => `xmlns:${prefix}="http://standards.iso.org/iso/19115/-3/${prefix}/${version}"`,
    ),
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink"',
  ].join(' ');

const metadata = (inner: string, mdb = 'http://standards.iso.org/iso/19115/-3/mdb/2.0') =>
  `<mdb:MD_Metadata ${declarations(mdb)}>${inner}</mdb:MD_Metadata>`;
const text = (value: string) => `<gco:CharacterString>${value}</gco:CharacterString>`;
const code = (name: string, value: string) => `<${name} codeList="x" codeListValue="${value}"/>`;
const data = (inner: string) =>
  metadata(
    `<mdb:identificationInfo><mri:MD_DataIdentification>${inner}</mri:MD_DataIdentification></mdb:identificationInfo>`,
  );

async function read(xml: string): Promise<{ record: CatalogueRecord; problems: Problem[] }> {
  const { record, problems } = (await iso19115Part3.read?.(new TextEncoder().encode(xml))) ?? {
    record: null,
    problems: [],
  };
  if (!record) throw new Error(JSON.stringify(problems));
  return { record, problems };
}

describe('metadata', () => {
  it.each([
    'http://standards.iso.org/iso/19115/-3/mdb/1.0',
    'http://standards.iso.org/iso/19115/-3/mdb/2.0',
    'https://schemas.isotc211.org/19115/-1/mdb/1.3',
    'http://www.isotc211.org/2005/mdb/1.0/2013-06-24',
  ])('is known in %s', async (mdb) => {
    const { record } = await read(
      metadata(
        `<mdb:metadataIdentifier><mcc:MD_Identifier><mcc:code>${text('a')}</mcc:code><mcc:codeSpace>${text('space')}</mcc:codeSpace></mcc:MD_Identifier></mdb:metadataIdentifier>`,
        mdb,
      ),
    );
    expect(record.metadataIdentifier).toBe('a');
  });

  it('has a language, a scope, a parent and dates', async () => {
    const dated = (date: string, type: string) =>
      `<mdb:dateInfo><cit:CI_Date><cit:date><gco:DateTime>${date}</gco:DateTime></cit:date><cit:dateType>${code('cit:CI_DateTypeCode', type)}</cit:dateType></cit:CI_Date></mdb:dateInfo>`;
    const { record } = await read(
      metadata(
        `<mdb:defaultLocale><lan:PT_Locale id="EN"><lan:language>${code('lan:LanguageCode', 'eng')}</lan:language></lan:PT_Locale></mdb:defaultLocale><mdb:parentMetadata uuidref="p"/><mdb:metadataScope><mdb:MD_MetadataScope><mdb:resourceScope>${code('mcc:MD_ScopeCode', 'series')}</mdb:resourceScope></mdb:MD_MetadataScope></mdb:metadataScope>${dated('2019-01-01T00:00:00', 'creation')}${dated('2020-01-01T00:00:00', 'revision')}${dated('2020-02-01T00:00:00', 'revision')}<mdb:otherLocale><lan:PT_Locale id="FR"><lan:language>${code('lan:LanguageCode', 'fra')}</lan:language></lan:PT_Locale></mdb:otherLocale>`,
      ),
    );
    expect(record).toMatchObject({
      language: 'en',
      otherLanguages: ['fr'],
      parentIdentifier: 'p',
      datestamp: '2020-02-01T00:00:00',
      resource: { type: 'series', typeAsGiven: 'series' },
    });
  });
});

describe('parties', () => {
  const responsibility = (party: string) =>
    data(
      `<mri:pointOfContact><cit:CI_Responsibility><cit:role>${code('cit:CI_RoleCode', 'custodian')}</cit:role><cit:party>${party}</cit:party></cit:CI_Responsibility></mri:pointOfContact>`,
    );
  const email = (address: string) =>
    `<cit:contactInfo><cit:CI_Contact><cit:phone><cit:CI_Telephone><cit:number>${text('+33')}</cit:number><cit:numberType>${code('cit:CI_TelephoneTypeCode', 'facsimile')}</cit:numberType></cit:CI_Telephone></cit:phone><cit:address><cit:CI_Address><cit:electronicMailAddress>${text(address)}</cit:electronicMailAddress></cit:CI_Address></cit:address></cit:CI_Contact></cit:contactInfo>`;
  const person = (name: string, inner = '') =>
    `<cit:CI_Individual><cit:name>${text(name)}</cit:name>${inner}</cit:CI_Individual>`;

  it('gives one party for each person of an organisation, with its contact', async () => {
    const { record } = await read(
      responsibility(
        `<cit:CI_Organisation><cit:name>${text('Ifremer')}</cit:name>${email('org@example.org')}<cit:partyIdentifier><mcc:MD_Identifier><mcc:code>${text('https://ror.org/044jxhp58')}</mcc:code></mcc:MD_Identifier></cit:partyIdentifier><cit:individual>${person('Ada')}</cit:individual><cit:individual>${person('Bo', email('bo@example.org'))}</cit:individual></cit:CI_Organisation>`,
      ),
    );
    const parties = record.resource.responsibilities.map(({ role, party }) => [
      role,
      party.person,
      party.organisation,
      party.emails,
      party.facsimiles,
      party.organisationIdentifiers.map(({ scheme }) => scheme),
    ]);
    expect(parties).toEqual([
      ['custodian', 'Ada', { und: 'Ifremer' }, ['org@example.org'], ['+33'], ['ror']],
      ['custodian', 'Bo', { und: 'Ifremer' }, ['bo@example.org'], ['+33'], ['ror']],
    ]);
  });

  it('reads a person without organisation', async () => {
    const { record } = await read(
      responsibility(
        person(
          'Ada',
          `<cit:partyIdentifier><mcc:MD_Identifier><mcc:code>${text('0000-0002-1825-0097')}</mcc:code><mcc:codeSpace>${text('ORCID')}</mcc:codeSpace></mcc:MD_Identifier></cit:partyIdentifier>`,
        ),
      ),
    );
    expect(record.resource.responsibilities[0]?.party).toMatchObject({
      person: 'Ada',
      identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
    });
  });
});

describe('resource', () => {
  it('has extents of every kind', async () => {
    const { record } = await read(
      data(
        `<mri:temporalResolution><gco:TM_PeriodDuration>P1D</gco:TM_PeriodDuration></mri:temporalResolution><mri:extent><gex:EX_Extent><gex:description>${text('Bay')}</gex:description><gex:geographicElement><gex:EX_GeographicDescription><gex:geographicIdentifier><mcc:MD_Identifier><mcc:code><gcx:Anchor xlink:href="http://marineregions.org/mrgid/2350">Bay of Biscay</gcx:Anchor></mcc:code></mcc:MD_Identifier></gex:geographicIdentifier></gex:EX_GeographicDescription></gex:geographicElement><gex:verticalElement><gex:EX_VerticalExtent><gex:minimumValue><gco:Real>-10</gco:Real></gex:minimumValue><gex:maximumValue><gco:Real>0</gco:Real></gex:maximumValue><gex:verticalCRSId><mrs:MD_ReferenceSystem><mrs:referenceSystemIdentifier><mcc:MD_Identifier><mcc:code>${text('5714')}</mcc:code><mcc:codeSpace>${text('EPSG')}</mcc:codeSpace></mcc:MD_Identifier></mrs:referenceSystemIdentifier></mrs:MD_ReferenceSystem></gex:verticalCRSId></gex:EX_VerticalExtent></gex:verticalElement></gex:EX_Extent></mri:extent>`,
      ),
    );
    expect(record.resource.spatialExtents).toEqual([
      {
        inclusive: true,
        place: { code: 'Bay of Biscay', names: {}, uri: 'http://marineregions.org/mrgid/2350' },
        description: { und: 'Bay' },
      },
    ]);
    expect(record.resource.verticalExtents).toEqual([
      {
        minimum: -10,
        maximum: 0,
        datum: 'EPSG:5714',
        referenceSystem: { code: '5714', codeSpace: 'EPSG' },
      },
    ]);
    expect(record.resource.temporalResolutions).toEqual(['P1D']);
  });

  it('has related resources, documents, licences and lineage', async () => {
    const { record } = await read(
      metadata(
        `<mdb:identificationInfo><mri:MD_DataIdentification><mri:additionalDocumentation><cit:CI_Citation><cit:title>${text('Manual')}</cit:title><cit:onlineResource><cit:CI_OnlineResource><cit:linkage>${text('https://example.org/m')}</cit:linkage></cit:CI_OnlineResource></cit:onlineResource></cit:CI_Citation></mri:additionalDocumentation><mri:resourceConstraints><mco:MD_LegalConstraints><mco:reference><cit:CI_Citation><cit:title>${text('CC BY 4.0')}</cit:title></cit:CI_Citation></mco:reference></mco:MD_LegalConstraints></mri:resourceConstraints><mri:associatedResource><mri:MD_AssociatedResource><mri:associationType>${code('mri:DS_AssociationTypeCode', 'largerWorkCitation')}</mri:associationType><mri:initiativeType>${code('mri:DS_InitiativeTypeCode', 'campaign')}</mri:initiativeType><mri:name><cit:CI_Citation><cit:title>${text('MOOSE-GE')}</cit:title><cit:identifier><mcc:MD_Identifier><mcc:code>${text('10.18142/235')}</mcc:code></mcc:MD_Identifier></cit:identifier></cit:CI_Citation></mri:name></mri:MD_AssociatedResource></mri:associatedResource></mri:MD_DataIdentification></mdb:identificationInfo><mdb:resourceLineage><mrl:LI_Lineage><mrl:statement>${text('Measured')}</mrl:statement><mrl:processStep><mrl:LI_ProcessStep><mrl:description>${text('Calibrated')}</mrl:description><mrl:stepDateTime><gml:TimeInstant gml:id="t"><gml:timePosition>2020-01-01</gml:timePosition></gml:TimeInstant></mrl:stepDateTime></mrl:LI_ProcessStep></mrl:processStep></mrl:LI_Lineage></mdb:resourceLineage>`,
      ),
    );
    const { resource } = record;
    expect(resource.additionalDocumentation).toEqual([
      { titles: { und: 'Manual' }, identifiers: [], dates: [], url: 'https://example.org/m' },
    ]);
    expect(resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(resource.related).toEqual([
      {
        relation: 'isPartOf',
        identifier: '10.18142/235',
        identifierType: 'doi',
        url: 'https://doi.org/10.18142/235',
        titles: { und: 'MOOSE-GE' },
        initiative: 'campaign',
      },
    ]);
    expect(resource.campaigns[0]?.names).toEqual({ und: 'MOOSE-GE' });
    expect(resource.lineage).toEqual({
      statement: { und: 'Measured' },
      sources: [],
      processSteps: [{ description: { und: 'Calibrated' }, processors: [], date: '2020-01-01' }],
    });
  });

  it('has variables with standard names and units, and links with formats', async () => {
    const { record } = await read(
      metadata(
        `<mdb:contentInfo><mrc:MD_CoverageDescription><mrc:attributeGroup><mrc:MD_AttributeGroup><mrc:attribute><mrc:MD_SampleDimension><mrc:description>${text('Salinity of the water')}</mrc:description><mrc:name><mcc:MD_Identifier><mcc:code>${text('sea_water_salinity')}</mcc:code><mcc:codeSpace>${text('CF standard names')}</mcc:codeSpace></mcc:MD_Identifier></mrc:name><mrc:units><gml:BaseUnit gml:id="u"><gml:identifier codeSpace="x">1e-3</gml:identifier></gml:BaseUnit></mrc:units></mrc:MD_SampleDimension></mrc:attribute></mrc:MD_AttributeGroup></mrc:attributeGroup></mrc:MD_CoverageDescription></mdb:contentInfo><mdb:distributionInfo><mrd:MD_Distribution><mrd:distributionFormat><mrd:MD_Format><mrd:formatSpecificationCitation><cit:CI_Citation><cit:title>${text('NetCDF')}</cit:title><cit:edition>${text('4')}</cit:edition></cit:CI_Citation></mrd:formatSpecificationCitation></mrd:MD_Format></mrd:distributionFormat><mrd:transferOptions><mrd:MD_DigitalTransferOptions><mrd:onLine><cit:CI_OnlineResource><cit:linkage>${text('https://example.org/thredds/dodsC/a.nc')}</cit:linkage></cit:CI_OnlineResource></mrd:onLine></mrd:MD_DigitalTransferOptions></mrd:transferOptions></mrd:MD_Distribution></mdb:distributionInfo>`,
      ),
    );
    expect(record.resource.variables).toEqual([
      {
        names: { und: 'Salinity of the water' },
        standardName: 'sea_water_salinity',
        unit: '1e-3',
        otherNames: [{ code: 'sea_water_salinity', codeSpace: 'CF standard names' }],
      },
    ]);
    expect(record.resource.formats).toEqual([{ name: 'NetCDF', version: '4' }]);
    expect(record.resource.distributions[0]).toMatchObject({ protocol: 'OPeNDAP:OPeNDAP', kind: 'subset' });
  });

  it('survives exporters that nest an object in itself and mistake the package', async () => {
    const { record } = await read(
      data(
        '<mri:extent><gex:EX_Extent><mri:EX_Extent><gex:temporalElement><gex:EX_TemporalExtent><mri:extent><gml:TimeInstant gml:id="t"><gml:timePosition>2001</gml:timePosition></gml:TimeInstant></mri:extent></gex:EX_TemporalExtent></gex:temporalElement></mri:EX_Extent></gex:EX_Extent></mri:extent>',
      ),
    );
    expect(record.resource.temporalExtents).toEqual([{ start: { date: '2001' }, end: { date: '2001' } }]);
  });
});
