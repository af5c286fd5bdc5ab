import type { BoundingBox, CatalogueRecord, Geometry, SpatialExtent } from '../../model/index.ts';
import { parseWkt, readBox, readGeometryText } from '../geometry/index.ts';
import type { Report } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';

type Resource = CatalogueRecord['resource'];

/** Names of the edges: ACDD, ERDDAP's copies of them, Copernicus and GHRSST. */
const edges = {
  west: ['geospatial_lon_min', 'Westernmost_Easting', 'westernmost_longitude'],
  south: ['geospatial_lat_min', 'Southernmost_Northing', 'southernmost_latitude'],
  east: ['geospatial_lon_max', 'Easternmost_Easting', 'easternmost_longitude'],
  north: ['geospatial_lat_max', 'Northernmost_Northing', 'northernmost_latitude'],
} as const;

/** The box, the polygon of `geospatial_bounds` where it says more, and the sea named. */
export function spatialExtentsOf(attributes: Attributes, language: string, report: Report): SpatialExtent[] {
  const box = boxOf(attributes, report);
  const bounds = boundsOf(attributes, box, report);
  const place = attributes.text('sea_name', 'area', 'geospatial_name');
  const found: SpatialExtent[] = [
    ...(box ? [{ box, inclusive: true }] : []),
    ...(bounds && JSON.stringify(bounds.box) !== JSON.stringify(box ?? null) ? [bounds] : []),
  ];
  if (place === undefined) return found;
  const named = { place: { code: place, names: { [language]: place } } };
  const [first, ...rest] = found;
  return first ? [{ ...first, ...named }, ...rest] : [{ ...named, inclusive: true }];
}

function boxOf(attributes: Attributes, report: Report): BoundingBox | undefined {
  const read = (names: readonly string[]) => {
    const found = attributes.first(...names);
    return found && attributes.number(found.name, report);
  };
  const numbers = {
    west: read(edges.west),
    south: read(edges.south),
    east: read(edges.east),
    north: read(edges.north),
  };
  const given = Object.values(numbers).filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  const place = attributes.place(attributes.first(...edges.south, ...edges.west)?.name ?? edges.south[0]);
  const { west, south, east, north } = numbers;
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    report.warning(
      'box-incomplete',
      place,
      `Only ${given.length} of the four edges of the box are given.`,
      'Give geospatial_lat_min, geospatial_lat_max, geospatial_lon_min and geospatial_lon_max as numbers.',
    );
    return undefined;
  }
  return readBox({ west, south, east, north }, report, place);
}

/**
 * ACDD writes `geospatial_bounds` in the axis order of its reference system, EPSG:4326 unless told, hence latitude
 * first; many files write longitude first. Where the box tells which it is, that decides.
 */
function boundsOf(
  attributes: Attributes,
  box: BoundingBox | undefined,
  report: Report,
): SpatialExtent | undefined {
  const bounds = attributes.first('geospatial_bounds');
  if (!bounds) return undefined;
  const crs = attributes.text('geospatial_bounds_crs') ?? 'EPSG:4326';
  const code = /(\d{4,6})\s*$/.exec(crs)?.[1];
  const parsed = parseWkt(bounds.text);
  const inBox = parsed && box && fits(parsed.geometry, box);
  const system = inBox || code === undefined ? '' : `<http://www.opengis.net/def/crs/EPSG/0/${code}> `;
  return readGeometryText(parsed ? `${system}${bounds.text}` : bounds.text, report, bounds.place);
}

/** Whether all positions, read longitude first, lie in the box (rounding aside). */
function fits(geometry: Geometry, { west, south, east, north }: BoundingBox): boolean {
  const tolerance = 0.01;
  const numbers = geometry.coordinates.flat(4).filter((value) => typeof value === 'number');
  const size = numbers.length % 3 === 0 && numbers.length % 2 !== 0 ? 3 : 2;
  return numbers.every((value, index) => {
    if (index % size === 0) return value >= west - tolerance && value <= east + tolerance;
    return index % size === 1 ? value >= south - tolerance && value <= north + tolerance : true;
  });
}

