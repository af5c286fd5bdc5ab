import { DomainError } from '#runtime/errors';
import { movedProblem, tailOf } from '../asking/index.ts';
import { sniffRecord } from '../envelope/index.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import type { Capabilities } from './capabilities.ts';
import { firstPage } from './dialect.ts';
import { fitted } from './fitted.ts';
import { getRecords } from './get-records.ts';
import { fetchNext, fetchPage, isHole } from './reach.ts';
import { isMendable } from './recovery.ts';
import { gapOf, resumed } from './standing.ts';
import { stillThere } from './still-there.ts';

/** Empty pages in a row, short of the number told, after which the rest is given up. */
const mostEmpty = 3;

/**
 * Lists all records. The next position is counted from what really came: `nextRecord` is 0, absent, too far or too large
 * with many servers, and pages are capped without a word. Each page begins with the last record of the one before, so that
 * a list that moves is noticed, and taken up further back.
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
  const at = resumed(context.resume);
  let empty = 0;
  let pages = at.position > 1 ? 1 : 0;
  let before = '';
  const ask = async (start: number) => {
    // How to ask is found out with the first page, also where the listing goes on further behind.
    const isFirst = start === 1 && at.position === 1;
    const page = isFirst
      ? begun
        ? { ...begun, problems: [] }
        : await fetchPage(get, 1, size)
      : await fetchNext(get, start, size, at.told);
    return { start, page, documents: page.records.map((bytes) => documentOf(bytes, url)) };
  };
  for (;;) {
    const { page, start, documents, seam } = await fitted(at, ask);
    const overlap = seam === 'seamless' ? 1 : 0;
    const hasMoved = seam === 'moved' || (seam === 'apart' && !isHole(page, start));
    at.told = page.matched ?? at.told;
    at.most = Math.max(at.most, at.told ?? 0);
    at.lost += page.problems.length;
    at.listed = hasMoved ? start - 1 + documents.length : at.listed + documents.length - overlap;
    const signature = signatureOf(documents);
    if (documents.length > 1 && signature === before)
      throw new DomainError(
        'upstream',
        `The catalogue gives the same page for every position (again at ${start}), so it can't be listed.`,
      );
    before = signature;
    pages += 1;
    const came = documents.length + page.problems.length;
    empty = came <= overlap ? empty + 1 : 0;
    at.position = start + (came === 0 ? stride : came);
    if (came > 0 && at.told !== undefined && at.position <= at.told) stride = Math.min(size, came);
    const isBehindAll = at.told !== undefined && at.position > at.told;
    const isWhole = page.problems.length === 0 && came > overlap && !at.isUnstable && !isBehindAll;
    at.tail = isWhole ? [...tailOf(documents.map(({ identifier }) => identifier))] : [];
    const more =
      at.told === undefined
        ? came > overlap
        : at.position <= at.told || (came > overlap && page.nextRecord === at.position);
    if (more && at.tail.length === 0 && !isBehindAll) at.seamless = false;
    yield {
      documents: documents.slice(overlap),
      problems: hasMoved ? [...page.problems, movedProblem(start - 1)] : page.problems,
      checkpoint: JSON.stringify(at),
      ...(hasMoved ? { again: true } : {}),
      ...(at.told === undefined ? {} : { total: at.told }),
    };
    if (!more || empty >= mostEmpty) break;
  }
  // A record that a filter leaves out is there all the same, so asking for it would tell nothing.
  const canAsk = pages > 1 && !dialect.constraint;
  return {
    complete: true,
    ...gapOf(at, canAsk),
    ...(canAsk ? { stillThere: (identifiers) => stillThere(source, context, dialect, identifiers) } : {}),
  };
}

function documentOf(bytes: Uint8Array, url: string): HarvestedDocument {
  return { ...sniffRecord(bytes), mediaType: 'application/xml', bytes, url };
}

function signatureOf(documents: readonly HarvestedDocument[]): string {
  const name = (document: HarvestedDocument | undefined) =>
    document && (document.identifier ?? Buffer.from(document.bytes).toString('latin1'));
  return JSON.stringify([documents.length, name(documents[0]), name(documents.at(-1))]);
}
