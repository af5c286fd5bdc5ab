import { escapeAttribute } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { EnvelopePage } from '../envelope/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** How one catalogue wants to be asked: what of GetRecords it accepts, found out with the first page. */
export type Dialect = {
  address: string;
  outputSchema: string;
  typeNames: 'csw:Record' | 'gmd:MD_Metadata';
  sorted: boolean;
};

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
  const response = await context.fetcher.fetch(dialect.address, {
    ...requestFor(source, context),
    method: 'POST',
    headers: { 'content-type': 'application/xml; charset=utf-8' },
    accept: 'application/xml, text/xml',
    body: question(dialect, position, size),
    ...(retries === undefined ? {} : { limits: { retries } }),
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
  if (page.root?.name === 'ExceptionReport')
    throw new PageFailure('refused', `The catalogue refuses GetRecords (${where}): ${exceptionText(page)}`);
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

function question({ outputSchema, typeNames, sorted }: Dialect, position: number, size: number): string {
  const property = typeNames === 'csw:Record' ? 'dc:identifier' : 'apiso:Identifier';
  const sorting = sorted
    ? `<ogc:SortBy><ogc:SortProperty><ogc:PropertyName>${property}</ogc:PropertyName><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" service="CSW" version="2.0.2" resultType="results" outputFormat="application/xml" outputSchema="${escapeAttribute(outputSchema)}" startPosition="${position}" maxRecords="${size}"><csw:Query typeNames="${typeNames}"><csw:ElementSetName>full</csw:ElementSetName>${sorting}</csw:Query></csw:GetRecords>`;
}

function count(attribute: string | undefined): number | undefined {
  return attribute !== undefined && /^\s*\d{1,9}\s*$/.test(attribute) ? Number(attribute) : undefined;
}

function exceptionText(page: EnvelopePage): string {
  if (!page.root) return '';
  return [...page.children(page.root)]
    .map((exception) => {
      const { exceptionCode, locator } = exception.attributes;
      const told = page.text(exception).replace(/\s+/g, ' ');
      return [exceptionCode, locator && `at ${locator}`, told].filter(Boolean).join(' ');
    })
    .join('; ')
    .slice(0, 500);
}