/** Heights or depths of the data, with unit and direction as told. */
export function verticalExtentsOf(attributes: Attributes, report: Report): Resource['verticalExtents'] {
  const minimum = attributes.number('geospatial_vertical_min', report);
  const maximum = attributes.number('geospatial_vertical_max', report);
  if (minimum === undefined && maximum === undefined) return [];
  const direction = attributes.text('geospatial_vertical_positive')?.toLowerCase();
  const positive = direction === 'up' || direction === 'down' ? direction : undefined;
  if (positive === undefined)
    report.warning(
      'vertical-direction-missing',
      attributes.place('geospatial_vertical_positive'),
      'The vertical extent does not say whether it counts upwards or downwards.',
      'Give geospatial_vertical_positive as "up" (heights) or "down" (depths).',
    );
  const unit = attributes.text('geospatial_vertical_units');
  const datum = attributes.text('geospatial_bounds_vertical_crs', 'geospatial_vertical_datum');
  const [low, high] =
    minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [maximum, minimum]
      : [minimum, maximum];
  return [
    {
      ...(low === undefined ? {} : { minimum: low }),
      ...(high === undefined ? {} : { maximum: high }),
      ...(unit ? { unit } : {}),
      ...(datum ? { datum } : {}),
      ...(positive ? { positive } : {}),
    },
  ];
}

/** The period, with its duration where one end is not told. */
export function temporalExtentsOf(attributes: Attributes, report: Report): Resource['temporalExtents'] {
  const end = (name: string) => {
    const found = attributes.first(name);
    if (!found) return undefined;
    if (/^(present|now|ongoing|continuing)$/i.test(found.text)) return { indeterminate: 'now' as const };
    const date = report.date(found.text, found.place);
    return date === undefined ? undefined : { date };
  };
  const [start, stop] = [end('time_coverage_start'), end('time_coverage_end')];
  const [from, to] = [start, stop].map((instant) =>
    instant && 'date' in instant ? instant.date : undefined,
  );
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to))
    report.warning(
      'period-reversed',
      attributes.place('time_coverage_start'),
      `The period begins (${from}) after its end (${to}).`,
      'Exchange time_coverage_start and time_coverage_end.',
    );
  const duration = durationOf('time_coverage_duration', attributes, report);
  const step = durationOf('time_coverage_resolution', attributes, report);
  if (!start && !stop && duration === undefined) return [];
  return [
    {
      ...(start ? { start } : {}),
      ...(stop ? { end: stop } : {}),
      ...(step === undefined ? {} : { step }),
      ...(duration === undefined ? {} : { duration }),
    },
  ];
}

/** An ISO 8601 duration; `P0D` and the like are kept as they are. */
function durationOf(name: string, attributes: Attributes, report: Report): string | undefined {
  const found = attributes.first(name);
  if (!found) return undefined;
  if (/^[+-]?P(?=.)(\d+([.,]\d+)?[YMWD])*(T(\d+([.,]\d+)?[HMS])+)?$/.test(found.text)) return found.text;
  report.info(
    'duration-unreadable',
    found.place,
    `"${found.text}" is not an ISO 8601 duration.`,
    'Write durations as P1D, PT1H or P1M.',
  );
  return undefined;
}

/** Steps of the grid in degrees or metres. */
export function resolutionsOf(attributes: Attributes, report: Report): Resource['spatialResolutions'] {
  const found: Resource['spatialResolutions'] = [];
  for (const axis of ['lat', 'lon']) {
    const name = `geospatial_${axis}_resolution`;
    const value = attributes.number(name, report);
    if (value === undefined || value === 0) continue;
    const unit = `${attributes.text(name) ?? ''} ${attributes.text(`geospatial_${axis}_units`) ?? ''}`;
    const size = Math.abs(value);
    const resolution = /\bk?m\b|met(er|re)s?\b/.test(unit)
      ? { distance: { value: size, unit: /\bkm\b|kilomet/.test(unit) ? 'km' : 'm' } }
      : { angular: { value: size, unit: 'degrees' } };
    if (!found.some((known) => JSON.stringify(known) === JSON.stringify(resolution))) found.push(resolution);
  }
  const vertical =
    attributes.text('geospatial_vertical_resolution') === undefined
      ? undefined
      : attributes.numbers('geospatial_vertical_resolution')[0];
  if (vertical !== undefined)
    found.push({ vertical: { value: vertical, unit: attributes.text('geospatial_vertical_units') ?? 'm' } });
  return found;
}
