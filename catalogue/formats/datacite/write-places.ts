import { type Geometry, localise, type SpatialExtent } from '../../model/index.ts';
import { oneLine, present } from '../reading/index.ts';
import { type GeoLocation, nowhere, type Position } from './document.ts';

/** What one geometry is in DataCite: points or polygons without holes. */
type Shapes = { points: Position[]; polygons: number[][][]; isWhole: boolean };

/**
 * The places of a resource. Of a geometry only points and the outer rings of polygons can be said.
 * @returns the places, and what of the extents they do not say
 */
export function writePlaces(
  extents: readonly SpatialExtent[],
  language: string,
): { geoLocations: GeoLocation[]; losses: string[] } {
  const losses = new Set<string>();
  const geoLocations = extents.flatMap(({ box, geometry, place, description, inclusive }): GeoLocation[] => {
    if (!inclusive) {
      losses.add('spatialExtents: excluded areas');
      return [];
    }
    const { points, polygons, isWhole } = shapesOf(geometry);
    if (!isWhole) losses.add('spatialExtents: lines and holes');
    const name =
      localise(place?.names ?? {}, language, 'en')?.text ??
      place?.code ??
      localise(description ?? {}, language, 'en')?.text;
    const [first, ...others] = points;
    const location = present({
      name: name?.trim() ? { text: oneLine(name), place: nowhere } : undefined,
      points: first ? [first] : [],
      boxes: box ? [box] : [],
      polygons,
      place: nowhere,
    });
    const said = location.name !== undefined || location.boxes.length + points.length + polygons.length > 0;
    // A geoLocation holds one point.
    return [
      ...(said ? [location] : []),
      ...others.map((point) => ({ points: [point], boxes: [], polygons: [], place: nowhere })),
    ];
  });
  return { geoLocations, losses: [...losses] };
}

function shapesOf(geometry: Geometry | undefined): Shapes {
  switch (geometry?.type) {
    case undefined:
      return { points: [], polygons: [], isWhole: true };
    case 'Point':
      return { points: positions([geometry.coordinates]), polygons: [], isWhole: true };
    case 'MultiPoint':
      return { points: positions(geometry.coordinates), polygons: [], isWhole: true };
    case 'Polygon':
      return polygonsOf([geometry.coordinates]);
    case 'MultiPolygon':
      return polygonsOf(geometry.coordinates);
    default:
      return { points: [], polygons: [], isWhole: false };
  }
}

function polygonsOf(polygons: readonly number[][][][]): Shapes {
  const rings = polygons.flatMap(([outer]) => {
    const ring = positions(outer ?? []).map(({ longitude, latitude }) => [longitude, latitude]);
    return ring.length >= 4 ? [ring] : [];
  });
  const isWhole = rings.length === polygons.length && polygons.every((parts) => parts.length === 1);
  return { points: [], polygons: rings, isWhole };
}

/** Positions with longitudes from -180 to 180, as the schema wants them. */
function positions(coordinates: readonly number[][]): Position[] {
  return coordinates.flatMap(([longitude, latitude]) => {
    if (longitude === undefined || latitude === undefined) return [];
    if (!Number.isFinite(longitude) || !(Math.abs(latitude) <= 90)) return [];
    const turned = Math.abs(longitude) > 180 ? ((((longitude + 180) % 360) + 360) % 360) - 180 : longitude;
    return [{ longitude: turned, latitude }];
  });
}
