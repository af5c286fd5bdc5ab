import type { BoundingBox, Geometry } from '../../model/index.ts';
import type { Place, Report } from '../reading/index.ts';

/**
 * A bounding box of the model from four numbers as a document gives them, in degrees.
 * Longitudes up to 360 are brought to ±180 (told as `longitude-beyond-180`); a box that crosses the antimeridian
 * stays west > east; one that cannot be on Earth is refused, never swapped.
 */
export function readBox(
  edges: { west: number; south: number; east: number; north: number },
  report: Report,
  place: Place,
): BoundingBox | undefined {
  const { west, south, east, north } = edges;
  const written = `west ${west}, south ${south}, east ${east}, north ${north}`;
  if (![west, south, east, north].every(Number.isFinite)) {
    report.error(
      'box-unreadable',
      place,
      `The box is not four numbers: ${written}.`,
      'Give degrees as numbers.',
    );
    return undefined;
  }
  if (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 360 || Math.abs(east) > 360) {
    report.error(
      'box-impossible',
      place,
      `No such box on Earth: ${written}.`,
      'Latitudes go from -90 to 90, longitudes from -180 to 180; check the order of the numbers and the reference system.',
    );
    return undefined;
  }
  if (south > north) {
    report.error(
      'box-upside-down',
      place,
      `The box has south above north: ${written}.`,
      'Exchange south and north.',
    );
    return undefined;
  }
  const beyond = Math.abs(west) > 180 || Math.abs(east) > 180;
  if (beyond) {
    report.info(
      'longitude-beyond-180',
      place,
      `Longitudes were brought to -180…180: ${written}.`,
      'Write longitudes from -180 to 180; a box over the antimeridian has west > east.',
    );
  }
  const round = beyond && east - west >= 360;
  const box = round
    ? { west: -180, south, east: 180, north }
    : { west: beyond ? wrap(west) : west, south, east: beyond ? wrap(east) : east, north };
  if (box.west > box.east) {
    report.info(
      'box-crosses-antimeridian',
      place,
      `The box has west > east, so it crosses the antimeridian: ${written}.`,
      'Exchange west and east if it does not.',
    );
  }
  return box;
}

function wrap(longitude: number): number {
  if (longitude > 180) return longitude - 360;
  return longitude < -180 ? longitude + 360 : longitude;
}

/**
 * The box that a polygon is when it is a rectangle along meridians and parallels (also one that shrank to a line or
 * a point); `undefined` for all other geometries.
 */
export function rectangle(
  geometry: Geometry,
): { west: number; south: number; east: number; north: number } | undefined {
  if (geometry.type !== 'Polygon' || geometry.coordinates.length !== 1) return undefined;
  const ring = geometry.coordinates[0] ?? [];
  if (ring.length < 4 || ring.length > 5) return undefined;
  const longitudes = new Set(ring.map((position) => position[0] ?? Number.NaN));
  const latitudes = new Set(ring.map((position) => position[1] ?? Number.NaN));
  const corners = new Set(ring.map((position) => `${position[0]} ${position[1]}`));
  if (longitudes.size > 2 || latitudes.size > 2 || corners.size !== longitudes.size * latitudes.size)
    return undefined;
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}
