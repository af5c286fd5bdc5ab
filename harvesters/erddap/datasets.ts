import { splitErddapJson } from '#catalogue/formats/erddap-info';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { AnswerFailure, askJson } from '../asking/index.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** Address of the server without a slash at the end; the source may be named by any page of it. */
export function serverOf(source: HarvestSource): string {
  const url = new URL(withoutUser(addressOfSource(source).href));
  url.search = '';
  url.hash = '';
  const [, below = ''] =
    /^(.*?\/erddap)(?:\/|$)/.exec(url.pathname) ??
    /^(.*?)\/(?:info|tabledap|griddap|search|index\.html)(?:\/|$)/.exec(url.pathname) ??
    [];
  url.pathname = below === '' ? url.pathname.replace(/\/+$/, '') : below;
  return url.href.replace(/\/$/, '');
}

/**
 * The identifiers of all datasets, in order: by the dataset `allDatasets`, and where that is switched off by the list for
 * people.
 * @throws DomainError `upstream` when neither is answered
 */
export async function listDatasets(source: HarvestSource, context: ListingContext): Promise<string[]> {
  const server = serverOf(source);
  const lists = [
    `${server}/tabledap/allDatasets.json?datasetID%2Ctitle`,
    `${server}/info/index.json?page=1&itemsPerPage=1000000`,
  ];
  let failure: unknown;
  for (const address of lists) {
    try {
      const { value } = await askJson(source, context, address);
      const parts = splitErddapJson(value, new Uint8Array());
      if (parts) return parts.flatMap(({ identifier }) => identifier ?? []).sort();
      throw new DomainError('upstream', `${redactUrl(address)} is not answered with a list of datasets.`);
    } catch (error) {
      if (!(error instanceof AnswerFailure) || error.status >= 500) throw failure ?? error;
      failure ??= error;
    }
  }
  throw failure;
}
