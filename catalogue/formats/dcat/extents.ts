import type { SpatialExtent, TemporalExtent, VerticalExtent } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { geometryExtent, readBox, readGeometryText } from '../geometry/index.ts';
import { oneLine, period, Report, readPeriodText } from '../reading/index.ts';
import {
  codeOf,
  type DcatReading,
  givenIri,
  labels,
  languageOf,
  lines,
  paragraphs,
  place,
  told,
} from './reading.ts';

/** Extents of dct:spatial: boxes, geometries and place names; the same box in several notations is one extent. */
export function spatialExtents(resource: RdfNode, reading: DcatReading): SpatialExtent[] {
  const found = new Map<string, SpatialExtent>();
  for (const node of resource.all('dct:spatial', 'schema:spatial', 'schema:spatialCoverage', 'locn:location'))
    for (const extent of locationExtents(node, reading)) found.set(JSON.stringify(extent), extent);
  return [...found.values()];
}

function locationExtents(node: RdfNode, reading: DcatReading): SpatialExtent[] {
  if (node.isLiteral) return literalExtent(node, reading);
  const named = placeOf(node, reading);
  const [first, ...rest] = geometries(node, reading);
  const description = told(paragraphs(node.all('rdfs:comment'), reading));
  const more = { ...(named ? { place: named } : {}), ...(description ? { description } : {}) };
  if (!first) return Object.keys(more).length > 0 ? [{ ...more, inclusive: true }] : [];
  return [{ ...first, ...more }, ...rest];
}

