import type { Geometry } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';
import { decimal, type Node, node, type Writing } from './writing.ts';

type Position = number[];

/** How the coordinates of a reference system are ordered; `undefined` for systems that are not degrees of WGS 84. */
function axisOrder(srsName: string | undefined): 'lon-lat' | 'lat-lon' | undefined {
  if (!srsName || /CRS:?84/i.test(srsName)) return 'lon-lat';
  const code = /(\d+)$/.exec(srsName.trim())?.[1];
  // ETRS89, RGF93 and NAD83 are WGS 84 within a metre.
  if (!code || !['4326', '4258', '4171', '4269', '4979', '9057'].includes(code)) return undefined;
  // Only the URN and the newer address follow the axis order of EPSG (OGC 06-135r11).
  return /^(urn:|https?:\/\/www\.opengis\.net\/def\/crs\/)/i.test(srsName) ? 'lat-lon' : 'lon-lat';
}

/**
 * A GML 3.1 or 3.2 geometry as GeoJSON, longitude first. An empty geometry gives nothing; what can't be read, or is in a
 * reference system that is not degrees, is reported.
 */
export function readGeometry(element: XmlElement, reading: Reading): Geometry | undefined {
  if (element.text.trim() === '') return undefined;
  const refuse = (message: string, hint: string) => {
    reading.report('warning', 'geometry-unreadable', element, message, hint);
    return undefined;
  };
  const srsName = element.attribute('srsName') ?? descendant(element, 'srsName');
  const order = axisOrder(srsName);
  if (!order)
    return refuse(`The reference system "${srsName}" of a geometry is not read.`, 'Give WGS 84 (EPSG:4326).');
  const geometry = geometryOf(element, Number(element.attribute('srsDimension')) || undefined);
  if (!geometry)
    return refuse(`The ${element.name} has no readable coordinates.`, 'Give the positions as numbers.');
  const positions = positionsOf(geometry);
  if (positions.some((position) => position.some((number) => !Number.isFinite(number))))
    return refuse(
      `The ${element.name} has coordinates that are not numbers.`,
      'Give the positions as numbers.',
    );
  const fits = (swap: boolean) =>
    positions.every(
      (position) =>
        Math.abs(position[swap ? 1 : 0] ?? 999) <= 360 && Math.abs(position[swap ? 0 : 1] ?? 999) <= 90,
    );
  const swap = order === 'lat-lon';
  if (fits(swap)) return swap ? swapped(geometry) : geometry;
  if (!fits(!swap))
    return refuse(`The ${element.name} has coordinates beyond the globe.`, 'Give degrees, not metres.');
  reading.report(
    'warning',
    'axis-order',
    element,
    `The coordinates only fit the globe in the other order than "${srsName ?? 'none'}" demands; they were read so.`,
    'Write latitude first with urn:ogc:def:crs:EPSG::4326, longitude first with CRS84.',
  );
  return swap ? geometry : swapped(geometry);
}

function descendant(element: XmlElement, attribute: string): string | undefined {
  for (const child of element.elements()) {
    const found = child.attribute(attribute) ?? descendant(child, attribute);
    if (found) return found;
  }
  return undefined;
}

function geometryOf(element: XmlElement, dimension: number | undefined): Geometry | undefined {
  const inner = Number(element.attribute('srsDimension')) || dimension;
  const members = (names: readonly string[]) =>
    [...element.elements()]
      .filter(({ name }) => names.includes(name))
      .flatMap((member) => [...member.elements()]);
  switch (element.name) {
    case 'Point': {
      const [position] = positionsIn(element, inner);
      return position && { type: 'Point', coordinates: position };
    }
    case 'MultiPoint': {
      const points = members(['pointMember', 'pointMembers']).flatMap((point) => positionsIn(point, inner));
      return points.length > 0 ? { type: 'MultiPoint', coordinates: points } : undefined;
    }
    case 'LineString':
    case 'LineStringSegment':
    case 'Curve': {
      const line = positionsIn(element, inner);
      return line.length > 1 ? { type: 'LineString', coordinates: line } : undefined;
    }
    case 'MultiCurve':
    case 'MultiLineString': {
      const lines = members(['curveMember', 'curveMembers', 'lineStringMember'])
        .map((line) => positionsIn(line, inner))
        .filter((line) => line.length > 1);
      return lines.length > 0 ? { type: 'MultiLineString', coordinates: lines } : undefined;
    }
    case 'Envelope': {
      const [low, high] = positionsIn(element, inner);
      if (!low || !high) return undefined;
      const [a = 0, b = 0] = low;
      const [c = 0, d = 0] = high;
      return {
        type: 'Polygon',
        coordinates: [
          [
            [a, b],
            [c, b],
            [c, d],
            [a, d],
            [a, b],
          ],
        ],
      };
    }
    default:
      return surfaceOf(element, inner);
  }
}

