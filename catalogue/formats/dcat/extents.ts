import type { SpatialExtent, TemporalExtent } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { geometryExtent, readBox, readGeometryText } from '../geometry/index.ts';
import { oneLine, period, Report, readPeriodText } from '../reading/index.ts';
import { codeOf, type DcatReading, labels, languageOf, place, told } from './reading.ts';

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
  if (!first) return named ? [{ place: named, inclusive: true }] : [];
  return [{ ...first, ...(named ? { place: named } : {}) }, ...rest];
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
  for (const candidates of sources) {
    const found = readAll(candidates, reading);
    if (found.length > 0) return found;
  }
  const point = pointOf(node);
  const extent = point && geometryExtent(point, reading.report, place(node));
  return extent ? [extent] : [];
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
  return readGeometryText(node.value, report, place(node));
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
  const uri = node.iri;
  const first = told(names) && Object.values(names)[0];
  if (first === undefined && uri === undefined) return undefined;
  // An IRI that only identifies the Location node of this document names no place.
  if (first === undefined && node.isDescribed && geometryProperties(node)) return undefined;
  return {
    code: uri === undefined ? (first ?? '') : codeOf(node),
    names,
    ...(uri === undefined ? {} : { uri }),
  };
}

function geometryProperties(node: RdfNode): boolean {
  return (
    node.one('dcat:bbox', 'locn:geometry', 'dcat:centroid', 'geosparql:hasGeometry', 'geosparql:asWKT') !==
    undefined
  );
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
  if (!extent && !description) return undefined;
  return { ...extent, ...(description ? { description } : {}) };
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
