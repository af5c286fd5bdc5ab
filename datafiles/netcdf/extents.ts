import { type Axis, axisOf, type HeaderVariable } from '#catalogue/formats/acdd';
import type { DataFile } from '#catalogue/formats/netcdf';
import type { BoundingBox, Problem, VerticalExtent } from '#catalogue/model';
import { LongitudeArc } from './longitude.ts';
import { momentOf, timeScaleOf } from './time.ts';
import { blocksOf, mostValues, validRange } from './values.ts';

/** Where and when the values of a file are, computed from its coordinates. */
export type Extents = {
  box?: BoundingBox;
  vertical?: VerticalExtent;
  /** ISO 8601, to the second. */
  period?: { start: string; end: string };
  problems: Problem[];
};

/**
 * Computes the extents of a file from its coordinate variables. Values are read in blocks, so that memory stays
 * bounded; of a coordinate with more than `mostValues` values, evenly spread blocks and the last are read.
 */
export function extentsOf(file: DataFile): Extents {
  const problems: Problem[] = [];
  const coordinate = (axis: Axis) => coordinateOf(file, axis);
  const box = boxOf(file, coordinate('longitude'), coordinate('latitude'), problems);
  const vertical = verticalOf(file, coordinate('vertical'), problems);
  const period = periodOf(file, coordinate('time'), problems);
  return {
    ...(box ? { box } : {}),
    ...(vertical ? { vertical } : {}),
    ...(period ? { period } : {}),
    problems,
  };
}

/** Of several, the one marked as axis, then one with a dimension of its own, then the first. */
function coordinateOf(file: DataFile, axis: Axis): HeaderVariable | undefined {
  const { header } = file;
  const found = header.variables.filter(
    (variable) => axisOf(variable, header) === axis && file.count(variable.name) > 0,
  );
  const rank = ({ name, attributes }: HeaderVariable) => {
    if (attributes.has('axis')) return 0;
    return header.dimensions.some((dimension) => dimension.name === name) ? 1 : 2;
  };
  return found.sort((one, other) => rank(one) - rank(other))[0];
}

function* valuesOf(
  file: DataFile,
  variable: HeaderVariable,
  problems: Problem[],
  withRange = true,
): Generator<number> {
  const count = file.count(variable.name);
  const step = Math.ceil(count / mostValues);
  if (step > 1)
    problems.push({
      severity: 'info',
      code: 'extent-sampled',
      path: `${variable.name}:`,
      message: `${variable.name} has ${count} values; one block in ${step} was looked at for the extent.`,
      hint: 'Tell the extent in the attributes geospatial_* and time_coverage_*.',
    });
  try {
    for (const values of blocksOf(file, variable, step, withRange)) yield* values;
  } catch (cause) {
    problems.push({
      severity: 'error',
      code: 'file-damaged',
      path: `${variable.name}:`,
      message: `The values of ${variable.name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Transfer the file again, and compare its size.',
    });
  }
}

function rangeOf(values: Iterable<number>, isPossible: (value: number) => boolean) {
  let [low, high, strange] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (!isPossible(value)) strange++;
    else {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high, strange };
}

/** Files are met whose valid range is that of another scale: if it leaves nothing, it is set aside. */
function rangeOfVariable(
  file: DataFile,
  variable: HeaderVariable,
  problems: Problem[],
  isPossible: (value: number) => boolean,
) {
  const found = rangeOf(valuesOf(file, variable, problems), isPossible);
  const [low, high] = validRange(variable.attributes);
  if (found.low <= found.high || (low === undefined && high === undefined)) return found;
  const all = rangeOf(valuesOf(file, variable, problems, false), isPossible);
  if (all.low <= all.high)
    problems.push({
      severity: 'warning',
      code: 'valid-range-wrong',
      path: `${variable.name}:valid_min`,
      message: `All values of ${variable.name} are outside of its valid range (${low ?? ''} to ${high ?? ''}), which was set aside.`,
      hint: 'Give valid_min and valid_max in the units of the variable as it is stored.',
    });
  return all;
}

function boxOf(
  file: DataFile,
  longitude: HeaderVariable | undefined,
  latitude: HeaderVariable | undefined,
  problems: Problem[],
): BoundingBox | undefined {
  if (!longitude || !latitude) return undefined;
  const north = rangeOfVariable(file, latitude, problems, (value) => Math.abs(value) <= 90);
  const arc = new LongitudeArc();
  for (const value of valuesOf(file, longitude, problems)) if (Number.isFinite(value)) arc.add(value);
  tellStrange(latitude, north.strange, problems);
  tellStrange(longitude, arc.strange, problems);
  const range = arc.range();
  if (!range || north.low > north.high) return undefined;
  return { west: range.west, south: round(north.low), east: range.east, north: round(north.high) };
}

function tellStrange({ name }: HeaderVariable, count: number, problems: Problem[]): void {
  if (count > 0)
    problems.push({
      severity: 'warning',
      code: 'coordinate-impossible',
      path: `${name}:`,
      message: `${count} values of ${name} are no place on Earth; they were left out.`,
      hint: 'Mark missing positions with the fill value that the variable declares.',
    });
}

function verticalOf(
  file: DataFile,
  variable: HeaderVariable | undefined,
  problems: Problem[],
): VerticalExtent | undefined {
  if (!variable) return undefined;
  const { low, high } = rangeOfVariable(file, variable, problems, (value) => Math.abs(value) < 1e6);
  if (low > high) return undefined;
  const { attributes, name } = variable;
  const unit = attributes.text('units');
  const told = attributes.text('positive')?.toLowerCase();
  const kind = `${attributes.text('standard_name') ?? ''} ${name}`.toLowerCase();
  const guessed = /depth|deph|pressure|\bpres/.test(kind)
    ? 'down'
    : /altitude|height/.test(kind)
      ? 'up'
      : undefined;
  const positive = told === 'up' || told === 'down' ? told : guessed;
  return {
    minimum: round(low),
    maximum: round(high),
    ...(unit ? { unit } : {}),
    ...(positive ? { positive } : {}),
  };
}

function periodOf(
  file: DataFile,
  variable: HeaderVariable | undefined,
  problems: Problem[],
): Extents['period'] {
  if (!variable) return undefined;
  const units = variable.attributes.text('units') ?? '';
  const calendar = variable.attributes.text('calendar');
  const scale = timeScaleOf(units, calendar);
  if (!scale) {
    problems.push({
      severity: 'warning',
      code: 'time-units-unreadable',
      path: `${variable.name}:units`,
      message: `The times of ${variable.name} cannot be read: units "${units}", calendar "${calendar ?? 'standard'}".`,
      hint: 'Write units as "days since 1950-01-01T00:00:00Z", with a calendar that CF knows.',
    });
    return undefined;
  }
  const { low, high } = rangeOfVariable(file, variable, problems, () => true);
  if (low > high) return undefined;
  const [start, end] = [momentOf(low, scale), momentOf(high, scale)];
  return start !== undefined && end !== undefined ? { start, end } : undefined;
}

/** Positions stored as floats carry a tail when they become doubles. */
const round = (value: number) => Number(value.toPrecision(9));
