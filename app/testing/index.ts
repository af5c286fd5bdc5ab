export { salinityDocument } from './documents.ts';
export { openTestPortal, publicUrl, readDocument, type TestPortal } from './portal.ts';
