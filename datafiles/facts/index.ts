export { describeDataFile, isDataFile } from './describe-file.ts';
export { ExtentsUnion } from './extents-union.ts';
export { type DescribedDataFile, type FileFacts, factsVersion } from './facts.ts';
