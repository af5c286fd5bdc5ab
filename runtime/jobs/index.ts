export type { JobStore } from './ports.ts';
export { type Job, type JobState, jobStates, type NewJob } from './types.ts';
