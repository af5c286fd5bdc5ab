export {
  type DocumentPart,
  type FormatName,
  formatNames,
  type MetadataFormat,
  type ReadContext,
  type ReadResult,
  type WriteContext,
  type Written,
} from './format.ts';
