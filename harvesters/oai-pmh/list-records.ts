import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, RunProblem } from '../types.ts';
import { addressOf, ask, type OaiAnswer, type OaiArguments, repositoryError } from './ask.ts';
import { recordOf } from './record.ts';

export type ListEnd = {
  /** When the repository began to answer, on its own clock. */
  responseDate?: string | undefined;
  listed: number;
  /** completeListSize, where it was told. */
  total?: number | undefined;
  /** It came in several pages: tokens of many repositories count positions, so that records may have slipped between. */
  inPages: boolean;
};

const standing = z.object({
  /** `null` behind the last page. */
  token: z.string().nullable(),
  pages: z.number(),
  listed: z.number(),
  responseDate: z.string().optional(),
  total: z.number().optional(),
});
/** Where a list stands behind a page. */
type Standing = z.infer<typeof standing>;

function resumed(checkpoint: string | undefined): Standing {
  const begun = { token: '', pages: 0, listed: 0 };
  return standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data ?? begun;
}

/** Restarts after an expired token; a repository whose tokens expire sooner than a page takes can't be listed. */
const restartsAllowed = 1;

/**
 * Walks a list by its resumption tokens (OAI-PMH 2.0, 3.5): an empty or absent one ends it.
 * @param selection metadataPrefix, and set and from where they apply
 * @throws DomainError `upstream` when a token comes back again, expires twice, or an error is told
 */
export async function* listRecords(
  source: HarvestSource,
  context: ListingContext,
  selection: OaiArguments,
): AsyncGenerator<HarvestPage, ListEnd, void> {
  const metadataPrefix = selection['metadataPrefix'] ?? 'oai_dc';
  const address = (identifier: string) =>
    withoutUser(addressOf(source, 'GetRecord', { identifier, metadataPrefix }));
  const tokens = new Set<string>();
  const manner = { wantsPrefix: false };
  const { token: begun, pages: pagesThen, ...counted } = resumed(context.resume);
  const end: ListEnd = { responseDate: undefined, total: undefined, ...counted, inPages: pagesThen > 1 };
  if (begun === null) return end;
  let token = begun;
  let restarts = 0;
  let pages = pagesThen;
  let pagesBefore = 0;
  for (;;) {
    const answer = await askOn(source, context, selection, token, manner);
    end.responseDate ??= answer.responseDate;
    if (!answer.content) {
      if (answer.errors.some(({ code }) => code === 'noRecordsMatch')) return end;
      const expired = token !== '' && answer.errors.some(({ code }) => code === 'badResumptionToken');
      if (!expired || restarts >= restartsAllowed) throw repositoryError('ListRecords', answer);
      restarts += 1;
      [token, pagesBefore, pages, end.listed] = ['', pages, 0, 0];
      tokens.clear();
      continue;
    }
    const { page, next } = pageOf(answer, address);
    pages += 1;
    end.inPages ||= pages > 1;
    end.listed += page.documents.length;
    end.total = page.total ?? end.total;
    // pycsw 2 ends a list with the token "0", as CSW ends one with nextRecord 0.
    const isLast = !next || (next === '0' && end.total !== undefined && end.listed >= end.total);
    const checkpoint = JSON.stringify({ ...end, token: isLast ? null : next, pages } satisfies Standing);
    const again = restarts > 0 && pages <= pagesBefore;
    yield { ...page, checkpoint, ...(again ? { again } : {}) };
    if (isLast) return end;
    if (tokens.has(next))
      throw new DomainError(
        'upstream',
        `The repository repeats the resumption token "${next.slice(0, 80)}", so its list never ends. It was left after ${pages} pages.`,
      );
    tokens.add(next);
    token = next;
  }
}

/** OAI-PMH 2.0, 3.5: the token is an exclusive argument. Repositories that want the prefix with it all the same get it, from then on at once. */
async function askOn(
  source: HarvestSource,
  context: ListingContext,
  selection: OaiArguments,
  token: string,
  manner: { wantsPrefix: boolean },
): Promise<OaiAnswer> {
  if (!token) return ask(source, context, 'ListRecords', selection);
  if (!manner.wantsPrefix) {
    const answer = await ask(source, context, 'ListRecords', { resumptionToken: token });
    if (!answer.errors.some(({ code }) => code === 'badArgument')) return answer;
  }
  const { from: _, ...question } = selection;
  const answer = await ask(source, context, 'ListRecords', { ...question, resumptionToken: token });
  manner.wantsPrefix = answer.content !== undefined;
  return answer;
}

function pageOf(
  { page, content }: OaiAnswer,
  address: (identifier: string) => string,
): { page: HarvestPage; next: string } {
  const documents: HarvestedDocument[] = [];
  const problems: RunProblem[] = [];
  let next = '';
  let total: number | undefined;
  for (const element of content ? page.children(content) : []) {
    if (element.name === 'resumptionToken') {
      next = page.text(element);
      const size = element.attributes['completeListSize'];
      if (size && /^\d+$/.test(size)) total = Number(size);
      continue;
    }
    if (element.name !== 'record') continue;
    const { document, problem } = recordOf(page, element, address);
    if (problem) problems.push(problem);
    if (document) documents.push(document);
  }
  return { page: { documents, problems, ...(total === undefined ? {} : { total }) }, next };
}
