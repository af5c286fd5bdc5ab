import type { Geometry, SpatialExtent } from '../../model/index.ts';
import type { Place, Report } from '../reading/index.ts';
import { readBox, rectangle } from './box.ts';
import { parseGeoJson } from './geojson.ts';
import { parseGml } from './gml.ts';
import { axisOrder } from './reference-system.ts';
import { parseWkt } from './wkt.ts';

/**
 * The spatial extent of a text in any notation that RDF and JSON-LD documents use: WKT, GML, GeoJSON, or four numbers
 * "west,south,east,north" (DCAT-US). A rectangle gives a box, anything else a geometry.
 * @returns `undefined` (and a problem) where the text is none of these
 */
export function readGeometryText(text: string, report: Report, place: Place): SpatialExtent | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const numbers = /^[-+\d.\s,]+$/.test(written) ? written.split(/[\s,]+/).map(Number) : [];
  const [west, south, east, north] = numbers;
  if (
    numbers.length === 4 &&
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined
  ) {
    const box = readBox({ west, south, east, north }, report, place);
    return box && { box, inclusive: true };
  }
  if (written.startsWith('{')) {
    const found = parseGeoJson(written);
    if (found) return geometryExtent(found, report, place);
  } else {
    const found =
      written.startsWith('<') && !/^<[^>]*>\s*[A-Z]/i.test(written) ? parseGml(written) : parseWkt(written);
    const other = found ?? parseGml(written);
    if (other) {
      const turned = turn(other.geometry, other.referenceSystem, report, place);
      return turned && geometryExtent(turned, report, place);
    }
  }
  report.warning(
    'geometry-unreadable',
    place,
    `The geometry cannot be read: "${written.length > 80 ? `${written.slice(0, 80)}…` : written}".`,
    'Write WKT in CRS84, such as POLYGON((-5 47, -4 47, -4 48, -5 48, -5 47)).',
  );
  return undefined;
}

/** The extent of a geometry with longitude first: a box when it is a rectangle. Impossible positions are refused. */
export function geometryExtent(geometry: Geometry, report: Report, place: Place): SpatialExtent | undefined {
  const edges = rectangle(geometry);
  if (edges) {
    const box = readBox(edges, report, place);
    return box && { box, inclusive: true };
  }
  const wrong = positionsOf(geometry).find(
    ([longitude, latitude]) =>
      Math.abs(longitude ?? Number.NaN) > 360 || !(Math.abs(latitude ?? Number.NaN) <= 90),
  );
  if (wrong) {
    report.error(
      'geometry-impossible',
      place,
      `No such position on Earth: ${wrong.join(' ')}.`,
      'Write longitude and latitude in degrees, in the order of the reference system named.',
    );
    return undefined;
  }
  return { geometry, inclusive: true };
}

function turn(
  geometry: Geometry,
  system: string | undefined,
  report: Report,
  place: Place,
): Geometry | undefined {
  const order = axisOrder(system);
  if (order === 'longitude-first') return geometry;
  if (order === 'unsupported') {
    report.warning(
      'reference-system-unsupported',
      place,
      `Coordinates in "${system}" are not converted; the geometry was left out.`,
      'Give the extent in CRS84 (degrees, longitude first) as well.',
    );
    return undefined;
  }
  const turned = exchange(geometry);
  const sound = (candidate: Geometry) =>
    positionsOf(candidate).every(
      ([longitude = 0, latitude = 0]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
    );
  if (!sound(turned) && sound(geometry)) {
    report.warning(
      'axis-order-wrong',
      place,
      `"${system}" puts latitude first, but then the positions are impossible; they were read longitude first.`,
      'Exchange the coordinates, or name the system CRS84.',
    );
    return geometry;
  }
  return turned;
}

/** Every position of a geometry, in order. */
export function positionsOf(geometry: Geometry): number[][] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function exchange(geometry: Geometry): Geometry {
  const swap = ([first = Number.NaN, second = Number.NaN, ...rest]: number[]) => [second, first, ...rest];
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: swap(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(swap) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(swap)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((part) => part.map((line) => line.map(swap))),
      };
  }
}
