import type { DataExtents } from '#catalogue/formats/data-files';
import type { Problem } from '#catalogue/model';
import { LongitudeArc } from '../netcdf/longitude.ts';
import type { Moment } from './moments.ts';

/** Where and when the rows of a table are: grows with each of them, holds none. */
export class TableExtents {
  readonly #longitudes = new LongitudeArc();
  #south = Number.POSITIVE_INFINITY;
  #north = Number.NEGATIVE_INFINITY;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  #start: Moment | undefined;
  #end: Moment | undefined;
  #strange: { line: number; count: number } | undefined;

  /** Adds a position; what is no place on Earth is counted. @param line of the file, 1-based */
  place(longitude: number, latitude: number, line: number): void {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return;
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 360) {
      this.#strange = { line: this.#strange?.line ?? line, count: (this.#strange?.count ?? 0) + 1 };
      return;
    }
    this.#longitudes.add(longitude);
    this.#south = Math.min(this.#south, latitude);
    this.#north = Math.max(this.#north, latitude);
  }

  vertical(value: number): void {
    // Beyond any ocean and atmosphere: a value that stands for none.
    if (!Number.isFinite(value) || Math.abs(value) > 90_000) return;
    this.#low = Math.min(this.#low, value);
    this.#high = Math.max(this.#high, value);
  }

  moment(moment: Moment | undefined): void {
    if (!moment) return;
    if (!this.#start || moment.ms < this.#start.ms) this.#start = moment;
    if (!this.#end || moment.ms > this.#end.ms) this.#end = moment;
  }

  /** @param axis unit and direction of the vertical values */
  found(axis: { unit?: string; positive: 'up' | 'down' }): DataExtents {
    const range = this.#longitudes.range();
    const [start, end] = [this.#start?.date, this.#end?.date];
    return {
      ...(range
        ? { box: { west: range.west, south: this.#south, east: range.east, north: this.#north } }
        : {}),
      verticals: this.#low <= this.#high ? [{ minimum: this.#low, maximum: this.#high, ...axis }] : [],
      ...(start !== undefined && end !== undefined ? { period: { start, end } } : {}),
    };
  }

  problems(): Problem[] {
    const strange = this.#strange;
    if (!strange) return [];
    return [
      {
        severity: 'warning',
        code: 'coordinate-impossible',
        path: '/',
        line: strange.line,
        message: `${strange.count} positions are no place on Earth (the first in line ${strange.line}); they were left out.`,
        hint: 'Correct the positions, or leave the cells empty where there is none.',
      },
    ];
  }
}
