export type { OaiPmhConfiguration } from './configuration.ts';
export { createOaiPmh, type OaiPmhPorts } from './oai-pmh.ts';
export { catalogueSets, type OaiSet, type SetSelection, type Sets } from './sets.ts';
