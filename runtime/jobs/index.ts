export type { JobStore } from './ports.ts';
export {
  backoffSeconds,
  createJobRunner,
  HopelessJobError,
  type JobHandler,
} from './runner.ts';
export type { Job, JobState, NewJob } from './types.ts';
