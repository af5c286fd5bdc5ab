import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type Geometry, localise, type SpatialExtent } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Places with their shape: latitude first, a box as "south west north east". Depths stand with the first place. */
export function spatialCoverage(resource: Resource, language: string): JsonObject[] {
  const places = resource.spatialExtents.flatMap((extent) => placeOf(extent, language));
  const depths = depthsOf(resource);
  if (depths.length === 0) return places;
  const [first = { '@type': 'Place' }, ...rest] = places;
  return [{ ...first, additionalProperty: depths }, ...rest];
}

function placeOf(
  { box, geometry, place, description, inclusive }: SpatialExtent,
  language: string,
): JsonObject[] {
  if (!inclusive) return [];
  const name =
    localise(place?.names ?? {}, language)?.text ??
    (place?.uri === undefined ? place?.code : undefined) ??
    localise(description ?? {}, language)?.text;
  const geo = box
    ? { '@type': 'GeoShape', box: `${box.south} ${box.west} ${box.north} ${box.east}` }
    : geometry && shapeOf(geometry);
  if (!geo && name === undefined && place?.uri === undefined) return [];
  return [
    {
      '@type': 'Place',
      ...(place?.uri === undefined ? {} : { '@id': place.uri }),
      ...(name === undefined ? {} : { name }),
      ...(geo ? { geo } : {}),
    },
  ];
}

function shapeOf(geometry: Geometry): JsonValue | undefined {
  const pair = ([longitude, latitude]: readonly number[]) => `${latitude} ${longitude}`;
  const line = (positions: readonly (readonly number[])[]) => positions.map(pair).join(' ');
  const point = ([longitude, latitude]: readonly number[]): JsonObject | undefined =>
    longitude === undefined || latitude === undefined
      ? undefined
      : { '@type': 'GeoCoordinates', latitude, longitude };
  const all = (shapes: readonly (JsonObject | undefined)[]) => shapes.filter((shape) => shape !== undefined);
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'MultiPoint':
      return all(geometry.coordinates.map(point));
    case 'LineString':
      return { '@type': 'GeoShape', line: line(geometry.coordinates) };
    case 'MultiLineString':
      return geometry.coordinates.map((part) => ({ '@type': 'GeoShape', line: line(part) }));
    // GeoShape knows no holes: the outer ring is what it can say.
    case 'Polygon':
      return { '@type': 'GeoShape', polygon: line(geometry.coordinates[0] ?? []) };
    case 'MultiPolygon':
      return geometry.coordinates.map((part) => ({ '@type': 'GeoShape', polygon: line(part[0] ?? []) }));
  }
}

function depthsOf({ verticalExtents }: Resource): JsonObject[] {
  const [extent] = verticalExtents;
  if (!extent) return [];
  const property = (name: string, value: number | string | undefined): JsonObject[] =>
    value === undefined ? [] : [{ '@type': 'PropertyValue', name, value }];
  return [
    ...property('Geospatial vertical min', extent.minimum),
    ...property('Geospatial vertical max', extent.maximum),
    ...property('Geospatial vertical units', extent.unit),
    ...property('Geospatial vertical positive', extent.positive),
  ];
}

/** ISO 8601 intervals; an open end is `..` (ISO 8601-2). */
export function temporalCoverage({ temporalExtents }: Resource): string[] {
  return temporalExtents.flatMap(({ start, end }) => {
    if (start?.date === undefined && end?.date === undefined) return [];
    if (start?.date !== undefined && start.date === end?.date) return [start.date];
    return [`${start?.date ?? '..'}/${end?.date ?? '..'}`];
  });
}
