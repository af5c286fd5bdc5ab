import type { JsonValue } from '../../json/index.ts';
import type { CatalogueRecord, SpatialExtent, TemporalExtent } from '../../model/index.ts';
import { readBox } from '../geometry/index.ts';
import { geometryExtents, type JsonNode } from '../json-record/index.ts';
import { type Place, period, type Report } from '../reading/index.ts';

type Resource = CatalogueRecord['resource'];

/** Boxes and intervals of a Collection: the first of several is the whole, so it is left out beside its parts. */
export function addExtents(resource: Resource, root: JsonNode, report: Report): void {
  const extent = root.node('extent');
  if (!extent) return;
  // Catalogues of the AODN leave out the objects `spatial` and `temporal`.
  const spatial = extent.node('spatial') ?? extent;
  const temporal = extent.node('temporal');
  const boxes = listOf(spatial.value('bbox'));
  const intervals = listOf(temporal ? temporal.value('interval') : extent.value('temporal'));
  const found = new Map<string, SpatialExtent>();
  for (const [index, edges] of parts(boxes).entries()) {
    const box = boxOfEdges(edges, report, spatial.placeOf('bbox'));
    if (box) found.set(JSON.stringify(box), box);
    else if (edges !== null && index < boxes.length && !Array.isArray(edges))
      report.warning(
        'box-unreadable',
        spatial.placeOf('bbox'),
        'A box is not a list of numbers.',
        'Write [west, south, east, north] in degrees.',
      );
  }
  resource.spatialExtents = [...found.values()];
  const times = new Map<string, TemporalExtent>();
  for (const interval of parts(intervals)) {
    const told = intervalOf(
      interval,
      report,
      (temporal ?? extent).placeOf(temporal ? 'interval' : 'temporal'),
    );
    if (told) times.set(JSON.stringify(told), told);
  }
  resource.temporalExtents = [...times.values()];
}

/** The geometry of an Item (its box where it has none), its moment or its period. */
export function addItemExtents(resource: Resource, root: JsonNode, about: JsonNode, report: Report): void {
  resource.spatialExtents = geometryExtents(root.value('geometry'), report, root.placeOf('geometry'));
  if (resource.spatialExtents.length === 0) {
    const box = boxOfEdges(root.value('bbox') ?? null, report, root.placeOf('bbox'));
    if (box) resource.spatialExtents.push(box);
  }
  const date = (name: string) => {
    const [given] = about.texts(name);
    return given && report.date(given.text, given.place);
  };
  const moment = date('datetime') ?? date('time');
  const told = period(date('start_datetime'), date('end_datetime')) ?? (moment && period(moment, moment));
  if (told) resource.temporalExtents.push(told);
}

const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

function parts(list: JsonValue[]): JsonValue[] {
  return list.length > 2 ? list.slice(1) : list;
}

/** Four numbers, or six with a lowest and a highest elevation that the standard leaves without a unit. */
function boxOfEdges(value: JsonValue, report: Report, place: Place): SpatialExtent | undefined {
  const edges = listOf(value).map((edge) => (typeof edge === 'number' ? edge : Number.NaN));
  const half = edges.length / 2;
  const [west, south] = edges;
  const [east, north] = edges.slice(half);
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  const box = readBox({ west, south, east, north }, report, place);
  return box && { box, inclusive: true };
}

function intervalOf(value: JsonValue, report: Report, place: Place): TemporalExtent | undefined {
  const [start, end] = listOf(value).map((moment) =>
    typeof moment === 'string' && moment.trim() !== '' ? report.date(moment, place) : undefined,
  );
  return period(start, end);
}
