import { redactUrl } from '#runtime/fetching';
import { AnswerFailure } from '../asking/index.ts';
import { csw } from '../csw/index.ts';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { recordPages } from './records.ts';
import { portalOf, searchRecords } from './search.ts';

/**
 * GeoNetwork 4 by its own API: the search lists the records, each is then had as the XML that is kept of it. Older ones
 * are harvested by their CSW, at the same address. Options: `pageSize` (100 unless told), `incremental` (`yes`: only what
 * was changed since the last run is asked for; what was deleted then shows in a full run alone).
 */
export const geonetwork: HarvestProtocol = {
  name: 'geonetwork',
  async describe(source, context) {
    const found = await firstRecords(source, context);
    if (!found) return csw.describe(asCsw(source), context);
    return {
      facts: [
        `GeoNetwork at ${redactUrl(portalOf(source))}`,
        ...(found.total === undefined ? [] : [`${found.total} records`]),
      ],
    };
  },
  async *pages(source, context) {
    if (await firstRecords(source, context)) return yield* recordPages(source, context);
    return yield* csw.pages(asCsw(source), context);
  },
};

/** @returns `undefined` where there is no such API: GeoNetwork 3 and older */
async function firstRecords(source: HarvestSource, context: ListingContext) {
  try {
    return await searchRecords(source, context, { size: 1 });
  } catch (error) {
    if (error instanceof AnswerFailure && (error.kind === 'html' || /^40[0345]$/.test(String(error.status))))
      return undefined;
    throw error;
  }
}

function asCsw(source: HarvestSource): HarvestSource {
  const url = new URL(`${portalOf(source)}/eng/csw`);
  const own = new URL(source.url);
  url.username = own.username;
  url.password = own.password;
  return { ...source, protocol: 'csw', url: url.href };
}
