import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { ListingContext } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { Endpoint } from './ask.ts';
import { describeDatasets } from './describe.ts';
import { countQuery, isIri, listQuery } from './queries.ts';

const standing = z.object({
  /** Address of the last dataset of the last page. */
  after: z.string(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
});
type Standing = z.infer<typeof standing>;

/**
 * Lists the datasets by their addresses, each page behind the last one of the page before. A page that is shorter than
 * asked is no end, since endpoints cut what they give without a word: the end is where nothing comes.
 * @throws DomainError `upstream` when the endpoint does not go on behind an address
 */
export async function* listDatasets(
  source: HarvestSource,
  context: ListingContext,
  size: number,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const endpoint = new Endpoint(source, context);
  const at: Standing = standing.safeParse(context.resume && JSON.parse(context.resume)).data ?? {
    after: '',
    listed: 0,
    lost: 0,
  };
  at.told ??= await totalOf(endpoint, source);
  for (;;) {
    context.signal.throwIfAborted();
    const rows = await endpoint.select(listQuery(source, at.after, size));
    const found = rows.flatMap(({ dataset }) => (dataset === undefined ? [] : [dataset]));
    const last = found.at(-1);
    if (last === undefined) break;
    if (found.includes(at.after) || last === at.after)
      throw new DomainError(
        'upstream',
        `${redactUrl(source.url)} gives datasets again that were asked to be left behind, so it can't be listed.`,
      );
    const { documents, problems, lost } = await describeDatasets(endpoint, source, found.filter(isIri));
    at.after = last;
    at.listed += found.length;
    at.lost += lost + found.filter((iri) => !isIri(iri)).length;
    yield {
      documents,
      problems,
      checkpoint: JSON.stringify(at),
      ...(at.told === undefined ? {} : { total: at.told }),
    };
  }
  if (at.lost > 0) return { complete: true, gap: `${at.lost} datasets can't be had from the endpoint.` };
  if (at.told !== undefined && at.listed < at.told)
    return {
      complete: true,
      gap: `The endpoint says that it has ${at.told} datasets, but gave ${at.listed}.`,
    };
  return { complete: true };
}

/** How many datasets the endpoint counts; `undefined` where it does not, which costs the comparison alone. */
export async function totalOf(endpoint: Endpoint, source: HarvestSource): Promise<number | undefined> {
  try {
    const [row] = await endpoint.select(countQuery(source), 0);
    const count = Number(row?.['count'] ?? 'x');
    return Number.isInteger(count) ? count : undefined;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'upstream') return undefined;
    throw error;
  }
}
