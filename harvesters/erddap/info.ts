import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { askChanged, hollowDocument, memorable, unchangedIn, unreachable } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { listDatasets, serverOf } from './datasets.ts';

const pageSize = 50;
/** Datasets in a row that can't be had, after which it is the server that fails. */
const mostLost = 10;

const standing = z.object({ after: z.string() });

/**
 * What the server says of each dataset. The list is taken in order of the identifiers, so that an interrupted run goes on
 * behind the last one stored.
 */
export async function* infoPages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const server = serverOf(source);
  const infoAt = (id: string) => `${server}/info/${encodeURIComponent(id)}/index.json`;
  const datasets = await listDatasets(source, context);
  let { after } = standing.safeParse(context.resume === undefined ? undefined : JSON.parse(context.resume))
    .data ?? { after: '' };
  const left = datasets.filter((id) => id > after);
  let inARow = 0;
  for (let start = 0; start < left.length; start += pageSize) {
    const documents: HarvestedDocument[] = [];
    const problems: RunProblem[] = [];
    const some = left.slice(start, start + pageSize);
    const known = await context.files?.remembered(some.map(infoAt));
    for (const id of some) {
      context.signal.throwIfAborted();
      const url = infoAt(id);
      try {
        documents.push(...(await infoOf(source, context, id, url, known?.get(url))));
        inARow = 0;
      } catch (error) {
        inARow += 1;
        if (!(error instanceof DomainError) || inARow >= mostLost) throw error;
        documents.push(hollowDocument(url, id));
        problems.push(unreachable(error, id));
      }
      after = id;
    }
    yield { documents, problems, total: datasets.length, checkpoint: JSON.stringify({ after }) };
  }
  return { complete: true };
}

/** @param known the answer as it is remembered; it is asked for on condition that it changed */
async function infoOf(
  source: HarvestSource,
  context: ListingContext,
  identifier: string,
  url: string,
  known: RememberedFile | undefined,
): Promise<HarvestedDocument[]> {
  const answer = await askChanged(source, context, url, known, { retries: 1 });
  if (!answer) return known ? unchangedIn(known).documents : [];
  const { bytes, validator } = answer;
  const document: HarvestedDocument = {
    format: 'erddap-info',
    mediaType: 'application/json',
    identifier,
    url,
    bytes,
  };
  return memorable({ documents: [document], problems: [] }, url, validator).documents;
}
