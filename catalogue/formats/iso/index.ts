export { type Dialect, dialectOf, type PathMap } from './dialect.ts';
export { familyOf } from './namespace.ts';
export { type IsoReader, isoReader } from './reader.ts';
