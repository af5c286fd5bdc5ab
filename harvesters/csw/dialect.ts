import { isFetchError } from '#runtime/fetching';
import type { ListingContext } from '../protocol.ts';
import { selectionOf } from '../selection/index.ts';
import type { HarvestSource } from '../types.ts';
import type { Capabilities } from './capabilities.ts';
import { constraintsOf } from './constraint.ts';
import { getRecords, PageFailure, type ResultsPage } from './get-records.ts';
import type { Dialect } from './question.ts';
import { type CswVersion, namesOf } from './version.ts';

/** Output schemas that are read here, best first: ISO 19139 is what catalogues of these versions keep. */
const preferredSchemas = [
  'http://www.isotc211.org/2005/gmd',
  'http://standards.iso.org/iso/19115/-3/mdb/2.0',
  'http://standards.iso.org/iso/19115/-3/mdb/1.0',
  'http://www.w3.org/ns/dcat#',
];

/**
 * The output schema to ask for.
 * @param offered as the capabilities list them; some catalogues list none
 */
export function chooseOutputSchema(offered: readonly string[], version: CswVersion = '2.0.2'): string {
  const same = (a: string, b: string) => a.replace(/[#/]$/, '') === b.replace(/[#/]$/, '');
  for (const schema of preferredSchemas) {
    const found = offered.find((candidate) => same(candidate, schema));
    if (found) return found;
  }
  return offered.length === 0 ? 'http://www.isotc211.org/2005/gmd' : namesOf[version].namespace;
}

/** The ways to ask, from the most useful to the least demanding. */
export function* dialects(
  source: HarvestSource,
  capabilities: Capabilities,
  size: number,
): Generator<Dialect> {
  const { version, ways, outputSchemas } = capabilities;
  const selection = selectionOf(source);
  const outputSchema = source.options['outputSchema'] || chooseOutputSchema(outputSchemas, version);
  const asked = ways.flatMap((way) =>
    typesOf(capabilities).flatMap((typeNames) =>
      constraintsOf(selection, capabilities, way, typeNames).map((constraint) => {
        const narrowed = constraint ? { constraint } : {};
        return { ...way, version, outputSchema, typeNames, size, ...narrowed };
      }),
    ),
  );
  // Every way to ask for what is wanted is tried before everything is asked for.
  for (const isNarrowed of [true, false])
    for (const plain of asked.filter((one) => 'constraint' in one === isNarrowed)) {
      yield { ...plain, sortBy: sortable(capabilities, plain.typeNames) };
      yield plain;
    }
}

/** Types of records to ask for: those of the standard that every catalogue has, then those of the ISO profile. */
function typesOf({ version, typeNames }: Capabilities): string[] {
  const { prefix } = namesOf[version];
  // Prefixes are compared as they stand by many catalogues, whatever they are bound to.
  const told = typeNames.filter((name) => /^(csw30:|csw:)?Record$/.test(name));
  const record = told.find((name) => name === `${prefix}:Record`) ?? told[0] ?? `${prefix}:Record`;
  const iso = 'gmd:MD_Metadata';
  return typeNames.includes(iso) && told.length === 0 ? [iso, record] : [record, iso];
}

/**
 * What stays the same while a list is read: the identifier, and where a catalogue can't sort by it, the date of change.
 * Properties are named as the capabilities write them, where they do.
 */
function sortable({ queryables }: Capabilities, typeNames: string): string {
  const isIso = typeNames.startsWith('gmd:');
  const usual = isIso ? 'apiso:Identifier' : 'dc:identifier';
  const named = (name: string) => {
    const found = queryables.filter((one) => one.replace(/^.*:/, '').toLowerCase() === name);
    return found.find((one) => one.startsWith(isIso ? 'apiso:' : 'd')) ?? found[0];
  };
  if (queryables.length === 0 || named('identifier') !== undefined) return usual;
  return named('modified') ?? usual;
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
  for (const wanted of dialects(source, capabilities, size)) {
    if (wanted.method + wanted.address === unusable) continue;
    let dialect = wanted;
    try {
      // A wrong dialect is often answered by a status 500, which asking again does not mend.
      const ask = () => getRecords(source, context, dialect, 1, dialect.size, first ? 0 : 2);
      let page: ResultsPage;
      try {
        page = await ask();
      } catch (error) {
        const most = capabilities.pageSize ?? 10;
        if (!(error instanceof PageFailure && error.locator === 'maxrecords') || most >= size) throw error;
        dialect = { ...dialect, size: most };
        page = await ask();
      }
      return { dialect, page };
    } catch (error) {
      if (!(error instanceof PageFailure) && !isFetchError(error)) throw error;
      first ??= { dialect, failure: error };
      // Nobody there, or a web page: other words at the same address are no use.
      if (!(error instanceof PageFailure) || error.kind === 'html')
        unusable = dialect.method + dialect.address;
    }
  }
  if (!first) throw new PageFailure('garbage', 'The catalogue has no address that takes GetRecords.');
  return { ...first, page: undefined };
}
