import type { BoundingBox, Geometry } from '../../model/index.ts';

/**
 * A box as a geometry: a rectangle, two of them where it crosses the antimeridian (RFC 7946, 3.1.9), a line or a point
 * where it has no area.
 */
export function boxGeometry({ west, south, east, north }: BoundingBox): Geometry {
  if (west > east)
    return {
      type: 'MultiPolygon',
      coordinates: [rectangle(west, south, 180, north), rectangle(-180, south, east, north)],
    };
  return { type: 'Polygon', coordinates: rectangle(west, south, east, north) };
}

function rectangle(west: number, south: number, east: number, north: number): number[][][] {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}
