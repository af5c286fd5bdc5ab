import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { type BoundingBox, type Geometry, geometry, type SpatialExtent } from '../../model/index.ts';
import { boxGeometry, geometryExtent, positionsOf } from '../geometry/index.ts';
import type { Place, Report } from '../reading/index.ts';

/** The extents of a GeoJSON geometry; each member of a GeometryCollection is one. */
export function geometryExtents(value: JsonValue | undefined, report: Report, place: Place): SpatialExtent[] {
  if (value === undefined || value === null) return [];
  const members = isJsonObject(value) ? value['geometries'] : undefined;
  if (Array.isArray(members))
    return members.flatMap((member, index) =>
      geometryExtents(member, report, { ...place, path: `${place.path}/geometries/${index}` }),
    );
  const read = geometry.safeParse(value);
  const extent = read.success ? geometryExtent(read.data, report, place) : undefined;
  if (!read.success)
    report.warning(
      'geometry-unreadable',
      place,
      'The geometry is not one of GeoJSON.',
      'Write a geometry of RFC 7946, longitude before latitude.',
    );
  return extent ? [extent] : [];
}

/** A box as a geometry; one that has shrunk to a point as that point. */
function shapeOfBox(box: BoundingBox): Geometry {
  const { west, south, east, north } = box;
  return west === east && south === north ? { type: 'Point', coordinates: [west, south] } : boxGeometry(box);
}

/** One GeoJSON geometry for all extents that have one: alone, or as a collection. */
export function geometryOf(extents: readonly SpatialExtent[]): JsonObject | null {
  const geometries = extents.flatMap(({ box, geometry: shape, inclusive }) => {
    const told = shape ?? (box && shapeOfBox(box));
    return inclusive && told ? [closed(told)] : [];
  });
  const [first, ...others] = geometries;
  if (first === undefined) return null;
  return others.length === 0 ? { ...first } : { type: 'GeometryCollection', geometries: [first, ...others] };
}

/** Rings of GeoJSON end where they begin and have four positions at least. */
function closed(shape: Geometry): Geometry {
  const ring = (positions: number[][]): number[][] => {
    const [first, last] = [positions[0], positions.at(-1)];
    const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
    return isClosed || !first ? positions : [...positions, first];
  };
  if (shape.type === 'Polygon') return { ...shape, coordinates: shape.coordinates.map(ring) };
  if (shape.type === 'MultiPolygon')
    return { ...shape, coordinates: shape.coordinates.map((part) => part.map(ring)) };
  return shape;
}

/** The box around an extent; a geometry is taken not to cross the antimeridian. */
export function boxOf({ box, geometry: shape }: SpatialExtent): BoundingBox | undefined {
  if (box || !shape) return box;
  const found = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude, latitude] of positionsOf(shape)) {
    if (longitude === undefined || latitude === undefined) continue;
    found.west = Math.min(found.west, longitude);
    found.east = Math.max(found.east, longitude);
    found.south = Math.min(found.south, latitude);
    found.north = Math.max(found.north, latitude);
  }
  return Number.isFinite(found.west) ? found : undefined;
}
