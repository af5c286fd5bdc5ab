import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { ListingContext } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, RunProblem } from '../types.ts';
import { beginning } from './high-water.ts';
import { atOffset, offsetOf } from './numbered.ts';
import { movedProblem, seamOf, stepBack, tailOf } from './seam.ts';

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
  /** Records may have slipped between its pages, in a sentence: a gap where the source can't be asked for single ones. */
  unstable?: string;
  /** It came in several pages, so that records may have slipped between two of them. */
  inPages: boolean;
};

const standing = z.object({
  /** `null` behind the last page. */
  next: z.string().nullable(),
  pages: z.number(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  /** The most that was told. */
  most: z.number().default(0),
  begun: z.string(),
  /** What the next page overlaps; empty where it can't be asked to. */
  tail: z.array(z.string()).default([]),
  /** Whether pages overlap wherever they follow each other. */
  seamless: z.boolean().default(false),
  /** How often the list was taken up further back. */
  back: z.number().default(0),
  /** How many records were read again for that. */
  again: z.number().default(0),
  /** It moves so much that pages don't overlap any more. */
  isUnstable: z.boolean().default(false),
  /** Whether the server begins pages at any record that it is asked for, as far as is known. */
  numbers: z.boolean().default(true),
});
/** Where a list stands behind a page. */
type Standing = z.infer<typeof standing>;

function resumed(checkpoint: string | undefined, start: string): Standing {
  const begun = { next: start, pages: 0, listed: 0, lost: 0, begun: beginning() };
  const known = standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data;
  return known ?? standing.parse(begun);
}

/**
 * Walks a list by the addresses of its next pages. Where these number the records, each page begins with the last record of
 * the one before: where another one stands there, the list moved, and it is taken up further back.
 * @param start address of the first page, without credentials
 * @throws DomainError `upstream` when an address or a page comes again, so that the list would never end
 */
export async function* followPages(
  start: string,
  context: ListingContext,
  read: (address: string) => Promise<LinkedPage>,
): AsyncGenerator<HarvestPage, FollowedEnd, void> {
  const at = resumed(context.resume, start);
  const visited = new Set<string>();
  let empty = 0;
  let before = '';
  let tries = 0;
  while (at.next !== null) {
    const here = at.next;
    visited.add(here);
    const page = await read(here);
    const seam = seamOf(
      page.documents.map(({ identifier }) => identifier),
      at.tail,
    );
    const offset = offsetOf(here) ?? 0;
    // A page without records, where the source says that there are some, is no sign that the list moved.
    const isHole = page.documents.length === 0 && page.total !== undefined && page.total > offset;
    const isApart = seam === 'apart' && !isHole && !page.lost;
    if (isApart && offset > 0) {
      tries += 1;
      const step = stepBack(offset, page.documents.length, { tries, ...at });
      if (step !== undefined) {
        at.back += 1;
        at.again += step;
        at.next = atOffset(here, offset - step);
        visited.clear();
        continue;
      }
      at.isUnstable = true;
    }
    tries = 0;
    const hasMoved = seam === 'moved' || isApart;
    const documents = seam === 'seamless' ? page.documents.slice(1) : page.documents;
    at.pages += 1;
    at.listed = hasMoved ? offset + documents.length : at.listed + documents.length;
    at.lost += page.lost ?? 0;
    at.told = page.total ?? at.told;
    at.most = Math.max(at.most, at.told ?? 0);
    empty = documents.length + (page.lost ?? 0) === 0 ? empty + 1 : 0;
    const signature = signatureOf(page.documents);
    if (page.documents.length > 1 && signature === before)
      throw new DomainError(
        'upstream',
        `The list gives the same page again and again (lastly at ${redactUrl(here)}), so it was left after ${at.pages} pages.`,
      );
    before = signature;
    const isAll = at.told !== undefined && at.listed >= at.told;
    const more = page.next !== undefined && empty < (isAll ? 1 : mostEmpty);
    const following = more && page.next !== undefined ? page.next : null;
    // A server that rounds to pages of its own gives one again, and what follows tells so.
    if (hasMoved && following !== null) at.numbers = offsetOf(following) === offset + page.documents.length;
    overlap(at, following, page, offset, documents.length);
    yield {
      documents,
      problems: hasMoved ? [...page.problems, movedProblem(offset)] : page.problems,
      checkpoint: JSON.stringify(at),
      ...(hasMoved ? { again: true } : {}),
      ...(at.told === undefined ? {} : { total: at.told }),
    };
    if (at.next !== null && visited.has(at.next))
      throw new DomainError(
        'upstream',
        `The pages of the list go in a circle: ${redactUrl(at.next)} comes again.`,
      );
    if (at.pages >= mostPages)
      throw new DomainError('upstream', `The list has more than ${mostPages} pages, so it was left.`);
  }
  const unstable = `The list changes faster than it can be read: it was taken up again ${at.back} times.`;
  return {
    begun: at.begun,
    inPages: at.pages > 1,
    ...gapOf(at),
    ...(at.isUnstable ? { unstable } : {}),
  };
}

/** Where the list goes on: a record further in front where the next page tells that it begins behind this one. */
function overlap(
  at: Standing,
  following: string | null,
  { documents, lost = 0 }: LinkedPage,
  offset: number,
  fresh: number,
): void {
  const tail = tailOf(documents.map(({ identifier }) => identifier));
  const behind = offset + documents.length;
  const isNumbered = following !== null && lost === 0 && offsetOf(following) === behind;
  const overlaps = at.numbers && isNumbered && fresh > 0 && tail.length > 0 && !at.isUnstable;
  if (following !== null) at.seamless = overlaps && (at.seamless || at.pages === 1);
  at.tail = overlaps ? [...tail] : [];
  at.next = overlaps ? atOffset(following, behind - 1) : following;
}

function gapOf({ lost, told, listed, most, seamless }: Standing): { gap?: string } {
  if (lost > 0) return { gap: `${lost} records can't be had from the source.` };
  if (told !== undefined && listed < told)
    return { gap: `The source says that it has ${told} records, but gave ${listed}.` };
  // Where pages overlap, nothing slipped through, however the list shrank.
  if (told !== undefined && most > told && !seamless)
    return { gap: `The list shrank from ${most} to ${told} records while it was read.` };
  return {};
}

function signatureOf(documents: readonly HarvestedDocument[]): string {
  const name = (document: HarvestedDocument | undefined) =>
    document && (document.identifier ?? Buffer.from(document.bytes).toString('latin1'));
  return JSON.stringify([documents.length, name(documents[0]), name(documents.at(-1))]);
}
