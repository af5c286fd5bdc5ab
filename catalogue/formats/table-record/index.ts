import type { MetadataFormat } from '../format.ts';
import { readTableRecord } from './read.ts';

export { isTableRecord } from './read.ts';
export type { TableRecord } from './row.ts';

/** A row of a spreadsheet that describes datasets; read only. */
export const tableRecordFormat: MetadataFormat = {
  name: 'table-record',
  title: 'Row of a spreadsheet of datasets',
  mediaType: 'application/json',
  read: readTableRecord,
};
