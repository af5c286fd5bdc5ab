import { createHash } from 'node:crypto';
import { type CatalogueRecord, type Party, parseIdentifier, type ResourceType } from '../model/index.ts';
import { type Hull, hullOf, type Span, spanOf } from './extents.ts';
import { foldWords } from './fold.ts';
import { type IdentifierKey, identifierKeys } from './identifier-key.ts';
import { type FoldedTitle, foldTitles, isTelling } from './titles.ts';

/** What a record is recognised by, small enough to be kept beside it and compared with others. */
export type IdentityProfile = {
  family: Family;
  /** Keys of its identifiers and of its metadata's, by reach. */
  dois: string[];
  globals: string[];
  locals: string[];
  /** Keys of what it says it is the same as. */
  equals: string[];
  /** Keys of what it says it is a part, a whole or a version of. */
  apart: string[];
  titles: FoldedTitle[];
  /** Digests of its abstracts, folded. */
  abstracts: string[];
  hull?: Hull;
  span?: Span;
  parties: string[];
  edition?: string;
  /** How many fields say something: the fuller record is the better one to show. */
  fields: number;
};

/** Kinds of thing that seldom are one another; what is called `other` may be any of them but a service. */
export type Family = 'data' | 'service' | 'software' | 'place' | 'activity' | 'document' | 'any';

const families: Readonly<Record<ResourceType, Family>> = {
  dataset: 'data',
  series: 'data',
  collection: 'data',
  model: 'data',
  image: 'data',
  map: 'data',
  feature: 'data',
  service: 'service',
  software: 'software',
  platform: 'place',
  instrument: 'place',
  campaign: 'activity',
  project: 'activity',
  document: 'document',
  other: 'any',
};

/** Counted up whenever the same record gives another profile, or two profiles another judgement. */
export const identityVersion = 2;

const mostKeys = 20;
const shortestAbstract = 60;
const comparedAbstract = 400;

/** Makes the profile of a record. */
export function identityProfile(record: CatalogueRecord): IdentityProfile {
  const { resource } = record;
  const own = [
    ...(record.metadataIdentifier
      ? [parseIdentifier(record.metadataIdentifier, record.metadataCodeSpace)]
      : []),
    ...resource.identifiers,
    ...(record.dataSetUri ? [parseIdentifier(record.dataSetUri)] : []),
  ].flatMap(identifierKeys);
  const keysOf = (identifier: string | undefined) =>
    identifier?.trim() ? identifierKeys(parseIdentifier(identifier)) : [];
  const related = (relations: ReadonlySet<string>) =>
    resource.related
      .filter(({ relation }) => relations.has(relation))
      .flatMap(({ identifier, url }) => [...keysOf(identifier), ...keysOf(url)]);
  const edition = resource.edition && foldWords(resource.edition).replace(/^v(ersion)? ?(?=\d)/, '');
  const hull = hullOf(resource.spatialExtents);
  const span = spanOf(resource.temporalExtents);
  return {
    family: families[resource.type],
    dois: reaching(own, 'doi'),
    globals: reaching(own, 'global'),
    locals: reaching(own, 'local'),
    equals: distinct(related(new Set(['isIdenticalTo'])).map(({ key }) => key)),
    apart: distinct(
      [...keysOf(record.parentIdentifier), ...related(wholesAndVersions)].map(({ key }) => key),
    ),
    titles: foldTitles(resource.titles, resource.alternateTitles),
    abstracts: distinct(
      Object.values(resource.abstracts)
        .map((text) => foldWords(text.slice(0, 3 * comparedAbstract)))
        .filter((text) => text.length >= shortestAbstract)
        .map((text) => digest(text.slice(0, comparedAbstract))),
    ),
    ...(hull ? { hull } : {}),
    ...(span ? { span } : {}),
    parties: distinct(resource.responsibilities.flatMap(({ party }) => partyKeys(party))),
    ...(edition ? { edition } : {}),
    fields: Object.values(resource).filter(says).length,
  };
}

const wholesAndVersions: ReadonlySet<string> = new Set([
  'isPartOf',
  'hasPart',
  'series',
  'revisionOf',
  'isReplacedBy',
  'isVersionOf',
  'hasVersion',
  'isDerivedFrom',
  'isSourceOf',
  'isSupplementTo',
  'isSupplementedBy',
]);

/** The keys under which others that may be the same are looked up. */
export function lookupKeys({ dois, globals, locals, equals, titles }: IdentityProfile): string[] {
  const named = titles.filter(({ text }) => isTelling(text)).map(({ text }) => `title:${digest(text)}`);
  return distinct([...dois, ...globals, ...locals, ...equals, ...named]);
}

function reaching(keys: readonly IdentifierKey[], reach: IdentifierKey['reach']): string[] {
  return distinct(keys.filter((key) => key.reach === reach).map(({ key }) => key));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort().slice(0, mostKeys);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** A person by family name and first initial, in either order of writing; an organisation by its names; both by their numbers. */
function partyKeys({ person, familyName, givenName, organisation, identifiers }: Party): string[] {
  const keys = identifiers.map(({ scheme, value }) => `${scheme}:${value.toLowerCase()}`);
  for (const name of Object.values(organisation ?? {})) keys.push(`org:${foldWords(name)}`);
  const initial = (given: string) => foldWords(given).charAt(0);
  if (familyName) keys.push(`person:${foldWords(familyName)} ${initial(givenName ?? '')}`);
  else if (person?.includes(',')) {
    const [family = '', given = ''] = person.split(',');
    keys.push(`person:${foldWords(family)} ${initial(given)}`);
  } else if (person) {
    const names = foldWords(person).split(' ');
    keys.push(`person:${names.at(-1) ?? ''} ${initial(person)}`);
  }
  return keys.filter((key) => !/:\s*$/.test(key));
}

function says(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
