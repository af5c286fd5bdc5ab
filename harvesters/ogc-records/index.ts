import { redactUrl } from '#runtime/fetching';
import { followPages } from '../asking/index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { filters, findItems } from './find-items.ts';
import { readItems, recordsThere } from './read-items.ts';

/**
 * OGC API - Records - Part 1 (OGC 20-004r1): the records of one collection, by the address of the service, of the
 * collection or of its items. Options: `collection` (needed where a service has several), `bbox`, `datetime`, `q`,
 * `filter` (CQL2 text), `pageSize` (100 unless told).
 */
export const ogcRecords: HarvestProtocol = {
  name: 'ogc-records',
  async describe(source, context) {
    const { title, address } = await findItems(source, context);
    const { total } = await readItems(source, context, address);
    return {
      ...(title ? { title } : {}),
      facts: [`Records at ${redactUrl(address)}`, ...(total === undefined ? [] : [`${total} records`])],
    };
  },
  async *pages(source, context) {
    const { address } = await findItems(source, context);
    const {
      inPages,
      unstable,
      gap: missing,
    } = yield* followPages(address, context, (page) => readItems(source, context, page));
    // A record that a filter leaves out is there all the same, so asking for it would tell nothing.
    const isFiltered = filters.some((name) => new URL(address).searchParams.has(name));
    const gap = missing ?? (isFiltered ? unstable : undefined);
    return {
      complete: true,
      ...(gap === undefined ? {} : { gap }),
      ...(inPages && !isFiltered
        ? { stillThere: (identifiers) => recordsThere(source, context, address, identifiers) }
        : {}),
    };
  },
};
