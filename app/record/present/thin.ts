import type { Geometry } from '#catalogue/model';

/** Corners that a page carries of all outlines together. */
const mostCorners = 2500;

type Nested = readonly (number | Nested)[];

/** Geometries with so few corners that a page can carry them; rings stay closed. */
export function thinned(geometries: readonly Geometry[]): Geometry[] {
  const corners = geometries.reduce((sum, { coordinates }) => sum + count(coordinates), 0);
  const step = Math.ceil(corners / mostCorners);
  return step <= 1 ? [...geometries] : geometries.map((geometry) => thin(geometry, step));
}

function thin(geometry: Geometry, step: number): Geometry {
  const line = (corners: number[][]) =>
    corners.length < 8
      ? corners
      : corners.filter((_, index) => index % step === 0 || index === corners.length - 1);
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
  }
}

function count(coordinates: Nested): number {
  if (typeof coordinates[0] === 'number') return 1;
  return coordinates.reduce<number>((sum, part) => sum + (typeof part === 'number' ? 0 : count(part)), 0);
}