function literalExtent(node: RdfNode, reading: DcatReading): SpatialExtent[] {
  const text = oneLine(node.value);
  if (text === '') return [];
  const looksGeometric =
    /^[-+\d.\s,]+$|^[{<]|^(<[^>]*>\s*)?(POLYGON|MULTI|POINT|ENVELOPE|LINESTRING)\b/i.test(text);
  if (looksGeometric) {
    const extent = readGeometryText(text, reading.report, place(node));
    return extent ? [extent] : [];
  }
  return [{ place: { code: text, names: { [languageOf(node, reading)]: text } }, inclusive: true }];
}

/** The extents of a dct:Location: of its bounding boxes, else its geometries, else its centroid. */
function geometries(node: RdfNode, reading: DcatReading): SpatialExtent[] {
  const sources = [
    node.all('dcat:bbox', 'schema:box'),
    node.all(
      'locn:geometry',
      'geosparql:hasGeometry',
      'geosparql:asWKT',
      'geosparql:asGML',
      'geosparql:asGeoJSON',
      'schema:geo',
    ),
    node.all('dcat:centroid', 'geosparql:hasCentroid'),
  ];
  for (const [index, candidates] of sources.entries()) {
    const found = readAll(candidates, reading);
    const [box, ...others] = found;
    // Beside its box, an area may tell its own shape; the box in another notation tells nothing.
    const shape = index === 0 && box?.box && others.length === 0 ? ownShape(sources[1] ?? []) : undefined;
    if (box && shape) return [{ ...box, geometry: shape }];
    if (found.length > 0) return found;
  }
  const point = pointOf(node);
  const extent = point && geometryExtent(point, reading.report, place(node));
  return extent ? [extent] : [];
}

/** The one geometry that is not a rectangle, nor the two of a box that crosses the antimeridian. */
function ownShape(nodes: readonly RdfNode[]): SpatialExtent['geometry'] {
  const trial = new Report();
  const literals = nodes.flatMap((node) =>
    node.isLiteral
      ? [node]
      : node.all('geosparql:asWKT', 'geosparql:asGeoJSON').filter(({ isLiteral }) => isLiteral),
  );
  for (const literal of literals) {
    const geometry = literalGeometry(literal, trial)?.geometry;
    if (geometry) return geometry;
  }
  return undefined;
}

/** Problems count only when no notation could be read: the others say the same. */
function readAll(candidates: readonly RdfNode[], reading: DcatReading): SpatialExtent[] {
  const trial = new Report();
  const found = new Map<string, SpatialExtent>();
  for (const candidate of candidates) {
    for (const extent of candidate.isLiteral
      ? [literalGeometry(candidate, trial)]
      : nestedGeometry(candidate, reading))
      if (extent) found.set(JSON.stringify(extent), extent);
  }
  if (found.size === 0 || trial.problems.every((problem) => problem.severity === 'info'))
    reading.report.problems.push(...trial.problems);
  return [...found.values()];
}

function literalGeometry(node: RdfNode, report: Report): SpatialExtent | undefined {
  // schema.org writes a box as "south west north east" (GeoShape), unlike everybody else.
  if (node.path.endsWith('schema:box')) {
    const [south, west, north, east] = node.value
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (south === undefined || west === undefined || north === undefined || east === undefined)
      return undefined;
    const box = readBox({ west, south, east, north }, report, place(node));
    return box && { box, inclusive: true };
  }
  const extent = readGeometryText(node.value, report, place(node));
  const crossing = extent?.geometry && antimeridianBox(extent.geometry);
  return crossing ? { box: crossing, inclusive: true } : extent;
}

/** RFC 7946 (3.1.9) cuts a box that crosses the antimeridian in two: west of it up to 180, east of it from -180. */
function antimeridianBox(geometry: NonNullable<SpatialExtent['geometry']>): SpatialExtent['box'] {
  if (geometry.type !== 'MultiPolygon' || geometry.coordinates.length !== 2) return undefined;
  const trial = new Report();
  const [first, second] = geometry.coordinates.map(
    (coordinates) => geometryExtent({ type: 'Polygon', coordinates }, trial, { path: '' })?.box,
  );
  if (!first || !second || first.east !== 180 || second.west !== -180) return undefined;
  if (first.south !== second.south || first.north !== second.north) return undefined;
  return { west: first.west, south: first.south, east: second.east, north: first.north };
}

function nestedGeometry(node: RdfNode, reading: DcatReading): SpatialExtent[] {
  return node.isDescribed && node.path.split('/').length < 8 ? geometries(node, reading) : [];
}

function pointOf(node: RdfNode) {
  const latitude = Number(node.text('geo:lat', 'schema:latitude') ?? Number.NaN);
  const longitude = Number(node.text('geo:long', 'schema:longitude') ?? Number.NaN);
  return Number.isFinite(latitude) && Number.isFinite(longitude)
    ? { type: 'Point' as const, coordinates: [longitude, latitude] }
    : undefined;
}

function placeOf(node: RdfNode, reading: DcatReading): SpatialExtent['place'] | undefined {
  const names = labels(node, reading);
  const geographic = node.all('locn:geographicName', 'locn:geographicIdentifier');
  for (const name of geographic.filter((candidate) => candidate.isLiteral))
    names[languageOf(name, reading)] ??= oneLine(name.value);
  const uri = givenIri(node, reading);
  const given = node.text('dct:identifier');
  const first = told(names) && Object.values(names)[0];
  if (first === undefined && uri === undefined && given === undefined) return undefined;
  // An IRI that only identifies the Location node of this document names no place.
  if (first === undefined && given === undefined && node.isDescribed && geometryProperties(node))
    return undefined;
  const authority = node.one('skos:inScheme')?.text('dct:title', 'skos:prefLabel', 'rdfs:label');
  return {
    code: given ?? (uri === undefined ? (first ?? '') : codeOf(node)),
    names,
    ...(authority === undefined ? {} : { authority }),
    ...(uri === undefined ? {} : { uri }),
  };
}

function geometryProperties(node: RdfNode): boolean {
  return (
    node.one('dcat:bbox', 'locn:geometry', 'dcat:centroid', 'geosparql:hasGeometry', 'geosparql:asWKT') !==
    undefined
  );
}

/** Depths and heights, as the property of a place. */
export function verticalExtents(resource: RdfNode, reading: DcatReading): VerticalExtent[] {
  const found = new Map<string, VerticalExtent>();
  for (const location of resource.all('dct:spatial'))
    for (const node of location.all('schema:additionalProperty')) {
      const limit = (text: string | undefined) =>
        text === undefined ? undefined : reading.report.number(text, place(node));
      const minimum = limit(node.text('schema:minValue'));
      const maximum = limit(node.text('schema:maxValue'));
      const description = told(lines(node.all('schema:description'), reading));
      if (minimum === undefined && maximum === undefined && !description) continue;
      const word = node.text('schema:propertyID', 'schema:name');
      const unit = node.text('schema:unitText');
      const datum = node.text('schema:valueReference');
      const extent: VerticalExtent = {
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
        ...(unit === undefined ? {} : { unit }),
        ...(datum === undefined ? {} : { datum }),
        ...(/depth/i.test(word ?? '') ? { positive: 'down' as const } : {}),
        ...(/height|altitude|elevation/i.test(word ?? '') ? { positive: 'up' as const } : {}),
        ...(description ? { description } : {}),
      };
      found.set(JSON.stringify(extent), extent);
    }
  return [...found.values()];
}

/** Periods of dct:temporal, in any of the vocabularies that profiles use. */
export function temporalExtents(resource: RdfNode, reading: DcatReading): TemporalExtent[] {
  const found = new Map<string, TemporalExtent>();
  for (const node of resource.all('dct:temporal', 'schema:temporalCoverage')) {
    const extent = node.isLiteral
      ? readPeriodText(node.value, reading.report, place(node))
      : periodOf(node, reading);
    if (extent) found.set(JSON.stringify(extent), extent);
  }
  return [...found.values()];
}

function periodOf(node: RdfNode, reading: DcatReading): TemporalExtent | undefined {
  const start =
    node.one('dcat:startDate', 'schema:startDate') ??
    instantOf(node.one('time:hasBeginning')) ??
    instantOf(node);
  const end =
    node.one('dcat:endDate', 'schema:endDate') ?? instantOf(node.one('time:hasEnd')) ?? instantOf(node);
  const extent = period(dateOf(start, reading), dateOf(end, reading));
  const description = told(labels(node, reading));
  const duration = node.text('time:hasXSDDuration');
  if (!extent && !description && duration === undefined) return undefined;
  return {
    ...extent,
    ...(description ? { description } : {}),
    ...(duration === undefined ? {} : { duration }),
  };
}

function instantOf(node: RdfNode | undefined): RdfNode | undefined {
  return node?.one(
    'time:inXSDDateTimeStamp',
    'time:inXSDDateTime',
    'time:inXSDDate',
    'time:inXSDgYearMonth',
    'time:inXSDgYear',
  );
}

function dateOf(node: RdfNode | undefined, reading: DcatReading): string | undefined {
  return node?.isLiteral && node.value.trim() !== ''
    ? reading.report.date(node.value, place(node))
    : undefined;
}
