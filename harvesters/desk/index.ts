export { createHarvestDesk, type HarvestDesk } from './desk.ts';
export type { PlacedOrder } from './placed-orders.ts';
export { precedenceRank, type SourceDraft, sourceDraft, sourceId, themeName } from './source-draft.ts';
export type { SourceSettings } from './source-settings.ts';
