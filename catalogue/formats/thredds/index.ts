import type { MetadataFormat } from '../format.ts';
import { readThredds } from './read.ts';

export { withHeader } from './header.ts';
export { splitThredds } from './split.ts';

/** Datasets of a THREDDS catalogue, with the metadata that they inherit; read only. */
export const thredds: MetadataFormat = {
  name: 'thredds',
  title: 'THREDDS catalogue',
  mediaType: 'application/xml',
  namespace: 'http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0',
  read: readThredds,
};
