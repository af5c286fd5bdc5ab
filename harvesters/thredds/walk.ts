import { splitThredds } from '#catalogue/formats/thredds';
import { DomainError } from '#runtime/errors';
import { hollowDocument, unreachable } from '../asking/index.ts';
import { PageBuilder } from '../page-builder.ts';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { askCatalog, type CatalogAnswer, catalogOf, offersMore, referencesOf } from './catalog.ts';
import { describeDataset } from './description.ts';

const deepest = 15;
const mostCatalogs = 20_000;
const mostDatasets = 200_000;
/** Datasets asked about at once; the budget of the host bounds what really runs. */
const together = 4;

type Waiting = { address: string; depth: number };

/**
 * Walks a catalogue and those that it refers to, breadth first. A catalogue that can't be had costs what it lists, and
 * leaves a gap.
 * @throws DomainError `upstream` when the first one can't be had
 */
export async function* walkCatalogs(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const start = catalogOf(source);
  const builder = new PageBuilder();
  const gaps: string[] = [];
  const visited = new Set([start]);
  const queue: Waiting[] = [{ address: start, depth: 0 }];
  let datasets = 0;
  let foreign = 0;
  for (let here = queue.shift(); here; here = queue.shift()) {
    context.signal.throwIfAborted();
    const answer = await reach(source, context, here, builder, gaps);
    if (!answer) continue;
    for await (const documents of documentsIn(source, context, here, answer, builder)) {
      datasets += documents.length;
      builder.add(
        { documents, problems: [] },
        documents.reduce((sum, { bytes }) => sum + bytes.length, 0),
      );
      if (builder.isFull()) yield builder.take();
    }
    const references = referencesOf(answer.root, here.address);
    foreign += references.foreign;
    for (const address of references.own) {
      if (visited.has(address)) continue;
      if (here.depth >= deepest || visited.size >= mostCatalogs || datasets >= mostDatasets)
        gaps.push(
          `The catalogue is nested more than ${deepest} deep, or has more than ${mostCatalogs} catalogues or ${mostDatasets} datasets.`,
        );
      else {
        visited.add(address);
        queue.push({ address, depth: here.depth + 1 });
      }
    }
  }
  if (foreign > 0) builder.add({ documents: [], problems: [elsewhere(foreign)] }, 0);
  if (!builder.isEmpty()) yield builder.take();
  return { complete: true, ...(gaps[0] === undefined ? {} : { gap: gaps[0] }) };
}

async function reach(
  source: HarvestSource,
  context: ListingContext,
  { address, depth }: Waiting,
  builder: PageBuilder,
  gaps: string[],
): Promise<CatalogAnswer | undefined> {
  try {
    return await askCatalog(source, context, address);
  } catch (error) {
    if (!(error instanceof DomainError) || depth === 0) throw error;
    gaps.push(`The catalogue ${new URL(address).pathname} can't be had.`);
    builder.add({ documents: [hollowDocument(address)], problems: [unreachable(error)] }, 0);
    return undefined;
  }
}

/** The datasets of one catalogue, some at a time. */
async function* documentsIn(
  source: HarvestSource,
  context: ListingContext,
  { address, depth }: Waiting,
  { root }: CatalogAnswer,
  builder: PageBuilder,
): AsyncGenerator<HarvestedDocument[], void, void> {
  const { parts, problems } = splitThredds(root);
  // A catalogue below that lists nothing is an empty folder.
  builder.add(
    {
      documents: [],
      problems: problems.filter(
        ({ code, severity }) => code !== 'catalogue-empty' || (depth === 0 && severity === 'error'),
      ),
    },
    0,
  );
  const isMore = offersMore(root);
  const documents = parts.map(
    (part): HarvestedDocument => ({ ...part, mediaType: 'application/xml', url: address }),
  );
  for (let at = 0; at < documents.length; at += together) {
    const some = documents.slice(at, at + together);
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
