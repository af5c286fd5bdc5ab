import { isJsonObject, type JsonValue } from '../../json/index.ts';
import type { CatalogueRecord, SpatialExtent, TemporalExtent } from '../../model/index.ts';
import { readBox, readGeometryText } from '../geometry/index.ts';
import type { Place, Report } from '../reading/index.ts';
import type { CkanObject } from './package.ts';

type Resource = CatalogueRecord['resource'];

/** Places as ckanext-spatial (`spatial`), ckanext-dcat (`spatial_coverage`) and the harvesters of CSW (`bbox-…`) keep them. */
export function spatialExtentsOf(dataset: CkanObject, report: Report): SpatialExtent[] {
  const found = [
    ...dataset.values('spatial').flatMap((value) => geometryOf(value, report, dataset, 'spatial')),
    ...boxOf(dataset, report),
    ...dataset.objects('spatial_coverage').flatMap((place) => placeOf(place, report)),
  ];
  const uri = dataset.text('spatial_uri');
  const names = dataset.texts('spatial_text', 'geographic_coverage', 'coverage_spatial');
  const written = dataset.values('spatial_coverage').filter((value) => typeof value === 'string');
  for (const text of [...names, ...written]) {
    const [extent] = /^\s*[{]|^(POLYGON|POINT|MULTI)/i.test(text)
      ? geometryOf(text, report, dataset, 'spatial_coverage')
      : [{ place: { code: text, names: { und: text }, ...(uri ? { uri } : {}) }, inclusive: true }];
    if (extent) found.push(extent);
  }
  if (uri !== undefined && names.length === 0)
    found.push({ place: { code: uri, names: {}, uri }, inclusive: true });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function geometryOf(value: JsonValue, report: Report, dataset: CkanObject, key: string): SpatialExtent[] {
  const text = isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  // A word is the name of a place, not a geometry that went wrong.
  if (typeof value === 'string' && !/[{(\d]/.test(value))
    return [{ place: { code: value, names: { und: value } }, inclusive: true }];
  const extent = readGeometryText(text, report, dataset.place(key));
  return extent ? [extent] : [];
}

function placeOf(place: CkanObject, report: Report): SpatialExtent[] {
  const name = place.text('text');
  const uri = place.text('uri');
  const shapes = ['geom', 'bbox', 'centroid'].flatMap((key) => {
    const [value] = place.values(key);
    return value === undefined ? [] : geometryOf(value, report, place, key);
  });
  // The centroid says nothing that box and geometry do not.
  const kept = shapes.length > 1 ? shapes.filter(({ geometry }) => geometry?.type !== 'Point') : shapes;
  if (name === undefined && uri === undefined) return kept;
  const named = {
    place: {
      code: uri ?? name ?? '',
      names: name === undefined ? {} : { und: name },
      ...(uri ? { uri } : {}),
    },
  };
  const [first, ...rest] = kept;
  return first ? [{ ...first, ...named }, ...rest] : [{ ...named, inclusive: true }];
}

function boxOf(dataset: CkanObject, report: Report): SpatialExtent[] {
  const edge = (key: string) => {
    const text = dataset.text(key);
    return text === undefined ? undefined : report.number(text, dataset.place(key));
  };
  const [west, south, east, north] = [
    'bbox_west_long',
    'bbox_south_lat',
    'bbox_east_long',
    'bbox_north_lat',
  ].map(edge);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return [];
  const box = readBox({ west, south, east, north }, report, dataset.place('bbox_west_long'));
  return box ? [{ box, inclusive: true }] : [];
}

/** Pairs of fields that begin and end a period. */
const pairs: readonly (readonly [string, string])[] = [
  ['temporal_start', 'temporal_end'],
  ['temporal_coverage_from', 'temporal_coverage_to'],
  ['temporal_extent_begin', 'temporal_extent_end'],
];

/** Periods, from whichever fields hold them. `dataset_date` is that of HDX: `[1970-01-01 TO *]`. */
export function temporalExtentsOf(dataset: CkanObject, report: Report): TemporalExtent[] {
  const found: TemporalExtent[] = [];
  const add = (from: End, to: End) => {
    const extent = periodOf(from, to, report);
    if (extent) found.push(extent);
  };
  for (const [start, end] of pairs)
    add([dataset.text(start), dataset.place(start)], [dataset.text(end), dataset.place(end)]);

  for (const one of dataset.objects('temporal_coverage'))
    add([one.text('start'), one.place('start')], [one.text('end'), one.place('end')]);
  const range = /^\[(.+) TO (.+)\]$/.exec(dataset.text('dataset_date') ?? '');
  const place = dataset.place('dataset_date');
  if (range) add([range[1], place], [range[2], place]);
  return found;
}

type End = readonly [text: string | undefined, place: Place];

function periodOf(from: End, to: End, report: Report): TemporalExtent | undefined {
  const instant = ([text, place]: End) => {
    if (text === undefined || text === '*' || text === '..') return undefined;
    if (/^(now|present|ongoing)$/i.test(text)) return { indeterminate: 'now' as const };
    const date = report.date(text, place);
    return date === undefined ? undefined : { date };
  };
  const [start, end] = [instant(from), instant(to)];
  return start || end ? { ...(start ? { start } : {}), ...(end ? { end } : {}) } : undefined;
}

/** Steps in space and time (DCAT-AP 3). */
export function resolutionsOf(
  dataset: CkanObject,
  report: Report,
): Pick<Resource, 'spatialResolutions' | 'temporalResolutions'> {
  const metres = dataset.texts('spatial_resolution_in_meters').flatMap((text) => {
    const value = report.number(text, dataset.place('spatial_resolution_in_meters'));
    return value === undefined ? [] : [{ distance: { value, unit: 'm' } }];
  });
  return {
    spatialResolutions: metres,
    temporalResolutions: dataset.texts('temporal_resolution').filter((text) => /^P/.test(text)),
  };
}
