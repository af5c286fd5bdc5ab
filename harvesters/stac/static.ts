import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { askJson, hollowDocument, type JsonAnswer } from '../asking/index.ts';
import { Frontier, frontierStanding, type Waiting, walkedPage } from '../frontier.ts';
import { PageBuilder } from '../page-builder.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';

const deepest = 20;
const mostDocuments = 100_000;
/** Documents asked for at once; the budget of the host bounds what really runs. */
const together = 8;

const standing = frontierStanding.extend({ unreachable: z.number(), gap: z.string().optional() });

type Visit = { child: Waiting; answer?: JsonAnswer; problem?: RunProblem };

/**
 * Walks a static catalogue by its `child` links, breadth first. What can't be had costs what lies behind it, and leaves a
 * gap: it may have been a catalogue.
 * @throws DomainError `upstream` when the start can't be had
 */
export async function* staticPages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const start = withoutUser(addressOfSource(source).href);
  const resumed = standing.safeParse(
    context.resume === undefined ? undefined : JSON.parse(context.resume),
  ).data;
  const frontier = new Frontier(start, { deepest, most: mostDocuments }, resumed);
  const builder = new PageBuilder();
  let { unreachable = 0, gap } = resumed ?? {};
  for (let some = frontier.take(together); some.length > 0; some = frontier.take(together)) {
    context.signal.throwIfAborted();
    const visits = await Promise.all(some.map((child) => visit(source, context, child)));
    for (const { child, answer, problem } of visits) {
      if (!answer) {
        unreachable += 1;
        builder.add({ documents: [hollowDocument(child.address)], problems: problem ? [problem] : [] }, 0);
        continue;
      }
      const documents = answer.value['type'] === 'Catalog' ? [] : [documentOf(answer, child.address)];
      builder.add({ documents, problems: answer.problems }, answer.bytes.length);
      for (const address of childrenOf(answer.value, child.address))
        if (!frontier.offer(address, child))
          gap = `The catalogue is nested more than ${deepest} deep or has more than ${mostDocuments} documents.`;
    }
    if (frontier.isDue) yield { ...walkedPage(builder), ...frontier.checkpoint({ unreachable, gap }) };
    else if (builder.isFull()) yield walkedPage(builder);
  }
  if (!builder.isEmpty()) yield walkedPage(builder);
  if (unreachable > 0) gap = `${unreachable} documents of the catalogue can't be had.`;
  return { complete: true, ...(gap === undefined ? {} : { gap }) };
}

async function visit(source: HarvestSource, context: ListingContext, child: Waiting): Promise<Visit> {
  try {
    const answer = await askJson(source, context, child.address);
    if ('stac_version' in answer.value) return { child, answer };
    throw new DomainError('upstream', `${redactUrl(child.address)} is no document of STAC.`);
  } catch (error) {
    if (!(error instanceof DomainError) || child.depth === 0) throw error;
    const hint = 'Check that every child link leads to a catalogue or collection.';
    return { child, problem: runProblem('error', 'record-unreachable', error.message, hint) };
  }
}

function documentOf({ value, bytes }: JsonAnswer, url: string): HarvestedDocument {
  const { id } = value;
  const named = typeof id === 'string' && id.trim() !== '' ? { identifier: id } : {};
  return { format: 'stac', mediaType: 'application/json', bytes, url, fallbackIdentifier: url, ...named };
}

function childrenOf({ links }: JsonObject, base: string): string[] {
  if (!Array.isArray(links)) return [];
  return links.filter(isJsonObject).flatMap(({ rel, href }) => {
    if (rel !== 'child' || typeof href !== 'string' || !URL.canParse(href, base)) return [];
    const url = new URL(href, base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? [url.href] : [];
  });
}
