import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { memorable, unchangedIn } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { load } from './load.ts';
import { type CataloguePage, readPage } from './read-page.ts';

/** Pages of one catalogue that are followed. */
const mostPages = 20_000;

const standing = z.object({
  /** `null` behind the last page. */
  next: z.string().nullable(),
  pages: z.number(),
  told: z.number().optional(),
  /** The most that was told. */
  most: z.number(),
  /** Of a catalogue in one document. */
  validator: z.string().optional(),
});
/** Where a listing stands behind a page. */
type Standing = z.infer<typeof standing>;

/** Where a page leads to, as it is remembered. */
const leadsOf = z.object({ next: z.string().optional(), total: z.number().optional() });

/**
 * Follows a catalogue through its pages. One in a single document is asked for on condition as a whole; of one in several,
 * each page.
 * @throws DomainError `upstream` when a page gives no DCAT, or the pages never end
 */
export async function* pages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const resumed = context.resume === undefined ? undefined : JSON.parse(context.resume);
  const at: Standing = standing.safeParse(resumed).data ?? { next: source.url, pages: 0, most: 0 };
  const visited = new Set<string>();
  while (at.next !== null) {
    const here = at.next;
    visited.add(here);
    const page = await pageAt(source, context, here, at.pages === 0 ? context.since : undefined);
    if (page === 'unmodified')
      return { complete: false, unmodified: true, ...(context.since ? { highWater: context.since } : {}) };
    const { found, next, total } = page;
    at.pages += 1;
    at.next = next ?? null;
    at.told = total ?? at.told;
    at.most = Math.max(at.most, at.told ?? 0);
    // A validator speaks for one page, so only of a catalogue in one document does it speak for everything.
    at.validator = at.pages === 1 && next === undefined ? page.validator : undefined;
    yield {
      ...found,
      checkpoint: JSON.stringify(at),
      ...(at.told === undefined ? {} : { total: at.told }),
    };
    if (next === undefined) break;
    if (visited.has(next))
      throw new DomainError(
        'upstream',
        `The pages of the catalogue go in a circle: ${redactUrl(next)} comes again.`,
      );
    if (at.pages >= mostPages)
      throw new DomainError('upstream', `The catalogue has more than ${mostPages} pages, so it was left.`);
  }
  const { told, most, validator } = at;
  return {
    complete: true,
    ...(validator === undefined ? {} : { highWater: validator }),
    ...(told !== undefined && most > told
      ? { gap: `The catalogue shrank from ${most} to ${told} records while it was read.` }
      : {}),
    ...(at.pages > 1 ? { stillThere: (identifiers) => listedAgain(source, context, identifiers) } : {}),
  };
}

type Reached = Partial<Pick<CataloguePage, 'next' | 'total'>> & {
  found: Pick<HarvestPage, 'documents' | 'problems' | 'files'>;
  validator?: string | undefined;
};

/** @param since validator of the whole catalogue, which the answer may say is unmodified */
async function pageAt(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  since: string | undefined,
): Promise<Reached | 'unmodified'> {
  const place = /^https?:/i.test(address) ? withoutUser(address) : address;
  const known = since === undefined ? await rememberedAt(context, place) : undefined;
  const loaded = await load(source, context, address, since ?? known?.file.validator);
  if (loaded === 'unmodified') return known ? { found: unchangedIn(known.file), ...known.leads } : loaded;
  const { documents, problems, next, total } = await readPage(source, loaded);
  // A catalogue in one document is not remembered page by page: its validator says all.
  const isPart = next !== undefined || address !== source.url;
  const leads = JSON.stringify({ next, total } satisfies z.infer<typeof leadsOf>);
  const validator = isPart && loaded.url === place ? loaded.validator : undefined;
  const found = memorable({ documents, problems }, place, validator, leads);
  return { found, next, total, validator: loaded.validator };
}

async function rememberedAt(
  context: ListingContext,
  address: string,
): Promise<{ file: RememberedFile; leads: z.infer<typeof leadsOf> } | undefined> {
  const file = (await context.files?.remembered([address]))?.get(address);
  if (file?.leads === undefined) return undefined;
  const { data } = leadsOf.safeParse(JSON.parse(file.leads));
  return data && { file, leads: data };
}

/** Reads the pages once more: which datasets they have moves from one page to another when others come or go. */
async function listedAgain(
  source: HarvestSource,
  context: ListingContext,
  identifiers: readonly string[],
): Promise<ReadonlySet<string>> {
  const { resume: _, since: _since, ...anew } = context;
  const sought = new Set(identifiers);
  const there = new Set<string>();
  for await (const { documents } of pages(source, anew)) {
    for (const { identifier } of documents)
      if (identifier !== undefined && sought.has(identifier)) there.add(identifier);
    if (there.size === sought.size) break;
  }
  return there;
}
