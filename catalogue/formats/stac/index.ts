import type { MetadataFormat } from '../format.ts';
import { readStac } from './read.ts';
import { writeStac } from './write.ts';

/** SpatioTemporal Asset Catalog: a Collection of 1.1 is written; Collections, Items and Catalogs since 1.0 are read. */
export const stac: MetadataFormat = {
  name: 'stac',
  title: 'STAC Collection',
  mediaType: 'application/json',
  suffix: 'stac.json',
  profile: 'https://schemas.stacspec.org/v1.1.0/collection-spec/json-schema/collection.json',
  read: readStac,
  write: writeStac,
};
