import type { SpatialExtent, TemporalExtent } from '../model/index.ts';

/** West, south, east, north of everything; `east` beyond 180 where the antimeridian is crossed. */
export type Hull = [west: number, south: number, east: number, north: number];

/** Beginning and end as far as they are told, at the precision of the document, without time of day; `open`: goes on. */
export type Span = { start?: string; end?: string; open?: true };

/** `near` agrees as far as it is told; `unclear` neither agrees nor disagrees; `untold`: one says nothing. */
export type Agreement = 'same' | 'near' | 'unclear' | 'different' | 'untold';

type Nested = readonly (number | Nested)[];

/** The box around all that a resource covers; `undefined` where it tells none. */
export function hullOf(extents: readonly SpatialExtent[]): Hull | undefined {
  const boxes = extents.flatMap(({ box, geometry, inclusive }): Hull[] => {
    if (!inclusive) return [];
    if (box) return [[box.west, box.south, box.east < box.west ? box.east + 360 : box.east, box.north]];
    return geometry ? positionsOf(geometry.coordinates).map(([x, y]): Hull => [x, y, x, y]) : [];
  });
  const [first, ...rest] = boxes;
  if (!first) return undefined;
  const hull = rest.reduce<Hull>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  );
  // The whole round is written as -180..180, 0..360, -179.9..179.9.
  return hull[2] - hull[0] >= 355 ? [-180, hull[1], 180, hull[3]] : hull;
}

function positionsOf(coordinates: Nested): [number, number][] {
  const [first, second] = coordinates;
  if (typeof first === 'number') return typeof second === 'number' ? [[first, second]] : [];
  return coordinates.flatMap((part) => (typeof part === 'number' ? [] : positionsOf(part)));
}

/** Degrees that rounding to one decimal makes of a corner, and a little. */
const rounding = 0.06;

/** Whether two boxes are the same but for rounding. */
export function hullAgreement(left: Hull | undefined, right: Hull | undefined): Agreement {
  if (!left || !right) return 'untold';
  const span = (hull: Hull, from: 0 | 1) => hull[from === 0 ? 2 : 3] - hull[from];
  const edge = (from: 0 | 1) => Math.max(rounding, 0.03 * Math.max(span(left, from), span(right, from)));
  const differences = left.map((value, index) => Math.abs(value - (right[index] ?? 0)));
  if (differences.every((difference, index) => difference <= edge(index % 2 === 0 ? 0 : 1))) return 'same';
  const overlap = (from: 0 | 1) => {
    const to = from === 0 ? 2 : 3;
    return Math.max(0, Math.min(left[to], right[to]) - Math.max(left[from], right[from]));
  };
  const area = (hull: Hull) => Math.max(rounding, span(hull, 0)) * Math.max(rounding, span(hull, 1));
  const shared = overlap(0) * overlap(1);
  const share = shared / (area(left) + area(right) - shared);
  if (share >= 0.6) return 'near';
  return share < 0.2 ? 'different' : 'unclear';
}

/** Beginning of the first period and end of the last; `undefined` where no period has a date. */
export function spanOf(extents: readonly TemporalExtent[]): Span | undefined {
  const day = (date: string | undefined) => date?.split('T')[0];
  const starts = extents.flatMap(({ start }) => day(start?.date) ?? []).sort();
  const ends = extents.flatMap(({ end }) => day(end?.date) ?? []).sort();
  const open = extents.some(
    ({ end }) => end?.indeterminate === 'now' || (end === undefined && starts.length > 0),
  );
  const [start] = starts;
  const end = ends.at(-1);
  if (start === undefined && end === undefined) return undefined;
  return { ...(start ? { start } : {}), ...(end && !open ? { end } : {}), ...(open ? { open } : {}) };
}

/** Whether two periods are the same at the precision that both have; a period that went on may have ended since. */
export function spanAgreement(left: Span | undefined, right: Span | undefined): Agreement {
  if (!left || !right) return 'untold';
  const start = dayAgreement(left.start, right.start);
  const end =
    left.open || right.open ? (left.open && right.open ? 'same' : 'near') : dayAgreement(left.end, right.end);
  if (start === 'different' || end === 'different') return 'different';
  if (start === 'same' && end === 'same') return 'same';
  return start === 'same' ? 'near' : 'unclear';
}

const dayMs = 24 * 3_600_000;

/** Days of two time zones may be one apart. */
function dayAgreement(left: string | undefined, right: string | undefined): Agreement {
  if (left === undefined || right === undefined) return 'unclear';
  const length = Math.min(left.length, right.length);
  if (left.slice(0, length) === right.slice(0, length)) return 'same';
  const apart = Math.abs(Date.parse(left) - Date.parse(right));
  return left.length === right.length && left.length === 10 && apart <= dayMs ? 'same' : 'different';
}
