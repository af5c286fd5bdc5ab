import { redactUrl } from '#runtime/fetching';
import { pageSizeOf } from '../asking/index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { getCapabilities } from './capabilities.ts';
import { listRecords } from './listing.ts';

/**
 * CSW 2.0.2 and 3.0.0, full records in pages. Options: `version` (the one that the catalogue prefers to give of 2.0.2 and
 * 3.0.0 unless told), `outputSchema` (the best one offered unless told), `pageSize` (records asked for at once; 100 unless
 * told).
 */
export const csw: HarvestProtocol = {
  name: 'csw',
  async describe(source, context) {
    const capabilities = await getCapabilities(source, context);
    const { title, version, outputSchemas, constraintLanguages, ways } = capabilities;
    const [way] = ways;
    return {
      ...(title ? { title } : {}),
      facts: [
        `CSW ${version}`,
        `Output schemas: ${outputSchemas.join(', ') || 'not told'}`,
        `Filters: ${constraintLanguages.join(', ') || 'not told'}`,
        ...(way ? [`GetRecords by ${way.method} at ${redactUrl(way.address)}`] : []),
      ],
    };
  },
  async *pages(source, context) {
    const size = pageSizeOf(source);
    const capabilities = await getCapabilities(source, context);
    return yield* listRecords(source, context, capabilities, size);
  },
};
