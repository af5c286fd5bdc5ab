export { type PatchedDocument, patchDocument } from './patch.ts';
