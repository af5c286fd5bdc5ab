import { nextPage, splitDcat, totalItems } from '#catalogue/formats/dcat';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { HarvestedDocument, HarvestSource, RunProblem } from '../types.ts';
import type { Loaded } from './load.ts';

/** A page of a catalogue: its resources, each a document of its own, and where it goes on. */
export type CataloguePage = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  next: string | undefined;
  total: number | undefined;
};

/** @throws DomainError `upstream` when the document is no RDF: nothing on a page can be saved then */
export async function readPage(
  source: HarvestSource,
  { bytes, mediaType, url }: Loaded,
): Promise<CataloguePage> {
  const context = { baseUrl: url, ...(mediaType ? { mediaType } : {}) };
  const { parts, problems, store } = await splitDcat(bytes, context);
  const refused = problems.find(({ severity }) => severity === 'error');
  if (refused && parts.length === 0)
    throw new DomainError('upstream', `${redactUrl(source.url)} gives no DCAT. ${refused.message}`);
  return {
    documents: parts.map((part) => ({ ...part, mediaType: 'text/turtle', url })),
    problems,
    next: nextPage(store),
    total: totalItems(store),
  };
}
