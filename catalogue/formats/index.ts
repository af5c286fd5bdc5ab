export {
  type DocumentPart,
  type FormatName,
  formatNames,
  type MetadataFormat,
  type ReadContext,
  type ReadResult,
  type Write,
  type WriteContext,
  type Writer,
  type WriterName,
  type Written,
  writerNames,
} from './format.ts';
export { recogniseFormat } from './recognise.ts';
export { formatOf, formats, readersVersion, readPart, writerOf, writers, writersOf } from './registry.ts';
export { writeDataCatalog } from './schema-org/index.ts';
export { type SplitDocument, splitDocument } from './split.ts';
