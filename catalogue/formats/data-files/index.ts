import type { MetadataFormat } from '../format.ts';
import { readDataFiles } from './read.ts';

export {
  type DataExtents,
  type DataFilesDescription,
  type WrittenHeader,
  writeHeader,
} from './description.ts';
export { isDataFiles } from './read.ts';

/** What the archive crawler found out about a set of data files; read only. */
export const dataFiles: MetadataFormat = {
  name: 'data-files',
  title: 'Description of data files',
  mediaType: 'application/json',
  read: readDataFiles,
};
