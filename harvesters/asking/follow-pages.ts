import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { ListingContext } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, RunProblem } from '../types.ts';
import { beginning } from './high-water.ts';

/** Pages of one list that are followed. */
const mostPages = 100_000;
/** Empty pages in a row after which a list is taken for ended. */
const mostEmpty = 3;

/** A page of a list that tells the address of the next one. */
export type LinkedPage = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  /** Records of the page that can't be had. */
  lost?: number;
  total?: number | undefined;
  next?: string | undefined;
};

export type FollowedEnd = {
  /** Why something may be missing, in a sentence. */
  gap?: string;
  /** The moment that the list speaks for. */
  begun: string;
};

const standing = z.object({
  /** `null` behind the last page. */
  next: z.string().nullable(),
  pages: z.number(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  begun: z.string(),
});
/** Where a list stands behind a page. */
type Standing = z.infer<typeof standing>;

function resumed(checkpoint: string | undefined, start: string): Standing {
  const begun = { next: start, pages: 0, listed: 0, lost: 0, begun: beginning() };
  return standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data ?? begun;
}

/**
 * Walks a list by the addresses of its next pages.
 * @param start address of the first page, without credentials
 * @throws DomainError `upstream` when an address or a page comes again, so that the list would never end
 */
export async function* followPages(
  start: string,
  context: ListingContext,
  read: (address: string) => Promise<LinkedPage>,
): AsyncGenerator<HarvestPage, FollowedEnd, void> {
  let { next, pages, listed, lost, told, begun } = resumed(context.resume, start);
  const visited = new Set<string>();
  let empty = 0;
  let before = '';
  while (next !== null) {
    visited.add(next);
    const page = await read(next);
    pages += 1;
    listed += page.documents.length;
    lost += page.lost ?? 0;
    told = page.total ?? told;
    empty = page.documents.length + (page.lost ?? 0) === 0 ? empty + 1 : 0;
    const signature = signatureOf(page.documents);
    if (page.documents.length > 1 && signature === before)
      throw new DomainError(
        'upstream',
        `The list gives the same page again and again (lastly at ${redactUrl(next)}), so it was left after ${pages} pages.`,
      );
    before = signature;
    const more = page.next !== undefined && empty < (told !== undefined && listed >= told ? 1 : mostEmpty);
    const following = more && page.next !== undefined ? page.next : null;
    const stood: Standing = {
      next: following,
      pages,
      listed,
      lost,
      begun,
      ...(told === undefined ? {} : { told }),
    };
    yield {
      documents: page.documents,
      problems: page.problems,
      checkpoint: JSON.stringify(stood),
      ...(told === undefined ? {} : { total: told }),
    };
    if (following !== null && visited.has(following))
      throw new DomainError(
        'upstream',
        `The pages of the list go in a circle: ${redactUrl(following)} comes again.`,
      );
    if (pages >= mostPages)
      throw new DomainError('upstream', `The list has more than ${mostPages} pages, so it was left.`);
    next = following;
  }
  if (lost > 0) return { begun, gap: `${lost} records can't be had from the source.` };
  if (told !== undefined && listed < told)
    return { begun, gap: `The source says that it has ${told} records, but gave ${listed}.` };
  return { begun };
}

function signatureOf(documents: readonly HarvestedDocument[]): string {
  const name = (document: HarvestedDocument | undefined) =>
    document && (document.identifier ?? Buffer.from(document.bytes).toString('latin1'));
  return JSON.stringify([documents.length, name(documents[0]), name(documents.at(-1))]);
}
