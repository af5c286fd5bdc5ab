import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { recover } from '../asking/index.ts';
import { sniffRecord } from '../envelope/index.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import type { Capabilities } from './capabilities.ts';
import { firstPage } from './dialect.ts';
import { getRecords, PageFailure, type ResultsPage } from './get-records.ts';
import { isMendable, lostRecord } from './recovery.ts';
import { stillThere } from './still-there.ts';

/** Empty pages in a row, short of the number told, after which the rest is given up. */
const mostEmpty = 3;

const standing = z.object({
  position: z.number().int().positive(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  most: z.number(),
});
/** Where a listing stands behind a page. */
type Standing = z.infer<typeof standing>;

function resumed(checkpoint: string | undefined): Standing {
  const begun = { position: 1, listed: 0, lost: 0, told: undefined, most: 0 };
  return standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data ?? begun;
}

type Reached = ResultsPage & { problems: RunProblem[] };

/**
 * Lists all records. The next position is counted from what really came: `nextRecord` is 0, absent, too far or too large
 * with many servers, and pages are capped without a word. An overlap costs nothing, a leap would lose records.
 */
export async function* listRecords(
  source: HarvestSource,
  context: ListingContext,
  capabilities: Capabilities,
  wanted: number,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const { dialect, page: begun, failure } = await firstPage(source, context, capabilities, wanted);
  if (failure !== undefined && !isMendable(failure)) throw failure;
  const { size } = dialect;
  // An empty page hides as many records as the others bring, which is less than asked where they are capped.
  let stride = size;
  const get = (position: number, length: number) => getRecords(source, context, dialect, position, length, 1);
  const url = withoutUser(dialect.address);
  let { position, listed, lost, told, most } = resumed(context.resume);
  let empty = 0;
  let pages = position > 1 ? 1 : 0;
  let before = '';
  // How to ask is found out with the first page, also where the listing goes on further behind.
  const first =
    position > 1
      ? fetchNext(get, position, size, told)
      : begun
        ? { ...begun, problems: [] }
        : fetchPage(get, 1, size);
  for (let page = await first; ; ) {
    told = page.matched ?? told;
    most = Math.max(most, told ?? 0);
    lost += page.problems.length;
    listed += page.records.length;
    const documents = page.records.map((bytes) => documentOf(bytes, url));
    const signature = signatureOf(documents);
    if (documents.length > 1 && signature === before)
      throw new DomainError(
        'upstream',
        `The catalogue gives the same page for every position (again at ${position}), so it can't be listed.`,
      );
    before = signature;
    pages += 1;
    const came = page.records.length + page.problems.length;
    empty = came === 0 ? empty + 1 : 0;
    position += came === 0 ? stride : came;
    if (came > 0 && told !== undefined && position <= told) stride = Math.min(size, came);
    const checkpoint = JSON.stringify({ position, listed, lost, told, most } satisfies Standing);
    yield { documents, problems: page.problems, checkpoint, ...(told === undefined ? {} : { total: told }) };
    const more =
      told === undefined ? came > 0 : position <= told || (came > 0 && page.nextRecord === position);
    if (!more || empty >= mostEmpty) break;
    page = await fetchNext(get, position, size, told);
  }
  return {
    complete: true,
    ...gapOf({ listed, lost, told, most }),
    // A record that a filter leaves out is there all the same, so asking for it would tell nothing.
    ...(pages > 1 && !dialect.constraint
      ? { stillThere: (identifiers) => stillThere(source, context, dialect, identifiers) }
      : {}),
  };
}

/** A page, or what can be had of it. */
async function fetchPage(
  get: (position: number, size: number) => Promise<ResultsPage>,
  position: number,
  size: number,
): Promise<Reached> {
  try {
    return { ...(await get(position, size)), problems: [] };
  } catch (error) {
    if (!isMendable(error)) throw error;
    if (size === 1) throw error;
    const { records, problems, matched } = await recover(
      { get, first: 1, isMendable, lost: lostRecord },
      position,
      size,
    );
    return { records, problems, matched, nextRecord: undefined };
  }
}

/** Beyond the number told some servers answer with an exception: that is the end, not a failure. */
async function fetchNext(
  get: (position: number, size: number) => Promise<ResultsPage>,
  position: number,
  size: number,
  told: number | undefined,
): Promise<Reached> {
  if (told !== undefined && position <= told)
    return fetchPage(get, position, Math.min(size, told - position + 1));
  try {
    return { ...(await get(position, size)), problems: [] };
  } catch (error) {
    if (error instanceof PageFailure) return { records: [], problems: [], matched: told, nextRecord: 0 };
    throw error;
  }
}

function documentOf(bytes: Uint8Array, url: string): HarvestedDocument {
  return { ...sniffRecord(bytes), mediaType: 'application/xml', bytes, url };
}

function signatureOf(documents: readonly HarvestedDocument[]): string {
  const name = (document: HarvestedDocument | undefined) =>
    document && (document.identifier ?? Buffer.from(document.bytes).toString('latin1'));
  return JSON.stringify([documents.length, name(documents[0]), name(documents.at(-1))]);
}

function gapOf(counted: { listed: number; lost: number; told: number | undefined; most: number }): {
  gap?: string;
} {
  const { listed, lost, told, most } = counted;
  if (lost > 0) return { gap: `${lost} records can't be had from the catalogue.` };
  if (told !== undefined && listed < told)
    return { gap: `The catalogue says that it has ${told} records, but gave ${listed}.` };
  if (told !== undefined && most > told)
    return { gap: `The catalogue shrank from ${most} to ${told} records while it was listed.` };
  return {};
}
