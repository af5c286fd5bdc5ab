import { type Keyword, type LanguageMap, localise, type Resource } from '#catalogue/model';
import { fold } from '../analysis/index.ts';
import { yearOfDay } from '../days.ts';
import { type FacetName, facetNames } from '../query.ts';
import { periodsOf } from './extents.ts';
import type { IndexedRecord } from './search-document.ts';

/** Years of the facet: what came before is told by the time filter. Forecasts reach to the end of the century. */
const firstYear = 1800;
const lastYear = 2100;
/** A value longer than this is a sentence, no name. */
const longestValue = 200;

/** The facet values of a record; those that differ in case and accents only are merged, absent ones left out. */
export function facetsOf(stored: IndexedRecord, now: Date): Partial<Record<FacetName, string[]>> {
  const { resource } = stored.record;
  const ofType = (type: string) =>
    resource.keywords.filter((keyword) => keyword.type === type).map(({ label }) => name(label));
  const facets: Record<FacetName, (string | undefined)[]> = {
    type: [resource.type],
    source: [stored.sourceId],
    organisation: resource.responsibilities.map(({ party }) => name(party.organisation)),
    network: resource.networks.map(({ names }) => name(names)),
    project: [...resource.projects.map(({ names }) => name(names)), ...ofType('project')],
    theme: [
      ...resource.topicCategories,
      ...(stored.themes ?? []),
      ...resource.keywords.filter(isTheme).map(({ label }) => name(label)),
    ],
    keyword: resource.keywords.map(({ label }) => name(label)),
    variable: resource.variables.map(
      ({ names, standardName, shortName }) => name(names) ?? standardName ?? shortName,
    ),
    platform: [...resource.platforms.map(({ names }) => name(names)), ...ofType('platform')],
    licence: resource.licences.map(({ id, title, uri }) => id ?? name(title) ?? uri),
    year: yearsOf(resource, now),
    access: [access(stored)],
  };
  const present: Partial<Record<FacetName, string[]>> = {};
  for (const facet of facetNames) {
    const values = distinct(facets[facet]);
    if (values.length > 0) present[facet] = values;
  }
  return present;
}

/** The name by which a thing is listed, whatever the reader's language: a list in two languages would show it twice. */
function name(map: LanguageMap | undefined): string | undefined {
  return map && localise(map, 'en', 'fr')?.text;
}

/** INSPIRE themes, by their register or their GEMET list. */
function isTheme({ uri, thesaurus }: Keyword): boolean {
  if (uri?.includes('inspire.ec.europa.eu/theme/')) return true;
  const said = [thesaurus?.identifier, thesaurus?.uri, ...Object.values(thesaurus?.title ?? {})].join(' ');
  return /inspire.{0,20}th[eè]me|th[eè]me.{0,20}inspire/i.test(said);
}

function yearsOf(resource: Resource, now: Date): string[] {
  const present = now.getUTCFullYear();
  const years = new Set<number>();
  for (const { start, end } of periodsOf(resource.temporalExtents)) {
    // Ends such as 9999 say that there is none.
    const open = end === Number.POSITIVE_INFINITY || yearOfDay(end) > lastYear;
    const began = start === Number.NEGATIVE_INFINITY ? undefined : yearOfDay(start);
    const to = open ? Math.max(present, began ?? present) : yearOfDay(end);
    const from = began ?? to;
    for (let year = Math.max(from, firstYear); year <= Math.min(to, lastYear); year += 1) years.add(year);
  }
  return [...years].map(String);
}

function access({ visibility, record }: IndexedRecord): string | undefined {
  if (visibility === 'metadata-only' || visibility === 'embargoed') return visibility;
  return record.resource.accessRight;
}

function distinct(values: readonly (string | undefined)[]): string[] {
  const found = new Map<string, string>();
  for (const value of values) {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (!text || text.length > longestValue) continue;
    const folded = fold(text);
    if (!found.has(folded)) found.set(folded, text);
  }
  return [...found.values()];
}
