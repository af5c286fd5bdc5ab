import { splitDcat } from '#catalogue/formats/dcat';
import { isFetchError } from '#runtime/fetching';
import { AnswerFailure, hollowDocument, isMendable, recover, unreachable } from '../asking/index.ts';
import { withoutUser } from '../protocol.ts';
import type { HarvestedDocument, HarvestSource, RunProblem } from '../types.ts';
import type { Endpoint } from './ask.ts';
import { describeQuery, plainQuery } from './queries.ts';

/** Datasets described by one question. */
const together = 25;
/** Bounds of endpoints are round numbers: a graph of just so many statements was probably cut. */
const round = 1000;

export type Described = { documents: HarvestedDocument[]; problems: RunProblem[]; lost: number };

/**
 * Asks what datasets say of themselves, some at a time, and in halves where that fails or is cut.
 * @returns a document for each; a hollow one for what can't be had, whose record stays as it is
 */
export async function describeDatasets(
  endpoint: Endpoint,
  source: HarvestSource,
  datasets: readonly string[],
): Promise<Described> {
  const described: Described = { documents: [], problems: [], lost: 0 };
  for (let start = 0; start < datasets.length; start += together) {
    const some = datasets.slice(start, start + together);
    const { documents, problems } = await describeSome(endpoint, source, some);
    const hollow = problems.map(({ identifier = '' }) =>
      hollowDocument(addressOf(source, identifier), identifier),
    );
    described.documents.push(...documents, ...hollow);
    described.problems.push(...problems);
    described.lost += problems.length;
  }
  return described;
}

async function describeSome(
  endpoint: Endpoint,
  source: HarvestSource,
  datasets: readonly string[],
): Promise<{ documents: HarvestedDocument[]; problems: RunProblem[] }> {
  const get = async (position: number, length: number) => ({
    records: await documentsOf(endpoint, source, datasets.slice(position, position + length)),
    matched: datasets.length,
  });
  try {
    return { documents: (await get(0, datasets.length)).records, problems: [] };
  } catch (error) {
    if (!isHalvable(error)) throw error;
  }
  const lost = (position: number, error: unknown) => unreachable(error, datasets[position]);
  const list = { get, first: 0 as const, isMendable: isHalvable, lost };
  const { records, problems } = await recover(list, 0, datasets.length);
  return { documents: records, problems };
}

/** Questions that are too long or too hard are refused with 400, too. */
function isHalvable(error: unknown): boolean {
  return isMendable(error) || (error instanceof AnswerFailure && [400, 413, 414].includes(error.status));
}

/** @throws AnswerFailure when one of them is missing in the answer, or the answer was cut */
async function documentsOf(
  endpoint: Endpoint,
  source: HarvestSource,
  datasets: readonly string[],
): Promise<HarvestedDocument[]> {
  const [only] = datasets;
  try {
    return await answered(endpoint, source, datasets, describeQuery(source, datasets));
  } catch (error) {
    const isHard = isHalvable(error) || isFetchError(error);
    if (datasets.length > 1 || only === undefined || !isHard) throw error;
    return answered(endpoint, source, datasets, plainQuery(source, only));
  }
}

async function answered(
  endpoint: Endpoint,
  source: HarvestSource,
  datasets: readonly string[],
  query: string,
): Promise<HarvestedDocument[]> {
  const { bytes, mediaType, cut } = await endpoint.graph(query, datasets.length > 1 ? 0 : 1);
  const { parts, problems, store } = await splitDcat(bytes, { baseUrl: source.url, mediaType });
  const failure = (why: string) => new AnswerFailure('garbage', `${withoutUser(source.url)} ${why}`, 200);
  const unread = problems.find(({ severity }) => severity === 'error');
  if (unread && parts.length === 0) throw failure(`answers with what is no DCAT. ${unread.message}`);
  if (cut || (datasets.length > 1 && store.size > 0 && store.size % round === 0))
    throw failure(`cut its answer after ${store.size} statements.`);
  const bySubject = new Map(parts.map((part) => [part.subject, part]));
  return datasets.map((iri) => {
    const part = bySubject.get(iri);
    if (!part) throw failure(`says nothing of <${iri}>, which it lists.`);
    const { bytes: own, format, datestamp } = part;
    const stamp = datestamp === undefined ? {} : { datestamp };
    // Catalogues of several centres have the same dct:identifier more than once; addresses are unique.
    return {
      identifier: iri,
      bytes: own,
      format,
      ...stamp,
      mediaType: 'text/turtle',
      url: addressOf(source, iri),
    };
  });
}

function addressOf(source: HarvestSource, iri: string): string {
  return /^https?:/.test(iri) && URL.canParse(iri) ? withoutUser(iri) : withoutUser(source.url);
}
