export { type Dialect, dialectOf, type PathMap } from './dialect.ts';
export { type IsoReader, isoReader } from './reader.ts';
