export * from './accounts.ts';
export * from './archives.ts';
export * from './assessments.ts';
export * from './harvests.ts';
export * from './identity.ts';
export * from './jobs.ts';
export * from './records.ts';
export * from './reports.ts';
