import type { LanguageMap, NamedReference, ObservedVariable, Resource } from '#catalogue/model';
import type { FacetName } from '#search';
import { formatNumber } from '../../locales/format.ts';
import type { Locale, Messages } from '../../locales/index.ts';
import { type PageText, pageText, plainText } from '../texts.ts';
import { webAddress } from './address.ts';
import { searchFor } from './keywords.ts';

/** A platform, project, network…: its name, its entry in a vocabulary, others that have it. */
export type Thing = PageText & { href?: string; identifier?: string; note?: PageText; search?: string };
export type ThingGroup = {
  kind: 'platforms' | 'instruments' | 'campaigns' | 'projects' | 'networks' | 'taxa';
  things: Thing[];
};
export type VariableRow = {
  name: PageText;
  /** Where a name such as `EARTH SCIENCE > OCEANS > SALINITY` stands in its vocabulary. */
  path?: string;
  href?: string;
  /** Name in the file and CF standard name. */
  names: string[];
  unit?: string;
  unitHref?: string;
  method?: string;
  range?: string;
  search: string;
};

/** What a resource was measured with and for, by kind; kinds of which nothing is told are left out. */
export function thingGroups(resource: Resource, locale: Locale): ThingGroup[] {
  const groups: ThingGroup[] = [
    { kind: 'networks', things: things(resource.networks, locale, 'network') },
    { kind: 'projects', things: things(resource.projects, locale, 'project') },
    { kind: 'campaigns', things: things(resource.campaigns, locale) },
    { kind: 'platforms', things: things(resource.platforms, locale, 'platform') },
    { kind: 'instruments', things: things(resource.instruments, locale) },
    { kind: 'taxa', things: taxa(resource, locale) },
  ];
  return groups.filter(({ things: found }) => found.length > 0);
}

function things(references: readonly NamedReference[], locale: Locale, facet?: FacetName): Thing[] {
  return distinct(
    references.flatMap(({ names, identifier, uri, description }) => {
      const name = pageText(names, locale) ?? (identifier ? { text: identifier } : undefined);
      if (!name) return [];
      const href = webAddress(uri) ?? webAddress(identifier);
      const note = pageText(description, locale);
      return [
        {
          ...name,
          ...(href ? { href } : {}),
          ...(identifier && identifier !== href && identifier !== name.text ? { identifier } : {}),
          ...(note && note.text !== name.text ? { note } : {}),
          ...(facet ? { search: searchFor({ [facet]: [facetValue(names, name.text)] }) } : {}),
        },
      ];
    }),
  );
}

/** The facets list one spelling whatever the reader's language, English first. */
function facetValue(names: LanguageMap, shown: string): string {
  return plainText(names, 'en') ?? shown;
}

function taxa(resource: Resource, locale: Locale): Thing[] {
  return distinct(
    resource.taxa.map(({ scientificName, commonNames, uri }) => {
      const note = pageText(commonNames, locale);
      const aphia = /^urn:lsid:marinespecies\.org:taxname:(\d+)$/.exec(uri ?? '')?.[1];
      const href = aphia
        ? `https://www.marinespecies.org/aphia.php?p=taxdetails&id=${aphia}`
        : webAddress(uri);
      return { text: scientificName, ...(note ? { note } : {}), ...(href ? { href } : {}) };
    }),
  );
}

function distinct(found: readonly Thing[]): Thing[] {
  return [...new Map(found.map((thing) => [thing.text.toLowerCase(), thing])).values()];
}

/** What was measured, with units and links to vocabularies. */
export function variableRows({ variables }: Resource, locale: Locale, messages: Messages): VariableRow[] {
  return variables.flatMap((variable) => {
    const name = variableName(variable, locale);
    if (!name) return [];
    const href = webAddress(variable.uri) ?? webAddress(variable.identifier);
    const unitHref = webAddress(variable.unitUri);
    const range = rangeText(variable, locale, messages);
    const value = plainText(variable.names, 'en') ?? variable.standardName ?? variable.shortName ?? name.text;
    const { leaf, path } = leafOf(name.text);
    return [
      {
        name: { ...name, text: leaf },
        ...(path ? { path } : {}),
        ...(href ? { href } : {}),
        names: [variable.shortName, variable.standardName].flatMap((text) =>
          text === undefined || text === name.text ? [] : [text],
        ),
        ...(variable.unit ? { unit: variable.unit } : {}),
        ...(unitHref ? { unitHref } : {}),
        ...(variable.method ? { method: variable.method } : {}),
        ...(range ? { range } : {}),
        search: searchFor({ variable: [value] }),
      },
    ];
  });
}

/** The last step of a path through a vocabulary, and the way to it. */
function leafOf(name: string): { leaf: string; path?: string } {
  const steps = name.split(/\s+(?:>|\|)\s+/);
  const leaf = steps.at(-1);
  return steps.length < 3 || !leaf ? { leaf: name } : { leaf, path: steps.slice(0, -1).join(' › ') };
}

function variableName(variable: ObservedVariable, locale: Locale): PageText | undefined {
  const named = pageText(variable.names, locale);
  if (named) return named;
  const text = variable.standardName ?? variable.shortName ?? variable.identifier;
  return text ? { text } : undefined;
}

function rangeText(
  { minimum, maximum }: ObservedVariable,
  locale: Locale,
  { recordPage }: Messages,
): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  const [from, to] = [minimum, maximum].map((value) =>
    value === undefined ? undefined : formatNumber(value, locale, 4),
  );
  if (from !== undefined && to !== undefined) return `${from} – ${to}`;
  return from === undefined ? recordPage.atMost(to ?? '') : recordPage.atLeast(from);
}
