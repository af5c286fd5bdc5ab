import type { BoundingBox, Geometry } from '../../../model/index.ts';

type Position = readonly number[];

const position = (point: Position) => point.join(' ');
const line = (points: readonly Position[]) => `(${points.map(position).join(', ')})`;
const rings = (lines: readonly (readonly Position[])[]) => `(${lines.map(line).join(', ')})`;

/** A geometry as WKT in CRS84, which is the default of GeoSPARQL: longitude first. */
export function toWkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT${dimensions(geometry.coordinates)}(${position(geometry.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT${dimensions(geometry.coordinates[0])}(${geometry.coordinates.map((point) => `(${position(point)})`).join(', ')})`;
    case 'LineString':
      return `LINESTRING${dimensions(geometry.coordinates[0])}${line(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING${dimensions(geometry.coordinates[0]?.[0])}${rings(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON${dimensions(geometry.coordinates[0]?.[0])}${rings(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON${dimensions(geometry.coordinates[0]?.[0]?.[0])}(${geometry.coordinates.map(rings).join(', ')})`;
  }
}

function dimensions(first: Position | undefined): string {
  return (first?.length ?? 2) > 2 ? ' Z ' : '';
}

/** The middle of a box, to the millionth of a degree; also of one that crosses the antimeridian. */
export function centroidOf({ west, south, east, north }: BoundingBox): Geometry {
  const width = (east - west + 360) % 360 || (east === west ? 0 : 360);
  const middle = west + width / 2;
  const longitude = middle > 180 ? middle - 360 : middle;
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return { type: 'Point', coordinates: [rounded(longitude), rounded((south + north) / 2)] };
}

/** The same geometry as GeoJSON (RFC 7946). */
export function toGeoJson({ type, coordinates }: Geometry): string {
  return JSON.stringify({ type, coordinates });
}
