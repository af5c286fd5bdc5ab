import { type CatalogueRecord, catalogueRecord, emptyRecord } from '../../model/index.ts';

const institute = {
  organisation: { en: 'Institute of the Sea', fr: 'Institut de la mer' },
  emails: ['data@institute.example.org'],
  identifiers: [{ scheme: 'edmo', value: '9999', uri: 'https://edmo.seadatanet.org/report/9999' }],
};
const scientist = {
  person: 'Le Goff, Anna',
  emails: ['anna@institute.example.org'],
  organisation: institute.organisation,
  identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
};
const inspireThemes = {
  title: { en: 'GEMET - INSPIRE themes, version 1.0' },
  dates: [{ type: 'publication', date: '2008-06-01' }],
};
const otherRestrictions = (kind: 'accessConstraints' | 'useConstraints', uri: string) => ({
  kind: 'legal',
  [kind]: ['otherRestrictions'],
  otherConstraints: [{ text: { en: 'None' }, uri }],
});
const codelist = 'http://inspire.ec.europa.eu/metadata-codelist';

const variable = (name: string, unit: string) => ({
  names: { en: name },
  unit,
  method: 'As described in the cruise report',
  uri: `http://vocab.nerc.ac.uk/collection/P01/current/${name.replace(/\W/g, '')}/`,
});

const metadata = {
  metadataIdentifier: 'b1c54b6e-6c5e-4c4f-9d2c-2f4b5f3f8a11',
  datestamp: '2024-05-31',
  language: 'en',
  metadataContacts: [{ role: 'pointOfContact', party: institute }],
};

/** Inventory of what INSPIRE and everybody else asks of a resource of either kind. */
const shared = {
  titles: { en: 'Surface and bottle carbon data of the cruise IROISE 2015' },
  identifiers: [
    { code: '10.5072/iroise-2015', scheme: 'doi', uri: 'https://doi.org/10.5072/iroise-2015' },
    { code: '35XX20150112', scheme: 'other' },
  ],
  abstracts: {
    en: 'Underway and bottle measurements of the carbonate system in the Iroise Sea, quality controlled with WOCE flags.',
  },
  edition: '2',
  dates: [
    { type: 'creation', date: '2015-03-01' },
    { type: 'publication', date: '2016-02-01' },
    { type: 'revision', date: '2019-02-01' },
  ],
  responsibilities: [
    { role: 'principalInvestigator', party: scientist },
    { role: 'publisher', party: institute },
    { role: 'pointOfContact', party: institute },
  ],
  topicCategories: ['oceans'],
  languages: ['en'],
  constraints: [
    otherRestrictions('accessConstraints', `${codelist}/LimitationsOnPublicAccess/noLimitations`),
    otherRestrictions('useConstraints', 'https://creativecommons.org/licenses/by/4.0/'),
  ],
  licences: [{ id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/' }],
  accessRight: 'open',
  quality: [
    {
      type: 'DQ_DomainConsistency',
      specification: {
        titles: { en: 'Commission Regulation (EU) No 1089/2010' },
        dates: [{ type: 'publication', date: '2010-12-08' }],
      },
      pass: true,
    },
    { type: 'DQ_QuantitativeAttributeAccuracy', values: ['2'], valueUnit: 'uatm' },
  ],
  related: [{ relation: 'isDocumentedBy', identifier: '10.5072/report' }],
  funding: [{ funder: { en: 'Agency' }, awardNumber: 'A-1' }],
  distributions: [
    {
      url: 'https://data.example.org/iroise.nc',
      kind: 'download',
      mediaType: 'application/x-netcdf',
      format: { name: 'NetCDF', version: '4' },
    },
  ],
};

/** A dataset of a cruise in which no rule of any set finds anything. */
export function completeDataset(): CatalogueRecord {
  return catalogueRecord.parse({
    ...metadata,
    resource: {
      ...emptyRecord('dataset').resource,
      ...shared,
      methods: { en: 'Equilibrator and infrared analyser, calibrated every six hours with standard gases.' },
      keywords: [
        { label: { en: 'Oceanographic geographical features' }, thesaurus: inspireThemes },
        { label: { en: 'Iroise Sea' }, type: 'place' },
      ],
      spatialExtents: [
        { box: { west: -6, south: 47.5, east: -4.5, north: 48.8 }, description: { en: 'Iroise Sea' } },
      ],
      verticalExtents: [{ minimum: 0, maximum: 120, unit: 'm', positive: 'down' }],
      temporalExtents: [{ start: { date: '2015-01-12' }, end: { date: '2015-02-02' } }],
      taxa: [{ scientificName: 'Calanus helgolandicus', uri: 'urn:lsid:marinespecies.org:taxname:104466' }],
      referenceSystems: [{ code: '4326', codeSpace: 'EPSG' }],
      spatialRepresentations: ['textTable'],
      spatialResolutions: [{ distance: { value: 1000, unit: 'm' } }],
      lineage: { statement: { en: 'Measured on board, then checked by two people; accuracy 2 uatm.' } },
      variables: [
        variable('fCO2 in surface water', 'uatm'),
        variable('Temperature', 'degC'),
        variable('Salinity', '1'),
        variable('Air pressure', 'hPa'),
        variable('Total alkalinity', 'umol/kg'),
        variable('Nitrate', 'umol/kg'),
        variable('Oxygen', 'umol/kg'),
      ],
      platforms: [{ names: { en: 'RV Example' }, identifier: '35XX' }],
      instruments: [{ names: { en: 'Infrared gas analyser' } }],
      campaigns: [
        { names: { en: 'IROISE 2015' }, identifier: '35XX20150112', start: '2015-01-12', end: '2015-02-02' },
      ],
      projects: [{ names: { en: 'IROISE' } }],
    },
  });
}

/** A view service in which no rule of any set that concerns services finds anything. */
export function completeService(): CatalogueRecord {
  return catalogueRecord.parse({
    ...metadata,
    resource: {
      ...emptyRecord('service').resource,
      ...shared,
      keywords: [
        {
          label: { en: 'infoMapAccessService' },
          uri: `${codelist}/SpatialDataServiceCategory/infoMapAccessService`,
        },
      ],
      service: {
        type: 'view',
        operatesOn: ['https://catalogue.example.org/records/1'],
        endpointUrls: ['https://maps.example.org/wms'],
      },
    },
  });
}
