export type { Loss } from './compare.ts';
export { type LossReport, lossReport } from './report.ts';
