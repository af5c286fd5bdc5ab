import type { BoundingBox, CatalogueRecord, Geometry, LanguageMap, Party } from '#catalogue/model';

const textsOf = (maps: readonly LanguageMap[]) => maps.flatMap((map) => Object.values(map));

/** Every party that a record names for the resource and for the metadata. */
export function partiesOf({ resource, metadataContacts }: CatalogueRecord): Party[] {
  const distributors = resource.distributors.map(({ responsibility }) => responsibility);
  return [...resource.responsibilities, ...metadataContacts, ...distributors].map(({ party }) => party);
}

/** Fields that a filter may ask for texts, with what a record says in them. */
export const textFields = {
  title: ({ resource }) => textsOf([resource.titles, ...resource.alternateTitles]),
  abstract: ({ resource }) => textsOf([resource.abstracts]),
  keyword: ({ resource }) => textsOf(resource.keywords.map(({ label }) => label)),
  topic: ({ resource }) => resource.topicCategories,
  type: ({ resource }) => [resource.type],
  organisation: (record) => textsOf(partiesOf(record).map(({ organisation }) => organisation ?? {})),
  licence: ({ resource }) => resource.licences.flatMap(({ id, uri }) => [id, uri]).filter(isText),
  identifier: ({ metadataIdentifier, resource }) =>
    [metadataIdentifier, ...resource.identifiers.flatMap(({ code, uri }) => [code, uri])].filter(isText),
  language: ({ language }) => [language].filter(isText),
  link: ({ resource }) => resource.distributions.map(({ url }) => url),
  protocol: ({ resource }) => resource.distributions.map(({ protocol }) => protocol).filter(isText),
  network: ({ resource }) => textsOf(resource.networks.map(({ names }) => names)),
  project: ({ resource }) => textsOf(resource.projects.map(({ names }) => names)),
  access: ({ resource }) => (resource.accessRight ? [resource.accessRight] : []),
} satisfies Record<string, (record: CatalogueRecord) => string[]>;
export type TextField = keyof typeof textFields;

const datesOf = (record: CatalogueRecord, ...types: string[]) =>
  record.resource.dates.filter(({ type }) => types.includes(type)).map(({ date }) => date);

/** Fields of dates (ISO 8601, with the precision that the document gives). */
export const dateFields = {
  modified: ({ datestamp }) => [datestamp].filter(isText),
  published: (record) => datesOf(record, 'publication', 'released'),
  created: (record) => datesOf(record, 'creation'),
  revised: (record) => datesOf(record, 'revision', 'lastUpdate'),
  begin: ({ resource }) => resource.temporalExtents.map(({ start }) => start?.date).filter(isText),
  end: ({ resource }) => resource.temporalExtents.map(({ end }) => end?.date).filter(isText),
} satisfies Record<string, (record: CatalogueRecord) => string[]>;
export type DateField = keyof typeof dateFields;

export const isTextField = (name: string): name is TextField => Object.hasOwn(textFields, name);
export const isDateField = (name: string): name is DateField => Object.hasOwn(dateFields, name);

/** Boxes of the area that a record covers; what it says is left out is none. */
export function boxesOf({ resource }: CatalogueRecord): BoundingBox[] {
  return resource.spatialExtents.flatMap(({ box, geometry, inclusive }) => {
    const found = box ?? (geometry && boxAround(geometry));
    return inclusive && found ? [found] : [];
  });
}

/** Whether two boxes have a point in common; either may cross the antimeridian (`west > east`). */
export function boxesMeet(one: BoundingBox, other: BoundingBox): boolean {
  if (one.south > other.north || other.south > one.north) return false;
  const halves = ({ west, east }: BoundingBox) =>
    west <= east ? [[west, east] as const] : [[west, 180] as const, [-180, east] as const];
  return halves(one).some(([west, east]) => halves(other).some(([from, to]) => west <= to && from <= east));
}

function boxAround(geometry: Geometry): BoundingBox | undefined {
  const found = { west: 180, south: 90, east: -180, north: -90 };
  let isEmpty = true;
  const waiting: unknown[] = [geometry.coordinates];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (!Array.isArray(part)) continue;
    const [longitude, latitude] = part;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      for (const inner of part) waiting.push(inner);
      continue;
    }
    isEmpty = false;
    found.west = Math.min(found.west, longitude);
    found.east = Math.max(found.east, longitude);
    found.south = Math.min(found.south, latitude);
    found.north = Math.max(found.north, latitude);
  }
  return isEmpty ? undefined : found;
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
