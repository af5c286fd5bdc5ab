import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  askChanged,
  type FileFound,
  hollowDocument,
  type JsonAnswer,
  memorable,
  unchangedIn,
} from '../asking/index.ts';
import { Frontier, frontierStanding, type Waiting, walkedPage } from '../frontier.ts';
import { PageBuilder } from '../page-builder.ts';
import type { RememberedFile } from '../ports.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';

const deepest = 20;
const mostDocuments = 100_000;
/** Documents asked for at once; the budget of the host bounds what really runs. */
const together = 8;

const standing = frontierStanding.extend({ unreachable: z.number(), gap: z.string().optional() });

/** Children of a document, as they are remembered. */
const leads = z.array(z.string());

type Visit = { child: Waiting } & (
  | { found: FileFound; children: string[]; size: number }
  | { problem: RunProblem }
);

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
    const known = await context.files?.remembered(some.map(({ address }) => address));
    const visits = await Promise.all(
      some.map((child) => visit(source, context, child, known?.get(child.address))),
    );
    for (const one of visits) {
      const { child } = one;
      if ('problem' in one) {
        unreachable += 1;
        builder.add({ documents: [hollowDocument(child.address)], problems: [one.problem] }, 0);
        continue;
      }
      builder.add(one.found, one.size);
      for (const address of one.children)
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

/** @param known the document as it is remembered; it is asked for on condition that it changed */
async function visit(
  source: HarvestSource,
  context: ListingContext,
  child: Waiting,
  known: RememberedFile | undefined,
): Promise<Visit> {
  const { address } = child;
  const led = leads.safeParse(known?.leads === undefined ? undefined : JSON.parse(known.leads)).data;
  const held = led && known;
  try {
    const answer = await askChanged(source, context, address, held);
    if (!answer && held) return { child, found: unchangedIn(held), children: led, size: 0 };
    if (!answer || !('stac_version' in answer.value))
      throw new DomainError('upstream', `${redactUrl(address)} is no document of STAC.`);
    const { value, problems, validator, bytes } = answer;
    const documents = value['type'] === 'Catalog' ? [] : [documentOf(answer, address)];
    const children = childrenOf(value, address);
    const found = memorable({ documents, problems }, address, validator, JSON.stringify(children));
    return { child, found, children, size: bytes.length };
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
