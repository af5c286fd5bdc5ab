export { compileSelection } from './outside.ts';
export { nameOfSelection, type Selection, selectionOf } from './selection.ts';
