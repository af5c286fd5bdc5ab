import { z } from 'zod';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { listRecords } from './list-records.ts';
import { choosePrefix, identify, listFormats, type Repository } from './repository.ts';
import { recordsThere } from './still-there.ts';

/** What the next incremental run needs: it holds only for the very same question. */
const highWater = z.object({
  from: z.iso.datetime(),
  url: z.string(),
  prefix: z.string(),
  set: z.string(),
});

/** A repository may show a record some time after its datestamp: it is indexed, or its transaction ends, later than that. */
const marginMs = 3_600_000;

/**
 * OAI-PMH 2.0. Options: `metadataPrefix` (the best one offered unless told), `set`, `incremental` (`yes`, `no`; unless
 * told, only where the repository keeps its deleted records for ever, since otherwise deletions would be missed).
 */
export const oaiPmh: HarvestProtocol = {
  name: 'oai-pmh',
  async describe(source, context) {
    const repository = await identify(source, context);
    const formats = await listFormats(source, context);
    return {
      ...(repository.name ? { title: repository.name } : {}),
      facts: [
        `Formats: ${formats.map(({ prefix }) => prefix).join(', ')}`,
        `Deleted records: ${repository.deletedRecord}`,
        `Datestamps to the ${repository.granularity}`,
      ],
    };
  },
  async *pages(source, context) {
    const repository = await identify(source, context);
    const prefix = source.options['metadataPrefix'] ?? choosePrefix(await listFormats(source, context));
    const set = source.options['set'] ?? '';
    const from = incrementalFrom(source, context, repository, prefix, set);
    const end = yield* listRecords(source, context, {
      metadataPrefix: prefix,
      ...(set ? { set } : {}),
      ...(from ? { from } : {}),
    });
    const water = highWater.safeParse({ from: end.responseDate, url: source.url, prefix, set });
    return {
      complete: from === undefined,
      ...gapOf(end.listed, end.total),
      // A record that left the set is there all the same, so asking for it would tell nothing.
      ...(end.inPages && !set
        ? { stillThere: (identifiers) => recordsThere(source, context, prefix, identifiers) }
        : {}),
      ...(water.success ? { highWater: JSON.stringify(water.data) } : {}),
    };
  },
};

function incrementalFrom(
  source: HarvestSource,
  context: ListingContext,
  repository: Repository,
  prefix: string,
  set: string,
): string | undefined {
  const wanted = source.options['incremental'];
  if (wanted === 'no' || (wanted !== 'yes' && repository.deletedRecord !== 'persistent')) return undefined;
  if (!context.since) return undefined;
  const last = highWater.safeParse(parseJson(context.since));
  if (!last.success) return undefined;
  const { data } = last;
  if (data.url !== source.url || data.prefix !== prefix || data.set !== set) return undefined;
  const seconds = `${new Date(Date.parse(data.from) - marginMs).toISOString().slice(0, 19)}Z`;
  return repository.granularity === 'day' ? seconds.slice(0, 10) : seconds;
}

/** completeListSize may be an estimate (OAI-PMH 2.0, 3.5), so only a clear shortfall counts. */
function gapOf(listed: number, total: number | undefined): { gap?: string } {
  return total !== undefined && listed < total * 0.9
    ? { gap: `The repository said that its list has ${total} records, but gave ${listed}.` }
    : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
