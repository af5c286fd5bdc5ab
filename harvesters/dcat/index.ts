import { nextPage, splitDcat, totalItems } from '#catalogue/formats/dcat';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { type Loaded, load } from './load.ts';

/** Pages of one catalogue that are followed. */
const mostPages = 20_000;

/**
 * DCAT documents in any RDF syntax: an address or a file, followed through its pages (hydra:next and its older name
 * hydra:nextPage). No options.
 */
export const dcat: HarvestProtocol = {
  name: 'dcat',
  async describe(source, context) {
    const { datasets, next } = await page(source, await load(source, context, source.url));
    return {
      facts: [`${datasets.length} resources ${next ? 'on the first page' : 'in one document'}`],
    };
  },
  pages,
};

async function* pages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const visited = new Set<string>();
  let address = source.url;
  let validator: string | undefined;
  for (;;) {
    visited.add(address);
    const loaded = await load(source, context, address, visited.size === 1 ? context.since : undefined);
    if (loaded === 'unmodified')
      return { complete: false, unmodified: true, ...(context.since ? { highWater: context.since } : {}) };
    const { datasets, problems, next, total } = await page(source, loaded);
    if (visited.size === 1) validator = loaded.validator;
    yield { documents: datasets, problems, ...(total === undefined ? {} : { total }) };
    // A validator speaks for one page, so only of a catalogue in one document does it speak for everything.
    if (!next)
      return { complete: true, ...(visited.size === 1 && validator ? { highWater: validator } : {}) };
    if (visited.has(next))
      throw new DomainError(
        'upstream',
        `The pages of the catalogue go in a circle: ${redactUrl(next)} comes again.`,
      );
    if (visited.size >= mostPages)
      throw new DomainError('upstream', `The catalogue has more than ${mostPages} pages, so it was left.`);
    address = next;
  }
}

/** @throws DomainError `upstream` when the document is no RDF: nothing on a page can be saved then */
async function page(source: HarvestSource, loaded: Loaded | 'unmodified') {
  if (loaded === 'unmodified') throw new DomainError('upstream', 'The catalogue did not send its content.');
  const { bytes, mediaType, url } = loaded;
  const context = { baseUrl: url, ...(mediaType ? { mediaType } : {}) };
  const { parts, problems, store } = await splitDcat(bytes, context);
  const refused = problems.find(({ severity }) => severity === 'error');
  if (refused && parts.length === 0)
    throw new DomainError('upstream', `${redactUrl(source.url)} gives no DCAT. ${refused.message}`);
  return {
    datasets: parts.map((part) => ({ ...part, mediaType: 'text/turtle', url })),
    problems,
    next: nextPage(store),
    total: totalItems(store),
  };
}
