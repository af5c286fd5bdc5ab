export { type Dialect, dialectOf, type PathMap } from './dialect.ts';
export { familyOf } from './namespace.ts';
export { elsewhere } from './path.ts';
export { type IsoReader, isoReader } from './reader.ts';
export { isoWriter } from './writer.ts';
