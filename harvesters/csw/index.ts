import { redactUrl } from '#runtime/fetching';
import { pageSizeOf } from '../asking/index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { getCapabilities } from './capabilities.ts';
import { listRecords } from './listing.ts';

/**
 * CSW 2.0.2, full records in pages by POST. Options: `outputSchema` (the best one offered unless told), `pageSize`
 * (records asked for at once; 100 unless told).
 */
export const csw: HarvestProtocol = {
  name: 'csw',
  async describe(source, context) {
    const { title, outputSchemas, postAddresses } = await getCapabilities(source, context);
    return {
      ...(title ? { title } : {}),
      facts: [
        `Output schemas: ${outputSchemas.join(', ') || 'not told'}`,
        `GetRecords at ${redactUrl(postAddresses[0] ?? '')}`,
      ],
    };
  },
  async *pages(source, context) {
    const size = pageSizeOf(source);
    const capabilities = await getCapabilities(source, context);
    return yield* listRecords(source, context, capabilities, size);
  },
};
