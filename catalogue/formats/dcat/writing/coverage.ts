import type {
  CatalogueRecord,
  Instant,
  SpatialExtent,
  TemporalExtent,
  VerticalExtent,
} from '../../../model/index.ts';
import { boxGeometry } from '../../geometry/index.ts';
import { centroidOf, toGeoJson, toWkt } from './geometry.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** Places and boxes, depths, and periods. What an extent excludes can't be said. */
export function writeCoverage(graph: DcatGraph, subject: Subject, resource: Resource): void {
  for (const extent of resource.spatialExtents)
    if (extent.inclusive) graph.add(subject, 'dct:spatial', locationOf(graph, extent));
    else graph.losses.add('resource.spatialExtents.inclusive');
  for (const extent of resource.verticalExtents) writeDepth(graph, subject, extent);
  for (const extent of resource.temporalExtents) {
    graph.add(subject, 'dct:temporal', periodOf(graph, extent, 'resource.temporalExtents'));
  }
}

/** A dct:Location: box and centroid in WKT; in GeoDCAT-AP also a locn:Geometry in WKT and GeoJSON. */
export function locationOf(graph: DcatGraph, { box, geometry, place, description }: SpatialExtent): Subject {
  const describe = (node: Subject) => {
    graph.type(node, 'dct:Location');
    if (box) {
      graph.add(node, 'dcat:bbox', graph.typed(toWkt(boxGeometry(box)), 'geosparql:wktLiteral'));
      graph.add(node, 'dcat:centroid', graph.typed(toWkt(centroidOf(box)), 'geosparql:wktLiteral'));
    }
    const shape = geometry ?? (box && boxGeometry(box));
    if (shape && graph.isGeo) {
      const shaped = graph.blank('locn:Geometry', 'geosparql:Geometry');
      graph.add(shaped, 'geosparql:asWKT', graph.typed(toWkt(shape), 'geosparql:wktLiteral'));
      graph.add(shaped, 'geosparql:asGeoJSON', graph.typed(toGeoJson(shape), 'geosparql:geoJSONLiteral'));
      graph.add(node, 'locn:geometry', shaped);
    } else if (geometry)
      graph.add(node, 'locn:geometry', graph.typed(toWkt(geometry), 'geosparql:wktLiteral'));
    if (place) {
      graph.addTexts(node, 'skos:prefLabel', place.names);
      graph.add(node, 'dct:identifier', graph.plain(place.code));
      if (place.authority !== undefined) {
        const scheme = graph.blank('skos:ConceptScheme');
        graph.add(scheme, 'dct:title', graph.plain(place.authority));
        graph.add(node, 'skos:inScheme', scheme);
      }
    }
    graph.addTexts(node, 'rdfs:comment', description);
  };
  const named = graph.iri(place?.uri);
  if (named && graph.once(named, { box, geometry, place, description }, () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'skos:exactMatch', named);
  return node;
}

/** DCAT has no word for a depth: a place with the property that schema.org's profile for ocean data uses. */
function writeDepth(graph: DcatGraph, subject: Subject, extent: VerticalExtent): void {
  const place = graph.blank('dct:Location');
  const depth = graph.blank('schema:PropertyValue');
  const { minimum, maximum, unit, datum, positive } = extent;
  graph.add(
    depth,
    'schema:propertyID',
    graph.plain(positive === 'down' ? 'depth' : positive === 'up' ? 'height' : 'vertical'),
  );
  if (minimum !== undefined) graph.add(depth, 'schema:minValue', graph.decimal(minimum));
  if (maximum !== undefined) graph.add(depth, 'schema:maxValue', graph.decimal(maximum));
  if (unit !== undefined) graph.add(depth, 'schema:unitText', graph.plain(unit));
  if (datum !== undefined) graph.add(depth, 'schema:valueReference', graph.plain(datum));
  graph.addTexts(depth, 'schema:description', extent.description);
  graph.add(place, 'schema:additionalProperty', depth);
  graph.add(subject, 'dct:spatial', place);
}

/** A period, open where an end is not told; `undefined` where nothing of it can be said. */
export function periodOf(graph: DcatGraph, extent: TemporalExtent, path: string): Subject | undefined {
  const start = momentOf(graph, extent.start, `${path}.start`);
  const end = momentOf(graph, extent.end, `${path}.end`);
  if (!start && !end && !extent.description && !extent.duration) return undefined;
  const period = graph.blank('dct:PeriodOfTime');
  graph.add(period, 'dcat:startDate', start);
  graph.add(period, 'dcat:endDate', end);
  if (extent.duration !== undefined)
    graph.add(period, 'time:hasXSDDuration', graph.typed(extent.duration, 'xsd:duration'));
  graph.addTexts(period, 'rdfs:label', extent.description);
  return period;
}

/** "Before 2010" is not 2010: it can't be said. An end that is now or unknown leaves the period open. */
function momentOf(graph: DcatGraph, instant: Instant | undefined, path: string) {
  if (instant?.indeterminate !== undefined)
    graph.losses.add(instant.date === undefined ? `${path}.indeterminate` : path);
  if (instant?.date === undefined || instant.indeterminate !== undefined) return undefined;
  return graph.date(instant.date);
}
