export { createHarvestDesk, type HarvestDesk } from './desk.ts';
export type { PlacedOrder } from './placed-orders.ts';
export { type SourceDraft, sourceDraft, sourceId, themeName } from './source-draft.ts';
