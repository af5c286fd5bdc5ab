import { words } from '../../model/index.ts';
import type { Header, HeaderVariable } from './header.ts';

/** Axes that a coordinate can lie along. */
export type Axis = 'longitude' | 'latitude' | 'vertical' | 'time';

const byStandardName: Readonly<Record<string, Axis>> = words({
  longitude: 'longitude',
  latitude: 'latitude',
  time: 'time',
  depth: 'vertical',
  altitude: 'vertical',
  height: 'vertical',
  height_above_mean_sea_level: 'vertical',
  height_above_sea_floor: 'vertical',
  sea_floor_depth_below_sea_surface: 'vertical',
});
const byLetter: Readonly<Record<string, Axis>> = words({
  X: 'longitude',
  Y: 'latitude',
  Z: 'vertical',
  T: 'time',
});
/** Names that leave no doubt where nothing else is told; ERDDAP demands them. */
const byName: Readonly<Record<string, Axis>> = words({
  lon: 'longitude',
  longitude: 'longitude',
  lat: 'latitude',
  latitude: 'latitude',
  time: 'time',
});
const byType: Readonly<Record<string, Axis>> = words({
  lon: 'longitude',
  lat: 'latitude',
  time: 'time',
  height: 'vertical',
  pressure: 'vertical',
});

/**
 * The axis that a variable is the coordinate of, by what CF 4 recognises it by: standard name, units, `axis`, and the
 * marks of Unidata's tools. `sea_floor_depth…` and heights are coordinates only along an axis of their own.
 */
export function axisOf(variable: HeaderVariable, header: Header): Axis | undefined {
  const { name, attributes } = variable;
  const units = attributes.text('units') ?? '';
  if (/^degrees?_?(north|n)$/i.test(units)) return 'latitude';
  if (/^degrees?_?(east|e)$/i.test(units)) return 'longitude';
  const letter = byLetter[attributes.text('axis')?.toUpperCase() ?? ''];
  const standard = byStandardName[attributes.text('standard_name') ?? ''];
  const unidata = byType[attributes.text('_CoordinateAxisType')?.toLowerCase() ?? ''];
  // An axis of a projected grid is no longitude.
  const isProjected =
    (letter === 'longitude' || letter === 'latitude') && standard === undefined && units !== '';
  if (letter !== undefined && !isProjected) return letter;
  if (standard === 'time' || standard === 'longitude' || standard === 'latitude') return standard;
  if (unidata !== undefined) return unidata;
  if (isTimeUnit(units)) return isCoordinate(variable, header) ? 'time' : undefined;
  if (standard !== undefined)
    return isCoordinate(variable, header) || isListed(name, header) ? standard : undefined;
  const named = units === '' ? byName[name.toLowerCase()] : undefined;
  if (named !== undefined) return named;
  return isCoordinate(variable, header) && /^(depth|altitude|z|lev|level|height|deph)$/i.test(name)
    ? 'vertical'
    : undefined;
}

/** Whether units are those of a moment (CF 4.4): `days since 1950-01-01`. */
export function isTimeUnit(units: string): boolean {
  return /^(s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?|m(illi)?s(ec(ond)?s?)?)\s+since\s/i.test(
    units,
  );
}

/** A coordinate variable: one that has the name of its only dimension (CF 1.3). */
function isCoordinate({ name, dimensions }: HeaderVariable, header: Header): boolean {
  if (dimensions !== undefined && dimensions.length > 1) return false;
  return (
    header.dimensions.some((dimension) => dimension.name === name) || /^(time|depth|altitude)$/.test(name)
  );
}

const isListed = (name: string, header: Header) => namedBy(header, 'coordinates').has(name);

/** Names of variables that others name in an attribute: their coordinates, bounds, quality, cell measures… */
export function namedBy(header: Header, ...names: readonly string[]): Set<string> {
  const texts = header.variables.flatMap(({ attributes }) =>
    names.map((name) => attributes.text(name) ?? ''),
  );
  return new Set(texts.flatMap((text) => text.split(/[\s,]+/)));
}
