export { type RecordExport, recordExports } from './exports.ts';
export { type MetadataRow, metadataRows } from './rows.ts';
