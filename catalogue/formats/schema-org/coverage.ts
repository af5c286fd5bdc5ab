import type {
  CatalogueRecord,
  Geometry,
  SpatialExtent,
  TemporalExtent,
  VerticalExtent,
} from '../../model/index.ts';
import { geometryExtent, readBox, readGeometryText } from '../geometry/index.ts';
import { oneLine, type Place, period, type Report, readPeriodText } from '../reading/index.ts';
import { languageOf, mapOf, SchemaNode, type Value } from './node.ts';

const geosparql = 'http://www.opengis.net/ont/geosparql#';
type Extents = Pick<CatalogueRecord['resource'], 'spatialExtents' | 'verticalExtents'>;

/** Places of spatialCoverage, and geometries of GeoSPARQL on the dataset or the place. Equal extents count once. */
export function extentsOf(node: SchemaNode, language: string, report: Report): Extents {
  const found = new Map<string, SpatialExtent>();
  const verticalExtents: VerticalExtent[] = [];
  for (const value of node.all('spatialCoverage', 'spatial', 'contentLocation')) {
    for (const extent of placeExtents(value, language, report)) found.set(JSON.stringify(extent), extent);
    const vertical = value instanceof SchemaNode ? verticalOf(value, report) : undefined;
    if (vertical) verticalExtents.push(vertical);
  }
  for (const extent of geosparqlExtents(node, report)) found.set(JSON.stringify(extent), extent);
  return { spatialExtents: [...found.values()], verticalExtents };
}

