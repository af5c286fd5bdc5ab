import type { HeaderVariable } from '#catalogue/formats/acdd';
import type { DataFile } from '#catalogue/formats/netcdf';

/** Values of a block: some hundred kilobytes of memory, whatever the size of the variable. */
const block = 65_536;

/** Values read at most to find the ends of a coordinate; more are looked at in parts, and the reader is told. */
export const mostValues = 20_000_000;

/**
 * The values of a variable that mean something, block by block: without fill values, missing ones and those out of the
 * valid range (CF 2.5.1), unpacked by scale factor and offset (CF 8.1). What is left out is NaN.
 * @param step of `step` blocks, one is read
 * @param withRange whether the valid range counts
 */
export function* blocksOf(
  file: DataFile,
  variable: HeaderVariable,
  step = 1,
  withRange = true,
): Generator<Float64Array> {
  const count = file.count(variable.name);
  const mean = meaningOf(variable, withRange);
  for (let start = 0; start < count; start += block * step)
    yield file.numbers(variable.name, start, Math.min(block, count - start)).map(mean);
  // The end counts as much as the beginning.
  const last = Math.floor((count - 1) / block) * block;
  if (step > 1 && last % (block * step) !== 0)
    yield file.numbers(variable.name, last, count - last).map(mean);
}

/** What a stored number stands for; NaN for none. */
export function meaningOf({ attributes }: HeaderVariable, withRange = true): (stored: number) => number {
  const missing = [...attributes.numbers('_FillValue'), ...attributes.numbers('missing_value')];
  const [low, high] = withRange ? validRange(attributes) : [];
  const [factor = 1] = attributes.numbers('scale_factor');
  const [offset = 0] = attributes.numbers('add_offset');
  return (stored) => {
    // Default fill values of netCDF where a file tells none.
    if (missing.includes(stored) || Math.abs(stored) >= 9.96e36) return Number.NaN;
    if ((low !== undefined && stored < low) || (high !== undefined && stored > high)) return Number.NaN;
    return stored * factor + offset;
  };
}

/** The range that values must lie in, where one is told. */
export function validRange(attributes: HeaderVariable['attributes']): (number | undefined)[] {
  const [low, high] = attributes.numbers('valid_range');
  return [low ?? attributes.numbers('valid_min')[0], high ?? attributes.numbers('valid_max')[0]];
}
