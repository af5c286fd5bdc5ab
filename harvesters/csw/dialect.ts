import { isFetchError } from '#runtime/fetching';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import type { Capabilities } from './capabilities.ts';
import { type Dialect, getRecords, PageFailure, type ResultsPage } from './get-records.ts';

/** Output schemas that are read here, best first: ISO 19139 is what catalogues of this version keep. */
const preferredSchemas = [
  'http://www.isotc211.org/2005/gmd',
  'http://standards.iso.org/iso/19115/-3/mdb/2.0',
  'http://standards.iso.org/iso/19115/-3/mdb/1.0',
  'http://www.w3.org/ns/dcat#',
  'http://www.opengis.net/cat/csw/2.0.2',
];

/**
 * The output schema to ask for.
 * @param offered as the capabilities list them; some catalogues list none
 */
export function chooseOutputSchema(offered: readonly string[]): string {
  const fallback = 'http://www.isotc211.org/2005/gmd';
  const same = (a: string, b: string) => a.replace(/[#/]$/, '') === b.replace(/[#/]$/, '');
  for (const schema of preferredSchemas) {
    const found = offered.find((candidate) => same(candidate, schema));
    if (found) return found;
  }
  return offered.length === 0 ? fallback : 'http://www.opengis.net/cat/csw/2.0.2';
}

/** The ways to ask, from the most useful to the least demanding. */
export function* dialects(source: HarvestSource, capabilities: Capabilities): Generator<Dialect> {
  const outputSchema = source.options['outputSchema'] ?? chooseOutputSchema(capabilities.outputSchemas);
  for (const address of capabilities.postAddresses) {
    for (const typeNames of ['csw:Record', 'gmd:MD_Metadata'] as const)
      for (const sorted of [true, false]) yield { address, outputSchema, typeNames, sorted };
  }
}

/**
 * Finds out with the first page how the catalogue wants to be asked.
 * @returns the dialect and, unless every one failed, its first page
 * @throws the first failure, when no other way of asking could mend it
 */
export async function firstPage(
  source: HarvestSource,
  context: ListingContext,
  capabilities: Capabilities,
  size: number,
): Promise<{ dialect: Dialect; page: ResultsPage | undefined; failure?: unknown }> {
  let first: { dialect: Dialect; failure: unknown } | undefined;
  let unusable = '';
  for (const dialect of dialects(source, capabilities)) {
    if (dialect.address === unusable) continue;
    try {
      // A wrong dialect is often answered by a status 500, which asking again does not mend.
      const page = await getRecords(source, context, dialect, 1, size, first ? 0 : 2);
      return { dialect, page };
    } catch (error) {
      if (!(error instanceof PageFailure) && !isFetchError(error)) throw error;
      first ??= { dialect, failure: error };
      // Nobody there, or a web page: other words at the same address are no use.
      if (!(error instanceof PageFailure) || error.kind === 'html') unusable = dialect.address;
    }
  }
  if (!first) throw new PageFailure('garbage', 'The catalogue has no address that takes GetRecords by POST.');
  return { ...first, page: undefined };
}
