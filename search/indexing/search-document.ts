import type { BoundingBox, CatalogueRecord, LanguageMap } from '#catalogue/model';
import type { SearchDocument } from '../engine.ts';
import { depthsOf, periodsOf } from './extents.ts';
import { facetsOf } from './facets.ts';

/** What the index takes from the store of a record; a `StoredRecord` of the ledger has all of it. */
export type IndexedRecord = {
  id: string;
  revision: number;
  sourceId: string;
  /** Our datestamp. */
  datestamp: string;
  visibility: 'public' | 'metadata-only' | 'embargoed' | 'private';
  deleted: boolean;
  record: CatalogueRecord;
  /** Themes of its source. */
  themes?: readonly string[];
  /** Identifiers that its source once called it by. */
  formerIdentifiers?: readonly string[];
  /** Of a record that other records describe the same resource as: whether another stands for it, and what it stands for. */
  cluster?: {
    isCopy: boolean;
    others: readonly { sourceId: string; record: CatalogueRecord; formerIdentifiers: readonly string[] }[];
  };
};

/**
 * Makes the search document of a record.
 * @param now where periods without an end stop, as a year of the facet
 */
export function toSearchDocument(stored: IndexedRecord, now = new Date()): SearchDocument {
  const { resource } = stored.record;
  const named = [
    ...resource.networks,
    ...resource.projects,
    ...resource.platforms,
    ...resource.instruments,
    ...resource.campaigns,
  ];
  const others = stored.cluster?.isCopy === false ? stored.cluster.others : [];
  const facets = facetsOf(stored, now);
  return {
    id: stored.id,
    revision: stored.revision,
    visible: stored.visibility === 'public' || stored.visibility === 'metadata-only' ? 'public' : 'staff',
    ...(stored.cluster?.isCopy ? { isCopy: true as const } : {}),
    titles: resource.titles,
    alternateTitles: resource.alternateTitles,
    abstracts: resource.abstracts,
    keywords: [
      ...resource.keywords.map(({ label }) => label),
      ...named.map(({ names }) => names),
      ...resource.taxa.flatMap(({ scientificName, commonNames }) => [{ und: scientificName }, commonNames]),
      ...resource.spatialExtents.flatMap(({ place, description }) => [
        ...(place ? [place.names, { und: place.code }] : []),
        ...(description ? [description] : []),
      ]),
    ],
    parties: partyNames(stored.record),
    variables: resource.variables.map(({ names, shortName, standardName }) => ({
      ...names,
      ...(shortName || standardName
        ? { und: [names['und'], shortName, standardName].filter(Boolean).join(' ; ') }
        : {}),
    })),
    identifiers: [
      ...new Set(
        [stored, ...others].flatMap((one) => [
          ...identifiersOf(one.record),
          ...(one.formerIdentifiers ?? []),
        ]),
      ),
    ],
    // Whoever looks in one source finds what that has, though the record of another is shown.
    facets: {
      ...facets,
      source: [...new Set([...(facets.source ?? []), ...others.map(({ sourceId }) => sourceId)])],
    },
    boxes: boxesOf(stored.record),
    periods: periodsOf(resource.temporalExtents),
    depths: depthsOf(resource.verticalExtents),
    datestamp: stored.datestamp,
    sortDate: sortDate(stored),
  };
}

function partyNames({ resource, metadataContacts }: CatalogueRecord): string[] {
  const texts = (map: LanguageMap | undefined) => Object.values(map ?? {});
  const names = [...resource.responsibilities, ...metadataContacts].flatMap(({ party }) => [
    ...(party.person ? [party.person] : []),
    ...(party.familyName && !party.person ? [`${party.givenName ?? ''} ${party.familyName}`] : []),
    ...texts(party.organisation),
    ...party.identifiers.map(({ value }) => value),
  ]);
  const funders = resource.funding.flatMap(({ funder }) => texts(funder));
  return [...new Set([...names, ...funders])];
}

function identifiersOf({ resource, metadataIdentifier }: CatalogueRecord): string[] {
  return [
    ...new Set([
      ...(metadataIdentifier ? [metadataIdentifier] : []),
      ...resource.identifiers.flatMap(({ code, uri }) => (uri ? [code, uri] : [code])),
      ...resource.variables.flatMap(({ identifier, uri }) => [identifier, uri]),
      ...resource.platforms.flatMap(({ identifier }) => [identifier]),
    ]),
  ].filter((identifier) => identifier !== undefined);
}

/** A geometry without a box gets the box of its positions. */
function boxesOf({ resource }: CatalogueRecord): BoundingBox[] {
  return resource.spatialExtents.flatMap(({ box, geometry, inclusive }) => {
    if (!inclusive) return [];
    if (box) return [box];
    const positions = geometry ? positionsOf(geometry.coordinates) : [];
    const longitudes = positions.map(([longitude]) => longitude);
    const latitudes = positions.map(([, latitude]) => latitude);
    const around = {
      west: least(longitudes),
      south: least(latitudes),
      east: -least(longitudes.map((value) => -value)),
      north: -least(latitudes.map((value) => -value)),
    };
    const onGlobe = Math.abs(around.west) <= 180 && Math.abs(around.east) <= 180;
    return positions.length > 0 && onGlobe && around.south >= -90 && around.north <= 90 ? [around] : [];
  });
}

type Nested = readonly (number | Nested)[];

function positionsOf(coordinates: Nested): [number, number][] {
  const [first, second] = coordinates;
  if (typeof first === 'number') return typeof second === 'number' ? [[first, second]] : [];
  return coordinates.flatMap((part) => (typeof part === 'number' ? [] : positionsOf(part)));
}

function least(values: readonly number[]): number {
  return values.reduce((left, right) => Math.min(left, right), Number.POSITIVE_INFINITY);
}

function sortDate({ record, datestamp }: IndexedRecord): string {
  for (const type of ['publication', 'revision', 'creation']) {
    const dates = record.resource.dates.filter((date) => date.type === type).map(({ date }) => date);
    const latest = dates.sort().at(-1);
    if (latest !== undefined) return latest;
  }
  return datestamp;
}
