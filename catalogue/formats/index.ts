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
export { recogniseFormat } from './recognise.ts';
export { formatOf, formats, readPart } from './registry.ts';
export { type SplitDocument, splitDocument } from './split.ts';
