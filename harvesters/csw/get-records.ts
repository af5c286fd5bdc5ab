import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { EnvelopePage } from '../envelope/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { addressedQuestion, type Dialect, postedQuestion } from './question.ts';

/** One answer of GetRecords (OGC 07-006r1, 10.8.4); the numbers are what the catalogue says, true or not. */
export type ResultsPage = {
  matched: number | undefined;
  nextRecord: number | undefined;
  records: Uint8Array[];
};

/** A request that this catalogue refuses, or an answer that is no page of results. */
export class PageFailure extends DomainError {
  constructor(
    /** `html`: asking again in other words is no use. `refused`: it may take the question in another dialect. */
    readonly kind: 'html' | 'refused' | 'garbage',
    message: string,
    /** Parameter that an exception names, in lower case. */
    readonly locator = '',
  ) {
    super('upstream', message);
  }
}

/**
 * Asks for a page of full records.
 * @param position of the first record, from 1
 * @param size how many; the catalogue may give fewer
 * @throws PageFailure when it gives no results; FetchError when it gives nothing
 */
export async function getRecords(
  source: HarvestSource,
  context: ListingContext,
  dialect: Dialect,
  position: number,
  size: number,
  retries?: number,
): Promise<ResultsPage> {
  const shared = {
    ...requestFor(source, context),
    accept: 'application/xml, text/xml',
    ...(retries === undefined ? {} : { limits: { retries } }),
  };
  const response =
    dialect.method === 'GET'
      ? await context.fetcher.fetch(addressedQuestion(dialect, position, size), shared)
      : await context.fetcher.fetch(dialect.address, {
          ...shared,
          method: 'POST',
          headers: { 'content-type': 'application/xml; charset=utf-8' },
          body: postedQuestion(dialect, position, size),
        });
  const page = new EnvelopePage(response.bytes);
  const where = `${redactUrl(dialect.address)}, records ${position} to ${position + size - 1}`;
  const results =
    page.root?.name === 'GetRecordsResponse' ? page.child(page.root, 'SearchResults') : undefined;
  if (results && page.whole)
    return {
      matched: count(results.attributes['numberOfRecordsMatched']),
      nextRecord: count(results.attributes['nextRecord']),
      records: [...page.children(results)].map((record) => page.cut(record)),
    };
  if (page.root && /ExceptionReport$/.test(page.root.name)) throw refusalOf(page, where);
  if (response.status >= 400)
    throw new PageFailure(
      'refused',
      `The catalogue answered GetRecords (${where}) with status ${response.status}.`,
    );
  const html = page.problem?.code === 'html-instead-of-xml';
  const why =
    page.problem?.message ?? (results ? 'It was cut off on its way.' : `It is a "${page.root?.name}".`);
  throw new PageFailure(
    html ? 'html' : 'garbage',
    `The answer to GetRecords (${where}) is no page of results. ${why}`,
  );
}

function count(attribute: string | undefined): number | undefined {
  return attribute !== undefined && /^\s*\d{1,9}\s*$/.test(attribute) ? Number(attribute) : undefined;
}

function refusalOf(page: EnvelopePage, where: string): PageFailure {
  const exceptions = page.root ? [...page.children(page.root)] : [];
  const told = exceptions.map((exception) => {
    const { exceptionCode, locator } = exception.attributes;
    const text = page.text(exception).replace(/\s+/g, ' ');
    return [exceptionCode, locator && `at ${locator}`, text].filter(Boolean).join(' ');
  });
  return new PageFailure(
    'refused',
    `The catalogue refuses GetRecords (${where}): ${told.join('; ').slice(0, 500)}`,
    exceptions[0]?.attributes['locator']?.toLowerCase(),
  );
}
