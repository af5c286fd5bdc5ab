export { createOriginals, type DocumentValidator, type Originals } from './originals.ts';