function placeExtents(value: Value, language: string, report: Report): SpatialExtent[] {
  if (!(value instanceof SchemaNode)) {
    const text = oneLine(value.text);
    if (/^(POLYGON|MULTIPOLYGON|POINT|\{)/i.test(text)) {
      const extent = readGeometryText(text, report, value.place);
      return extent ? [extent] : [];
    }
    const uri = /^https?:\/\/\S+$/.test(text) ? { uri: text } : {};
    return [
      {
        place: { code: text, names: uri.uri ? {} : { [languageOf(value, language)]: text }, ...uri },
        inclusive: true,
      },
    ];
  }
  const geometries = value.is('GeoShape', 'GeoCoordinates') ? [value] : value.nodes('geo');
  const shaped = [
    ...geometries.flatMap((geometry) => shapeExtents(geometry, report)),
    ...geosparqlExtents(value, report),
  ];
  const extents = [...new Map(shaped.map((extent) => [JSON.stringify(extent), extent])).values()];
  const names = mapOf(value.all('name'), language);
  const uri = value.id !== undefined && /^https?:/i.test(value.id) ? value.id : value.text('sameAs');
  const code = Object.values(names)[0] ?? uri;
  if (code === undefined) return extents;
  const place = { code, names, ...(uri === undefined ? {} : { uri }) };
  const [first, ...rest] = extents;
  return first ? [{ ...first, place }, ...rest] : [{ place, inclusive: true }];
}

function geosparqlExtents(node: SchemaNode, report: Report): SpatialExtent[] {
  const holders = [node, ...node.nodes(`${geosparql}hasGeometry`, `${geosparql}defaultGeometry`)];
  return holders.flatMap((holder) =>
    holder
      .texts(`${geosparql}asWKT`, `${geosparql}asGeoJSON`, `${geosparql}asGML`)
      .flatMap(({ text, place }) => {
        const system = holder.nodes(`${geosparql}crs`)[0]?.id;
        const written =
          system !== undefined && !text.trim().startsWith('<') && /^[A-Z]/i.test(text.trim())
            ? `<${system}> ${text.trim()}`
            : text;
        return readGeometryText(written, report, place) ?? [];
      }),
  );
}

function shapeExtents(node: SchemaNode, report: Report): SpatialExtent[] {
  const point = pointOf(node, report);
  return [
    ...node.texts('box').flatMap(({ text, place }) => boxExtent(text, report, place) ?? []),
    ...node.texts('polygon').flatMap(({ text, place }) => lineExtent(text, 'Polygon', report, place) ?? []),
    ...node.texts('line').flatMap(({ text, place }) => lineExtent(text, 'LineString', report, place) ?? []),
    ...(point ? [point] : []),
  ];
}

/** schema.org and science-on-schema.org 1.3: "south west north east", with blanks or commas. */
function boxExtent(text: string, report: Report, place: Place): SpatialExtent | undefined {
  // Four words can only be the four numbers, so a comma within them is a decimal one.
  const words = text.trim().split(/\s+/);
  const hasDecimalCommas =
    words.length === 4 && words.every((word) => /^[-+]?\d+(,\d+)?$/.test(word)) && text.includes(',');
  if (hasDecimalCommas)
    report.warning(
      'decimal-comma',
      place,
      `"${oneLine(text)}" has decimal commas.`,
      'Write numbers with a decimal point.',
    );
  const numbers = numbersOf(hasDecimalCommas ? text.replaceAll(',', '.') : text);
  const [south, west, north, east] = numbers;
  if (
    numbers.length !== 4 ||
    south === undefined ||
    west === undefined ||
    north === undefined ||
    east === undefined
  ) {
    report.warning(
      'box-unreadable',
      place,
      `"${oneLine(text)}" is not a box of four numbers.`,
      'Write "south west north east" in degrees.',
    );
    return undefined;
  }
  const isLongitudeFirst =
    Math.max(Math.abs(south), Math.abs(north)) > 90 && Math.max(Math.abs(west), Math.abs(east)) <= 90;
  if (isLongitudeFirst) tellOrder(text, report, place);
  const edges = isLongitudeFirst
    ? { west: south, south: west, east: north, north: east }
    : { west, south, east, north };
  const box = readBox(edges, report, place);
  return box && { box, inclusive: true };
}

/** Pairs of latitude and longitude, as for boxes. */
function lineExtent(
  text: string,
  type: 'Polygon' | 'LineString',
  report: Report,
  place: Place,
): SpatialExtent | undefined {
  if (/^POLYGON/i.test(text.trim())) return readGeometryText(text, report, place);
  const numbers = numbersOf(text);
  const positions: number[][] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2)
    positions.push([numbers[index + 1] ?? Number.NaN, numbers[index] ?? Number.NaN]);
  if (numbers.length % 2 !== 0 || positions.length < (type === 'Polygon' ? 3 : 2)) {
    report.warning(
      'geometry-unreadable',
      place,
      `"${oneLine(text).slice(0, 80)}" is not a list of pairs of numbers.`,
      'Write "latitude longitude" pairs, the last equal to the first.',
    );
    return undefined;
  }
  const isLongitudeFirst =
    positions.some(([, latitude = 0]) => Math.abs(latitude) > 90) &&
    positions.every(([longitude = 0]) => Math.abs(longitude) <= 90);
  if (isLongitudeFirst) tellOrder(text, report, place);
  const ordered = isLongitudeFirst
    ? positions.map(([first = Number.NaN, second = Number.NaN]) => [second, first])
    : positions;
  const [first, last] = [ordered[0], ordered.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  const ring = type === 'Polygon' && !isClosed && first ? [...ordered, first] : ordered;
  const geometry: Geometry = type === 'Polygon' ? { type, coordinates: [ring] } : { type, coordinates: ring };
  return geometryExtent(geometry, report, place);
}

function tellOrder(text: string, report: Report, place: Place): void {
  report.warning(
    'axis-order-wrong',
    place,
    `"${oneLine(text).slice(0, 80)}" is impossible with latitude first; it was read longitude first.`,
    'schema.org puts latitude before longitude.',
  );
}

function pointOf(node: SchemaNode, report: Report): SpatialExtent | undefined {
  const latitude = node.texts('latitude')[0];
  const longitude = node.texts('longitude')[0];
  if (!latitude || !longitude) return undefined;
  const read = [report.number(longitude.text, longitude.place), report.number(latitude.text, latitude.place)];
  const [x, y] = read;
  if (x === undefined || y === undefined) return undefined;
  return geometryExtent({ type: 'Point', coordinates: [x, y] }, report, node.place);
}

function numbersOf(text: string): number[] {
  const read = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return read.every(Number.isFinite) ? read : [];
}

/** Depths stand in additional properties of the place, by the names of the attribute convention for data discovery. */
function verticalOf(node: SchemaNode, report: Report): VerticalExtent | undefined {
  const property = (pattern: RegExp) => {
    const found = node
      .nodes('additionalProperty')
      .find((one) => pattern.test(`${one.text('name') ?? ''} ${one.text('propertyID') ?? ''}`));
    return found && { text: found.text('value') ?? '', place: found.place };
  };
  const read = (value: { text: string; place: Place } | undefined) =>
    value && report.number(value.text, value.place);
  const minimum = read(property(/vertical[ _]min/i));
  const maximum = read(property(/vertical[ _]max/i));
  if (minimum === undefined && maximum === undefined) return undefined;
  const unit = property(/vertical[ _]units/i)?.text;
  const positive = property(/vertical[ _]positive/i)?.text.toLowerCase();
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(unit ? { unit } : {}),
    ...(positive === 'up' || positive === 'down' ? { positive } : {}),
  };
}

/** Periods of temporalCoverage: ISO 8601 texts, or nodes with a start and an end. */
export function temporalExtentsOf(node: SchemaNode, report: Report): TemporalExtent[] {
  const found = new Map<string, TemporalExtent>();
  for (const value of node.all('temporalCoverage', 'temporal')) {
    const extent =
      value instanceof SchemaNode
        ? nodePeriod(value, report)
        : readPeriodText(value.text, report, value.place);
    if (extent) found.set(JSON.stringify(extent), extent);
    else if (value instanceof SchemaNode)
      report.info(
        'period-unreadable',
        value.place,
        'The period is neither a text nor a start and an end.',
        'Write an ISO 8601 interval, such as "2001-08-06/2002-09-09" or "2001/..".',
      );
  }
  return [...found.values()];
}

function nodePeriod(node: SchemaNode, report: Report): TemporalExtent | undefined {
  const date = (name: string) => {
    const [value] = node.texts(name);
    return value && report.date(value.text, value.place);
  };
  return period(date('startDate') ?? date('startTime'), date('endDate') ?? date('endTime'));
}
