/** A dataset with all that a landing page can tell, as schema.org JSON-LD. */
export const salinityDocument = (title = 'Salinity of the Iroise Sea, 2001 to 2019'): string =>
  JSON.stringify({
    '@context': { '@vocab': 'https://schema.org/' },
    '@type': 'Dataset',
    '@id': 'https://doi.org/10.17882/99901',
    name: title,
    description:
      'Salinity and temperature from CTD casts at 14 stations of the Iroise Sea, every two weeks, quality controlled.\n\nSee https://www.example.org/iroise for the stations.',
    identifier: {
      '@type': 'PropertyValue',
      propertyID: 'https://registry.identifiers.org/registry/doi',
      value: 'doi:10.17882/99901',
      url: 'https://doi.org/10.17882/99901',
    },
    url: 'https://www.example.org/data/iroise',
    version: '2.1',
    inLanguage: 'en',
    datePublished: '2020-03-05',
    dateModified: '2021-06-01',
    creator: [
      {
        '@type': 'Person',
        '@id': 'https://orcid.org/0000-0002-1825-0097',
        name: 'Ada Roux',
        givenName: 'Ada',
        familyName: 'Roux',
        email: 'ada.roux@example.org',
        affiliation: { '@type': 'Organization', '@id': 'https://ror.org/044jxhp58', name: 'Ifremer' },
      },
      {
        '@type': 'Person',
        '@id': 'https://orcid.org/0000-0001-5109-3700',
        name: 'Yann Le Goff',
        givenName: 'Yann',
        familyName: 'Le Goff',
      },
    ],
    publisher: { '@type': 'Organization', '@id': 'https://ror.org/044jxhp58', name: 'Ifremer' },
    keywords: [
      'Iroise',
      {
        '@type': 'DefinedTerm',
        name: 'Salinity of the water column',
        url: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/',
        inDefinedTermSet: 'http://vocab.nerc.ac.uk/collection/P02/current/',
      },
    ],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    conditionsOfAccess: 'http://purl.org/coar/access_right/c_abf2',
    spatialCoverage: {
      '@type': 'Place',
      name: 'Iroise Sea',
      geo: { '@type': 'GeoShape', box: '47.8 -5.6 48.7 -4.5' },
    },
    temporalCoverage: '2001-01-15/2019-12-20',
    variableMeasured: [
      {
        '@type': 'PropertyValue',
        name: 'Practical salinity',
        propertyID: 'http://vocab.nerc.ac.uk/collection/P01/current/PSLTZZ01/',
        unitText: 'PSU',
        unitCode: 'http://vocab.nerc.ac.uk/collection/P06/current/UUUU/',
      },
      { '@type': 'PropertyValue', name: 'Temperature', unitText: 'degree Celsius' },
    ],
    distribution: [
      {
        '@type': 'DataDownload',
        name: 'All casts',
        contentUrl: 'https://www.example.org/files/iroise,2019;v2.nc',
        encodingFormat: 'application/x-netcdf',
        contentSize: '3200000',
      },
      {
        '@type': 'DataDownload',
        name: 'Means',
        contentUrl: 'https://www.example.org/files/means.csv',
        encodingFormat: 'text/csv',
      },
    ],
    funding: {
      '@type': 'Grant',
      identifier: 'ANR-10-0001',
      name: 'Iroise observatory',
      funder: { '@type': 'Organization', name: 'Agence nationale de la recherche' },
    },
    isBasedOn: 'https://doi.org/10.17882/12345',
  });

const text = (words: string) => `<gco:CharacterString>${words}</gco:CharacterString>`;
const code = (list: string, value: string) =>
  `<gmd:${list} codeList="#${list}" codeListValue="${value}">${value}</gmd:${list}>`;

/** A French record with an English translation, a parent, depths, HTML in its abstract and a date that nobody can read. */
export const mooringDocument = `<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <gmd:fileIdentifier>${text('mooring-1')}</gmd:fileIdentifier>
  <gmd:language>${code('LanguageCode', 'fre')}</gmd:language>
  <gmd:parentIdentifier>${text('iroise-1')}</gmd:parentIdentifier>
  <gmd:contact><gmd:CI_ResponsibleParty><gmd:organisationName>${text('Centre de données')}</gmd:organisationName><gmd:role>${code('CI_RoleCode', 'pointOfContact')}</gmd:role></gmd:CI_ResponsibleParty></gmd:contact>
  <gmd:dateStamp><gco:Date>2021-02-03</gco:Date></gmd:dateStamp>
  <gmd:locale><gmd:PT_Locale id="EN"><gmd:languageCode>${code('LanguageCode', 'eng')}</gmd:languageCode></gmd:PT_Locale></gmd:locale>
  <gmd:identificationInfo><gmd:MD_DataIdentification>
    <gmd:citation><gmd:CI_Citation>
      <gmd:title xsi:type="gmd:PT_FreeText_PropertyType">${text('Mouillage de la baie de Douarnenez')}<gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString locale="#EN">Mooring in the bay of Douarnenez</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:title>
      <gmd:date><gmd:CI_Date><gmd:date><gco:Date>2010-02-30</gco:Date></gmd:date><gmd:dateType>${code('CI_DateTypeCode', 'publication')}</gmd:dateType></gmd:CI_Date></gmd:date>
    </gmd:CI_Citation></gmd:citation>
    <gmd:abstract>${text('&lt;p&gt;Courants et &lt;b&gt;turbidité&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a href="javascript:alert(2)"&gt;ici&lt;/a&gt;')}</gmd:abstract>
    <gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:individualName>${text('Marie Kerbrat')}</gmd:individualName><gmd:organisationName>${text('Centre de données')}</gmd:organisationName><gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address><gmd:electronicMailAddress>${text('marie.kerbrat@example.org')}</gmd:electronicMailAddress></gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo><gmd:role>${code('CI_RoleCode', 'pointOfContact')}</gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact>
    <gmd:language>${code('LanguageCode', 'fre')}</gmd:language>
    <gmd:extent><gmd:EX_Extent>
      <gmd:geographicElement><gmd:EX_GeographicBoundingBox><gmd:westBoundLongitude><gco:Decimal>-4.5</gco:Decimal></gmd:westBoundLongitude><gmd:eastBoundLongitude><gco:Decimal>-4.3</gco:Decimal></gmd:eastBoundLongitude><gmd:southBoundLatitude><gco:Decimal>48.1</gco:Decimal></gmd:southBoundLatitude><gmd:northBoundLatitude><gco:Decimal>48.2</gco:Decimal></gmd:northBoundLatitude></gmd:EX_GeographicBoundingBox></gmd:geographicElement>
      <gmd:verticalElement><gmd:EX_VerticalExtent><gmd:minimumValue><gco:Real>0</gco:Real></gmd:minimumValue><gmd:maximumValue><gco:Real>25</gco:Real></gmd:maximumValue><gmd:verticalCRS/></gmd:EX_VerticalExtent></gmd:verticalElement>
    </gmd:EX_Extent></gmd:extent>
  </gmd:MD_DataIdentification></gmd:identificationInfo>
</gmd:MD_Metadata>`;
