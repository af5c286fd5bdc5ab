import type { MetadataFormat } from '../format.ts';
import { readCkan } from './read.ts';

export { packagesOf, splitCkan } from './read.ts';

/** Datasets as the API of CKAN gives them; read only. */
export const ckan: MetadataFormat = {
  name: 'ckan',
  title: 'CKAN dataset',
  mediaType: 'application/json',
  read: readCkan,
};
