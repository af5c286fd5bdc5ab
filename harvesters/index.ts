export type { RunStore, SourceStore } from './ports.ts';
export * from './types.ts';
