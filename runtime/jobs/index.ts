export type { JobStore } from './ports.ts';
export {
  backoffSeconds,
  createJobRunner,
  HopelessJobError,
  type JobHandler,
  type JobRunner,
  type JobRunnerOptions,
} from './runner.ts';
export { type Job, type JobState, jobStates, type NewJob } from './types.ts';
