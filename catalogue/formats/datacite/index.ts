import type { MetadataFormat } from '../format.ts';
import { readDataciteJson, readDataciteXml } from './read.ts';
import { writeDataciteJson, writeDataciteXml } from './write.ts';

/** DataCite XML: kernels 2 to 4 are read, 4.6 is written. */
export const dataciteXml: MetadataFormat = {
  name: 'datacite-xml',
  title: 'DataCite 4.6 (XML)',
  mediaType: 'application/vnd.datacite.datacite+xml',
  suffix: 'datacite.xml',
  namespace: 'http://datacite.org/schema/kernel-4',
  schemaLocation: 'https://schema.datacite.org/meta/kernel-4/metadata.xsd',
  read: readDataciteXml,
  write: writeDataciteXml,
};

/** DataCite JSON as its REST API gives it. */
export const dataciteJson: MetadataFormat = {
  name: 'datacite-json',
  title: 'DataCite 4.6 (JSON)',
  mediaType: 'application/vnd.datacite.datacite+json',
  suffix: 'datacite.json',
  profile: 'http://datacite.org/schema/kernel-4',
  read: readDataciteJson,
  write: writeDataciteJson,
};
