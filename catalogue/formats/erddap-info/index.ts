import type { MetadataFormat } from '../format.ts';
import { readErddap } from './read.ts';

export { splitErddapJson, splitErddapXml } from './split.ts';
export { isInfoCsv } from './table.ts';

/** What an ERDDAP says of its datasets, in the attributes of CF and ACDD; read only. */
export const erddapInfo: MetadataFormat = {
  name: 'erddap-info',
  title: 'ERDDAP dataset information',
  mediaType: 'application/json',
  read: readErddap,
};
