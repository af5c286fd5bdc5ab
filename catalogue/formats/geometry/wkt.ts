import type { Geometry } from '../../model/index.ts';

type Nested = number[] | Nested[];

/**
 * Reads well-known text (OGC 06-103r4; GeoSPARQL wktLiteral) with an optional reference system in front, as
 * `<http://…/EPSG/0/4326> POLYGON(…)` or `SRID=4326;POLYGON(…)`. `ENVELOPE(west, east, north, south)` becomes a polygon.
 * @returns the geometry with its numbers in the order written and the name of the system, or `undefined`
 */
export function parseWkt(text: string): { geometry: Geometry; referenceSystem?: string } | undefined {
  const written = text.trim();
  const leading = /^(?:<([^>]*)>|SRID=(\d+);)\s*/i.exec(written);
  const referenceSystem = leading?.[1] ?? (leading?.[2] === undefined ? undefined : `EPSG:${leading[2]}`);
  const body = leading ? written.slice(leading[0].length) : written;
  const parts =
    /^(POINT|MULTIPOINT|LINESTRING|MULTILINESTRING|POLYGON|MULTIPOLYGON|ENVELOPE|BBOX)\s*(?:Z|M|ZM)?\s*(\([\s\S]*\))$/i.exec(
      body,
    );
  if (!parts) return undefined;
  const geometry = build(parts[1]?.toUpperCase() ?? '', parts[2] ?? '');
  return geometry && { geometry, ...(referenceSystem === undefined ? {} : { referenceSystem }) };
}

function build(type: string, body: string): Geometry | undefined {
  if (type === 'ENVELOPE' || type === 'BBOX') {
    const [first, second, third, fourth] = body.slice(1, -1).split(',').map(Number);
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      return undefined;
    return type === 'ENVELOPE' ? box(first, fourth, second, third) : box(first, second, third, fourth);
  }
  const nested = parseNested(body);
  if (!nested) return undefined;
  if (type === 'POINT') return isPosition(nested[0]) ? { type: 'Point', coordinates: nested[0] } : undefined;
  if (type === 'LINESTRING') return positions(nested, (coordinates) => ({ type: 'LineString', coordinates }));
  if (type === 'MULTIPOINT') {
    // Both MULTIPOINT(1 2, 3 4) and MULTIPOINT((1 2), (3 4)) are in use.
    const flat = nested.map((member) => (isPosition(member) ? member : member[0]));
    return positions(flat, (coordinates) => ({ type: 'MultiPoint', coordinates }));
  }
  if (type === 'POLYGON' || type === 'MULTILINESTRING') {
    const rings = ringsOf(nested);
    if (!rings) return undefined;
    return type === 'POLYGON'
      ? { type: 'Polygon', coordinates: rings }
      : { type: 'MultiLineString', coordinates: rings };
  }
  const polygons = nested.map((member) => (isPosition(member) ? undefined : ringsOf(member as Nested[])));
  return polygons.every((polygon) => polygon !== undefined)
    ? { type: 'MultiPolygon', coordinates: polygons }
    : undefined;
}

/** A rectangle as a closed ring, counterclockwise. */
export function box(west: number, south: number, east: number, north: number): Geometry | undefined {
  if (![west, south, east, north].every(Number.isFinite)) return undefined;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

function parseNested(body: string): Nested[] | undefined {
  // The text becomes JSON: the parser of the language bounds depth and numbers better than one of ours would.
  const json = body
    .replace(
      /([^(),\s][^(),]*)/g,
      (position: string) => `[${position.trim().split(/\s+/).map(asJson).join(',')}]`,
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .replace(/\[\s*(?=\[-?)/g, '[');
  try {
    return JSON.parse(json) as Nested[];
  } catch {
    return undefined;
  }
}

/** `.5` and `+1` are numbers in WKT, not in JSON; what is no number stays and makes the whole unreadable. */
function asJson(word: string): string {
  const value = Number(word);
  return Number.isFinite(value) ? String(value) : word;
}

function isPosition(nested: Nested | undefined): nested is number[] {
  return Array.isArray(nested) && nested.length >= 2 && nested.every((number) => typeof number === 'number');
}

function positions(
  nested: readonly (Nested | undefined)[],
  make: (coordinates: number[][]) => Geometry,
): Geometry | undefined {
  return nested.length > 0 && nested.every(isPosition) ? make(nested.filter(isPosition)) : undefined;
}

function ringsOf(nested: readonly Nested[]): number[][][] | undefined {
  const rings = nested.map((ring) =>
    Array.isArray(ring) && ring.every((member) => isPosition(member as Nested))
      ? (ring as number[][])
      : undefined,
  );
  return rings.length > 0 && rings.every((ring) => ring !== undefined && ring.length > 0)
    ? rings.filter((ring) => ring !== undefined)
    : undefined;
}
