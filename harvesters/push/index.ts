import { DomainError } from '#runtime/errors';
import type { HarvestProtocol } from '../protocol.ts';
import { notAsked } from './sent-to.ts';

export type { Parcel } from './parcel.ts';
export { createReception, type Receipt, type ReceivedDocument, type Reception } from './reception.ts';
export { isSentTo } from './sent-to.ts';

/**
 * A centre that sends its documents (docs/push.md): nothing is ever listed, so nothing is ever taken for gone, and no
 * schedule asks it.
 */
export const push: HarvestProtocol = {
  name: 'push',
  async describe(source) {
    throw new DomainError('upstream', notAsked(source.id));
  },
  // biome-ignore lint/correctness/useYield: there is nothing to list, and whoever asks is told so.
  async *pages(source) {
    throw new DomainError('conflict', notAsked(source.id));
  },
};
