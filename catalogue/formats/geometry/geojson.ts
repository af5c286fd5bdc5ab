import { isJsonObject, type JsonValue } from '../../json/index.ts';
import { type Geometry, geometry } from '../../model/index.ts';
import { box } from './wkt.ts';

/**
 * The geometry of a GeoJSON value: a geometry, a Feature, a collection of which the first counts, or a bare bbox.
 * @returns `undefined` when it holds none
 */
function readGeoJson(value: JsonValue | undefined): Geometry | undefined {
  if (!isJsonObject(value)) return undefined;
  if (value['type'] === 'Feature') return readGeoJson(value['geometry']);
  const members = value['features'] ?? value['geometries'];
  if (Array.isArray(members)) return readGeoJson(members[0]);
  const read = geometry.safeParse(value);
  if (read.success) return read.data;
  const edges = value['bbox'];
  if (!Array.isArray(edges) || edges.length !== 4) return undefined;
  const [west, south, east, north] = edges.map(Number);
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? undefined
    : box(west, south, east, north);
}

/** As `readGeoJson`, from text. */
export function parseGeoJson(text: string): Geometry | undefined {
  try {
    return readGeoJson(JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}
