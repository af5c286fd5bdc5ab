import type { HarvestSource } from '../types.ts';

/** Whether a source sends its documents, instead of being asked for them. */
export function isSentTo({ protocol }: Pick<HarvestSource, 'protocol'>): boolean {
  return protocol === 'push';
}

/** What is said where such a source was to be asked. */
export function notAsked(sourceId: string): string {
  return `Documents of this source are sent to /api/sources/${sourceId}/documents; it is not asked for them.`;
}
