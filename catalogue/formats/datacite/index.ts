import type { MetadataFormat } from '../format.ts';
import { readDataciteJson, readDataciteXml } from './read.ts';

/** DataCite XML, kernels 2 to 4. Its writer belongs here, as `write-xml.ts`, beside a `write-json.ts`. */
export const dataciteXml: MetadataFormat = {
  name: 'datacite-xml',
  title: 'DataCite 4 (XML)',
  mediaType: 'application/vnd.datacite.datacite+xml',
  namespace: 'http://datacite.org/schema/kernel-4',
  schemaLocation: 'https://schema.datacite.org/meta/kernel-4/metadata.xsd',
  read: readDataciteXml,
};

/** DataCite JSON as its REST API gives it. */
export const dataciteJson: MetadataFormat = {
  name: 'datacite-json',
  title: 'DataCite 4 (JSON)',
  mediaType: 'application/vnd.datacite.datacite+json',
  read: readDataciteJson,
};
