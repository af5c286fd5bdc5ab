import type { DataFile } from '#catalogue/formats/netcdf';
import { momentOf, timeScaleOf } from './time.ts';
import { meaningOf } from './values.ts';

/** Values of a variable in order, thinned to what a picture can show. */
export type Series = {
  /** `null` where there is none. */
  values: (number | null)[];
  /** Each value stands for so many. */
  every: number;
  unit?: string;
};

/** Stretches are read so long at most, since most of their values are passed over. */
const stretch = 65_536;

/**
 * A series of at most `most` values of a variable, evenly thinned.
 * @returns `undefined` for a variable that is not there or holds no numbers
 * @throws DamagedFile where the file ends before the values
 */
export function seriesOf(file: DataFile, name: string, most: number): Series | undefined {
  const variable = file.header.variables.find((one) => one.name === name);
  const count = file.count(name);
  if (!variable || count === 0 || most < 1) return undefined;
  const every = Math.ceil(count / most);
  const mean = meaningOf(variable);
  const values: (number | null)[] = [];
  for (let start = 0; start < count; ) {
    const length = every > stretch ? 1 : Math.min(Math.floor(stretch / every) * every, count - start);
    const read = file.numbers(name, start, length);
    for (let index = 0; index < length; index += every) {
      const value = mean(read[index] ?? Number.NaN);
      values.push(Number.isFinite(value) ? value : null);
    }
    start += every > stretch ? every : length;
  }
  const unit = variable.attributes.text('units');
  return { values, every, ...(unit ? { unit } : {}) };
}

/** The moments of a time coordinate, thinned alike; `undefined` where it is none. */
export function momentsOf(file: DataFile, name: string, most: number): (string | null)[] | undefined {
  const attributes = file.header.variables.find((one) => one.name === name)?.attributes;
  const scale = timeScaleOf(attributes?.text('units') ?? '', attributes?.text('calendar'));
  if (!scale) return undefined;
  return seriesOf(file, name, most)?.values.map((value) =>
    value === null ? null : (momentOf(value, scale) ?? null),
  );
}
