/** What a data file says of itself. One folder for each format. */
export {
  type DescribedDataFile,
  describeDataFile,
  ExtentsUnion,
  type FileFacts,
  factsVersion,
  isDataFile,
} from './facts/index.ts';
export * from './netcdf/index.ts';
