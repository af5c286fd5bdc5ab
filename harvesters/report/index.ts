export type { ReportStore } from './ports.ts';
export { createSourceReports, type SourceReports } from './source-reports.ts';
export type * from './types.ts';
