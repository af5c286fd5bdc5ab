import {
  type CatalogueRecord,
  localise,
  makersOf,
  type Party,
  persistentUrl,
  publicationDate,
  type Resource,
  type ResourceType,
} from '../model/index.ts';

/** A person or organisation (CSL-JSON name variable). */
export type CslName = { family: string; given?: string } | { literal: string };

/** A date by its parts; a period has two (CSL-JSON date variable). */
export type CslDate = { 'date-parts': number[][] };

/** One item of CSL-JSON (schema csl-data.json 1.0), as far as it is said of data. */
export type CslItem = {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: CslDate;
  publisher?: string;
  version?: string;
  'collection-title'?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  keyword?: string;
  language?: string;
  license?: string;
  medium?: string;
};

/** CSL types of what is not cited as a dataset. */
const types: Partial<Record<ResourceType, string>> = {
  software: 'software',
  document: 'report',
  map: 'map',
  image: 'graphic',
  project: 'document',
  campaign: 'document',
  platform: 'document',
  instrument: 'document',
  service: 'webpage',
};

/**
 * What a citation processor needs to know of a record.
 * @param about `id` of the item, `pageUrl` for what has no persistent identifier, `language` (BCP 47) to prefer
 * @returns `null` for a record without title, which can't be cited
 */
export function cslItem(
  { resource }: CatalogueRecord,
  about: { id: string; pageUrl: string; language?: string },
): CslItem | null {
  const preferred = about.language ? [about.language, 'en'] : ['en'];
  const title = localise(resource.titles, ...preferred);
  if (!title) return null;
  const text = (map: Record<string, string> | undefined) => map && localise(map, ...preferred)?.text;
  const names = (parties: readonly Party[]) => uniqueNames(parties.flatMap((party) => nameOf(party, text)));
  const author = names(makersOf(resource));
  const editor = names(
    resource.responsibilities.filter(({ role }) => role === 'editor').map(({ party }) => party),
  );
  const issued = dateParts(publicationDate(resource));
  const publisher = publisherOf(resource, text);
  const address = persistentUrl(resource);
  const doi = address?.startsWith('https://doi.org/') ? address.slice('https://doi.org/'.length) : undefined;
  const abstract = text(resource.abstracts);
  const keyword = resource.keywords.flatMap(({ label }) => text(label) ?? []).join(', ');
  const [licence] = resource.licences;
  return {
    id: about.id,
    type: types[resource.type] ?? 'dataset',
    title: title.text,
    ...(author.length > 0 ? { author } : {}),
    ...(editor.length > 0 ? { editor } : {}),
    ...(issued ? { issued } : {}),
    ...(publisher && !isOnlyMaker(author, publisher) ? { publisher } : {}),
    ...(resource.edition ? { version: resource.edition } : {}),
    ...(resource.seriesName ? { 'collection-title': resource.seriesName } : {}),
    // Styles write both where both are given.
    ...(doi ? { DOI: doi } : { URL: address ?? about.pageUrl }),
    ...(abstract ? { abstract } : {}),
    ...(keyword ? { keyword } : {}),
    ...(title.language === 'und' ? {} : { language: title.language }),
    ...(licence?.uri ? { license: licence.uri } : {}),
  };
}

type Text = (map: Record<string, string> | undefined) => string | undefined;

/** A name is taken apart only where the record does so, or writes it with a comma. */
function nameOf(party: Party, text: Text): CslName[] {
  if (party.familyName)
    return [{ family: party.familyName, ...(party.givenName ? { given: party.givenName } : {}) }];
  const [, family, given] = /^\s*([^,]+?)\s*,\s*([^,]+?)\s*$/.exec(party.person ?? '') ?? [];
  if (family && given) return [{ family, given }];
  const literal = party.person ?? text(party.organisation);
  return literal ? [{ literal }] : [];
}

function uniqueNames(names: readonly CslName[]): CslName[] {
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
}

/** The publisher, else whoever distributes the data. */
function publisherOf({ responsibilities }: Resource, text: Text): string | undefined {
  for (const role of ['publisher', 'distributor', 'resourceProvider'])
    for (const { party } of responsibilities.filter((one) => one.role === role)) {
      const name = text(party.organisation) ?? party.person;
      if (name) return name;
    }
  return undefined;
}

function isOnlyMaker(authors: readonly CslName[], publisher: string): boolean {
  const [only] = authors;
  return authors.length === 1 && only !== undefined && 'literal' in only && only.literal === publisher;
}

/** `2020-05-03T…` → [[2020, 5, 3]]. */
function dateParts(date: string | undefined): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (!year) return undefined;
  return { 'date-parts': [[year, month, day].flatMap((part) => (part ? [Number(part)] : []))] };
}