function surfaceOf(element: XmlElement, dimension: number | undefined): Geometry | undefined {
  const polygons = polygonsIn(element, dimension);
  const [only] = polygons;
  if (!only) return undefined;
  return polygons.length === 1 && !element.name.startsWith('Multi')
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** All polygons below an element (MultiSurface, Surface with patches, MultiPolygon, MultiGeometry…). */
function polygonsIn(element: XmlElement, dimension: number | undefined): Position[][][] {
  if (element.name === 'Polygon' || element.name === 'PolygonPatch' || element.name === 'Rectangle') {
    const rings = (names: readonly string[]) =>
      [...element.elements()]
        .filter(({ name }) => names.includes(name))
        .map((ring) => positionsIn(ring, dimension));
    const [outer] = rings(['exterior', 'outerBoundaryIs']);
    const holes = rings(['interior', 'innerBoundaryIs']).filter((ring) => ring.length > 3);
    return outer && outer.length > 3 ? [[outer, ...holes]] : [];
  }
  return [...element.elements()].flatMap((child) =>
    polygonsIn(child, Number(child.attribute('srsDimension')) || dimension),
  );
}

/** Positions below an element: gml:posList, gml:pos, gml:coordinates (GML 3.1 and 2), gml:coord. */
function positionsIn(element: XmlElement, dimension: number | undefined): Position[] {
  const size = Number(element.attribute('srsDimension') ?? element.attribute('dimension')) || dimension;
  const numbers = (text: string) => text.trim().split(/\s+/).filter(Boolean).map(Number);
  switch (element.name) {
    case 'pos':
    case 'lowerCorner':
    case 'upperCorner':
      return [numbers(element.text).slice(0, 2)];
    case 'posList': {
      const flat = numbers(element.text);
      const step = size ?? 2;
      return Array.from({ length: Math.floor(flat.length / step) }, (_, index) =>
        flat.slice(index * step, index * step + 2),
      );
    }
    case 'coordinates': {
      const between = element.attribute('cs') || ',';
      const tuples = element.text.trim().split(element.attribute('ts')?.trim() || /\s+/);
      return tuples.filter(Boolean).map((tuple) => tuple.split(between).slice(0, 2).map(Number));
    }
    default:
      return [...element.elements()].flatMap((child) => positionsIn(child, size));
  }
}

function positionsOf(geometry: Geometry): Position[] {
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

function swapped(geometry: Geometry): Geometry {
  const swap = ([first = 0, second = 0]: Position): Position => [second, first];
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: swap(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(swap) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(swap)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(swap))),
      };
  }
}

const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** A geometry as GML 3.2, longitude first as its reference system (CRS84) says. */
export function writeGeometry(geometry: Geometry, writing: Writing): Node {
  const object = (name: string, children: Node[], isRoot = false) =>
    node(name, children, { 'gml:id': writing.id(), ...(isRoot ? { srsName: crs84 } : {}) });
  const pos = (position: Position) => node('gml:pos', [position.slice(0, 2).map(decimal).join(' ')]);
  const posList = (positions: readonly Position[]) =>
    node('gml:posList', [positions.map((position) => position.slice(0, 2).map(decimal).join(' ')).join(' ')]);
  const polygon = (rings: readonly Position[][], isRoot = false) =>
    object(
      'gml:Polygon',
      rings.map((ring, index) =>
        node(index === 0 ? 'gml:exterior' : 'gml:interior', [node('gml:LinearRing', [posList(ring)])]),
      ),
      isRoot,
    );
  const line = (positions: readonly Position[], isRoot = false) =>
    object('gml:LineString', [posList(positions)], isRoot);
  switch (geometry.type) {
    case 'Point':
      return object('gml:Point', [pos(geometry.coordinates)], true);
    case 'MultiPoint':
      return object(
        'gml:MultiPoint',
        geometry.coordinates.map((point) => node('gml:pointMember', [object('gml:Point', [pos(point)])])),
        true,
      );
    case 'LineString':
      return line(geometry.coordinates, true);
    case 'MultiLineString':
      return object(
        'gml:MultiCurve',
        geometry.coordinates.map((positions) => node('gml:curveMember', [line(positions)])),
        true,
      );
    case 'Polygon':
      return polygon(geometry.coordinates, true);
    case 'MultiPolygon':
      return object(
        'gml:MultiSurface',
        geometry.coordinates.map((rings) => node('gml:surfaceMember', [polygon(rings)])),
        true,
      );
  }
}
