import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, emptyRecord } from '../../model/index.ts';
import type { Subject } from '../metric.ts';
import type { LinkObservation, ServedEvidence, ServedPage } from '../served.ts';

export const file = 'https://data.example.org/cast.nc';

/** A record that tells everything the tests ask for. */
export function goodRecord(): CatalogueRecord {
  const record = emptyRecord();
  const { resource } = record;
  resource.titles = { en: 'Salinity of the Iroise Sea' };
  resource.abstracts = { en: 'CTD casts at fourteen stations, every two weeks, quality controlled.' };
  resource.identifiers = [{ code: '10.17882/1', scheme: 'doi', uri: 'https://doi.org/10.17882/1' }];
  resource.accessRight = 'open';
  resource.licences = [{ id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', title: {} }];
  resource.keywords = [
    { label: { en: 'Salinity' }, uri: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/' },
  ];
  resource.variables = [
    { names: { en: 'Practical salinity' }, uri: 'http://vocab.nerc.ac.uk/p01', unit: '1' },
  ];
  resource.lineage = { statement: { en: 'From CTD casts.' }, sources: [], processSteps: [] };
  resource.distributions = [
    {
      url: file,
      kind: 'download',
      names: {},
      descriptions: {},
      conformsTo: [],
      mediaType: 'application/x-netcdf',
      byteSize: 1000,
    },
  ];
  return record;
}

export const embedded = (): JsonObject => ({
  '@context': { '@vocab': 'https://schema.org/' },
  '@type': 'Dataset',
  '@id': 'https://doi.org/10.17882/1',
  name: 'Salinity of the Iroise Sea',
  description: 'CTD casts at fourteen stations, every two weeks, quality controlled.',
  identifier: { '@type': 'PropertyValue', value: 'doi:10.17882/1', url: 'https://doi.org/10.17882/1' },
  creator: { '@type': 'Person', '@id': 'https://orcid.org/0000-0002-1825-0097', name: 'Ada Roux' },
  publisher: { '@type': 'Organization', name: 'Ifremer' },
  datePublished: '2020',
  keywords: [{ '@type': 'DefinedTerm', url: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/' }],
  license: 'https://creativecommons.org/licenses/by/4.0/',
  conditionsOfAccess: 'http://purl.org/coar/access_right/c_abf2',
  isBasedOn: 'https://doi.org/10.17882/2',
  distribution: { '@type': 'DataDownload', contentUrl: file },
});

export function answered(
  finalUrl: string,
  more: Partial<Extract<LinkObservation, { outcome: 'answered' }>> = {},
): LinkObservation {
  return { outcome: 'answered', status: 200, mediaType: 'text/html', finalUrl, ...more };
}

export function servedPage(more: Partial<ServedPage> = {}): ServedPage {
  const url = 'https://catalogue.example.org/records/x';
  return {
    url,
    status: 200,
    mediaType: 'text/html',
    transport: 'https',
    embedded: embedded(),
    signposts: [
      { rel: 'cite-as', href: 'https://doi.org/10.17882/1' },
      { rel: 'describedby', href: `${url}.ttl`, type: 'text/turtle' },
      { rel: 'item', href: file, type: 'application/x-netcdf' },
    ],
    noIndex: false,
    ...more,
  };
}

/** What is served of `goodRecord` when all is as it should be. */
export function goodServed(): ServedEvidence {
  const page = servedPage();
  const document = { status: 200, reading: 'read' as const, agrees: true, lineage: true };
  return {
    page,
    documents: [
      {
        ...document,
        url: `${page.url}.iso19139.xml`,
        format: 'iso19139',
        mediaType: 'application/xml',
        promised: 'application/xml',
        namespaces: [],
      },
      {
        ...document,
        url: `${page.url}.ttl`,
        format: 'dcat',
        mediaType: 'text/turtle',
        promised: 'text/turtle',
        namespaces: ['prov'],
      },
    ],
    negotiated: [{ accept: 'text/turtle', status: 200, mediaType: 'text/turtle' }],
    original: 200,
    identifier: {
      url: 'https://doi.org/10.17882/1',
      observation: answered('https://www.example.org/1', { title: 'Salinity of the Iroise Sea – Ifremer' }),
    },
    links: [
      {
        url: file,
        observation: answered(file, { mediaType: 'application/x-netcdf', content: 'hdf5', size: 1000 }),
      },
    ],
    licence: {
      url: 'https://creativecommons.org/licenses/by/4.0/',
      observation: answered('https://creativecommons.org/licenses/by/4.0/'),
    },
  };
}

export const goodSubject = (): Subject => ({ record: goodRecord(), served: goodServed() });
