import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  AnswerFailure,
  beginning,
  lostDocument,
  pageSizeOf,
  sinceOf,
  unreachable,
  waterOf,
  withUserOf,
} from '../asking/index.ts';
import { sniffRecord } from '../envelope/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { portalOf, searchRecords } from './search.ts';

/** Records asked for at once; the budget of the host bounds what really runs. */
const together = 8;
/** Records in a row that can't be had, after which it is the server that fails. */
const mostLost = 20;

const standing = z.object({
  after: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  listed: z.number(),
  told: z.number().optional(),
  ended: z.boolean(),
  /** Entries of the search that are no records with a uuid. */
  unnamed: z.number(),
  since: z.string().optional(),
  begun: z.string(),
});

/**
 * The records that the search lists, each as the XML that is kept of it.
 * @throws DomainError `upstream` when the search fails, comes round again, or no record can be had
 */
export async function* recordPages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const size = pageSizeOf(source);
  const since = sinceOf(source, context);
  const at = standing.safeParse(context.resume === undefined ? undefined : JSON.parse(context.resume))
    .data ?? {
    listed: 0,
    ended: false,
    unnamed: 0,
    begun: beginning(),
    ...(since === undefined ? {} : { since }),
  };
  let inARow = 0;
  while (!at.ended) {
    const before = JSON.stringify(at.after);
    const found = await searchRecords(source, context, {
      size,
      since: at.since,
      ...(at.after === undefined ? {} : { after: at.after }),
    });
    const next = standing.shape.after.safeParse(found.after).data;
    if (next !== undefined && JSON.stringify(next) === before)
      throw new DomainError('upstream', 'The search gives the same page again and again, so it was left.');
    at.after = next;
    at.ended = next === undefined;
    at.told = found.total ?? at.told;
    at.listed += found.hits.length;
    at.unnamed += found.unnamed;
    const documents: HarvestedDocument[] = [];
    const problems: RunProblem[] = [];
    for (let start = 0; start < found.hits.length; start += together) {
      context.signal.throwIfAborted();
      const some = found.hits.slice(start, start + together);
      for (const one of await Promise.all(some.map(({ uuid }) => recordOf(source, context, uuid)))) {
        documents.push(one.document);
        inARow = one.error === undefined ? 0 : inARow + 1;
        if (one.error === undefined) continue;
        if (inARow >= mostLost) throw one.error;
        problems.push(unreachable(one.error, one.document.identifier));
      }
    }
    const total = at.told === undefined ? {} : { total: at.told };
    yield { documents, problems, ...total, checkpoint: JSON.stringify(at) };
  }
  return {
    complete: at.since === undefined,
    ...gapOf(at.listed, at.told, at.unnamed),
    highWater: waterOf(source, at.begun),
  };
}

function gapOf(listed: number, told: number | undefined, unnamed: number): { gap?: string } {
  if (unnamed > 0) return { gap: `The search listed ${unnamed} records without a uuid.` };
  return told !== undefined && listed < told
    ? { gap: `The catalogue says that it has ${told} records, but gave ${listed}.` }
    : {};
}

async function recordOf(
  source: HarvestSource,
  context: ListingContext,
  uuid: string,
): Promise<{ document: HarvestedDocument; error?: DomainError }> {
  const url = `${portalOf(source)}/api/records/${encodeURIComponent(uuid)}/formatters/xml`;
  try {
    const { status, bytes } = await context.fetcher.fetch(withUserOf(source, url), {
      ...requestFor(source, context),
      accept: 'application/xml, text/xml',
      limits: { retries: 1 },
    });
    if (status >= 400)
      throw new AnswerFailure('status', `${redactUrl(url)} is answered with status ${status}.`, status);
    const { format } = sniffRecord(bytes);
    const known = format === undefined ? {} : { format };
    return { document: { ...known, identifier: uuid, mediaType: 'application/xml', bytes, url } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { document: lostDocument(url, error, uuid), error };
  }
}
