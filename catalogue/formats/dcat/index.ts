import type { MetadataFormat } from '../format.ts';
import { readDcat } from './read.ts';

export { nextPage, totalItems } from './paging.ts';
export { splitDcat } from './split.ts';

/** DCAT 1 to 3 with DCAT-AP and GeoDCAT-AP, in RDF/XML, Turtle or JSON-LD. Its writer belongs here, as `write.ts`. */
export const dcat: MetadataFormat = {
  name: 'dcat',
  title: 'DCAT (RDF)',
  mediaType: 'text/turtle',
  namespace: 'http://www.w3.org/ns/dcat#',
  read: readDcat,
};
