import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { hollowDocument, unreachable } from '../asking/index.ts';
import { Frontier, frontierStanding, type Waiting, walkedPage } from '../frontier.ts';
import { PageBuilder } from '../page-builder.ts';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { catalogOf, type References } from './catalog.ts';
import { describeDataset } from './description.ts';
import { type Visit, visit } from './visit.ts';

const deepest = 15;
const mostCatalogs = 20_000;
const mostDatasets = 200_000;
/** Datasets asked about at once; the budget of the host bounds what really runs. */
const together = 4;

const standing = frontierStanding.extend({
  datasets: z.number(),
  foreign: z.number(),
  gap: z.string().optional(),
});
/** What is known of the walk so far, beside where it goes on. */
type Tally = { datasets: number; foreign: number; gap?: string | undefined };

/**
 * Walks a catalogue and those that it refers to, breadth first. A catalogue that can't be had costs what it lists, and
 * leaves a gap.
 * @throws DomainError `upstream` when the first one can't be had
 */
export async function* walkCatalogs(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const resumed = standing.safeParse(
    context.resume === undefined ? undefined : JSON.parse(context.resume),
  ).data;
  const frontier = new Frontier(catalogOf(source), { deepest, most: mostCatalogs }, resumed);
  const { datasets = 0, foreign = 0, gap } = resumed ?? {};
  const tally: Tally = { datasets, foreign, gap };
  const builder = new PageBuilder();
  for (let [here] = frontier.take(1); here; [here] = frontier.take(1)) {
    context.signal.throwIfAborted();
    const visited = await reach(source, context, here, builder, tally);
    if (visited) {
      tally.datasets += visited.found.documents.length + visited.listed.length;
      builder.add(visited.found, visited.size);
      for await (const documents of described(source, context, visited, builder)) {
        builder.add(
          { documents, problems: [] },
          documents.reduce((sum, { bytes }) => sum + bytes.length, 0),
        );
        if (builder.isFull()) yield walkedPage(builder);
      }
      follow(visited.references, here, frontier, tally);
    }
    if (frontier.isDue) yield { ...walkedPage(builder), ...frontier.checkpoint(tally) };
    else if (builder.isFull()) yield walkedPage(builder);
  }
  if (tally.foreign > 0) builder.add({ documents: [], problems: [elsewhere(tally.foreign)] }, 0);
  if (!builder.isEmpty()) yield walkedPage(builder);
  return { complete: true, ...(tally.gap === undefined ? {} : { gap: tally.gap }) };
}

function follow({ own, foreign }: References, here: Waiting, frontier: Frontier, tally: Tally): void {
  tally.foreign += foreign;
  for (const address of own)
    if (!frontier.offer(address, here, tally.datasets < mostDatasets))
      tally.gap ??= `The catalogue is nested more than ${deepest} deep, or has more than ${mostCatalogs} catalogues or ${mostDatasets} datasets.`;
}

async function reach(
  source: HarvestSource,
  context: ListingContext,
  { address, depth }: Waiting,
  builder: PageBuilder,
  tally: Tally,
): Promise<Visit | undefined> {
  try {
    return await visit(source, context, address, depth === 0);
  } catch (error) {
    if (!(error instanceof DomainError) || depth === 0) throw error;
    tally.gap ??= `The catalogue ${new URL(address).pathname} can't be had.`;
    builder.add({ documents: [hollowDocument(address)], problems: [unreachable(error)] }, 0);
    return undefined;
  }
}

/** The datasets that a catalogue lists, some at a time, each as fully as the server describes it. */
async function* described(
  source: HarvestSource,
  context: ListingContext,
  { listed, isMore }: Visit,
  builder: PageBuilder,
): AsyncGenerator<HarvestedDocument[], void, void> {
  for (let at = 0; at < listed.length; at += together) {
    const some = listed.slice(at, at + together);
    if (!isMore) {
      yield some;
      continue;
    }
    const found = await Promise.all(some.map((document) => describeDataset(source, context, document)));
    builder.add({ documents: [], problems: found.flatMap(({ problem }) => problem ?? []) }, 0);
    yield found.map(({ document }) => document);
  }
}

function elsewhere(foreign: number) {
  return runProblem(
    'info',
    'catalogue-elsewhere',
    `${foreign} references lead to catalogues of other servers, which were not followed.`,
    'Add those servers as sources of their own, if they are to be harvested.',
  );
}
