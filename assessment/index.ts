export { type Assessor, type AssessorPorts, createAssessor } from './assessor.ts';
export type { AskPortal } from './gather/served-documents.ts';
export type { AssessmentStore, DueRequest } from './ports.ts';
export type * from './types.ts';
