import { isJsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { askJson } from '../asking/index.ts';
import { addressOfSource, type ListingContext } from '../protocol.ts';
import { selectionOf } from '../selection/index.ts';
import type { HarvestSource, RunProblem } from '../types.ts';

/** A question to `package_search`; `since` is ISO 8601 in UTC, `ids` those that are wanted of them. */
export type PackageQuestion = {
  start: number;
  rows: number;
  since?: string | undefined;
  ids?: readonly string[];
  retries?: number;
};
export type Packages = { records: JsonValue[]; matched: number | undefined; problems: RunProblem[] };

/** Address of an action of the API; the source may be named by its home page, a page of datasets or any action. */
export function actionOf(source: HarvestSource, action: string): URL {
  const url = addressOfSource(source);
  url.search = '';
  url.hash = '';
  const home = url.pathname.replace(/\/(api(\/\d)?(\/action)?|dataset|organization|group)(\/[^/]*)?\/?$/, '');
  url.pathname = `${home.replace(/\/$/, '')}/api/3/action/${action}`;
  return url;
}

/**
 * Asks for a page of datasets, in the order of their ids: that of their changes would move while it is read.
 * @throws DomainError `upstream` when the answer is none of CKAN
 */
export async function searchPackages(
  source: HarvestSource,
  context: ListingContext,
  { start, rows, since, ids, retries }: PackageQuestion,
): Promise<Packages> {
  const address = actionOf(source, 'package_search');
  const { q, fq } = source.options;
  const changed = since === undefined ? undefined : `metadata_modified:[${since.slice(0, 19)}Z TO *]`;
  const named = ids && `id:(${quoted(ids)})`;
  const filter = [fq, changed, taggedWith(source), named]
    .filter((part) => part !== undefined && part !== '')
    .join(' AND ');
  for (const [name, value] of Object.entries({ q, fq: filter, sort: 'id asc', start, rows }))
    if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
  address.username = '';
  address.password = '';
  const { value, problems } = await askJson(
    source,
    context,
    address.href,
    retries === undefined ? {} : { retries },
  );
  const { result } = value;
  const records = isJsonObject(result) ? result['results'] : undefined;
  if (!isJsonObject(result) || !Array.isArray(records))
    throw new DomainError('upstream', `${redactUrl(address.href)} is not answered with datasets of CKAN.`);
  const { count } = result;
  return { records, matched: typeof count === 'number' ? count : undefined, problems };
}

/** Keywords are tags of CKAN, which may be written otherwise in case alone. */
function taggedWith(source: HarvestSource): string | undefined {
  const { keywords } = selectionOf(source);
  return keywords && `tags:(${quoted(keywords)})`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' OR ');
}
