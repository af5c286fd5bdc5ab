import { croissant } from '../croissant/index.ts';
import type { MetadataFormat } from '../format.ts';
import { roCrate } from '../ro-crate/index.ts';
import { readSchemaOrg } from './read.ts';
import { writeSchemaOrg } from './write.ts';

export { writeDataCatalog } from './data-catalog.ts';
export { describesData, splitSchemaOrg } from './split.ts';

/** schema.org Dataset in JSON-LD, by science-on-schema.org 1.3, and the packages that build on it. */
export const schemaOrg: MetadataFormat = {
  name: 'schema.org',
  title: 'schema.org (JSON-LD)',
  mediaType: 'application/ld+json',
  suffix: 'jsonld',
  namespace: 'https://schema.org/',
  read: readSchemaOrg,
  write: writeSchemaOrg,
  variants: [croissant, roCrate],
};
