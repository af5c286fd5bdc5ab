import type { DataExtents } from '#catalogue/formats/data-files';

/** A stretch of longitudes, eastwards from `west`; `east` may be beyond 180. */
type Arc = { west: number; east: number };

/** Stretches kept apart; beyond this the two that lie closest become one. */
const mostArcs = 256;
/** Units and directions of depths and heights that are kept apart. */
const mostVerticals = 8;

/** Where and when many files are together; holds a bounded number of stretches, whatever their number. */
export class ExtentsUnion {
  #arcs: Arc[] = [];
  #south = 90;
  #north = -90;
  readonly #verticals = new Map<string, DataExtents['verticals'][number]>();
  #start: string | undefined;
  #end: string | undefined;

  add({ box, verticals, period }: DataExtents): void {
    if (box) {
      this.#south = Math.min(this.#south, box.south);
      this.#north = Math.max(this.#north, box.north);
      this.#addArc({ west: box.west, east: box.west > box.east ? box.east + 360 : box.east });
    }
    for (const { minimum, maximum, ...axis } of verticals) {
      const key = JSON.stringify([axis.unit, axis.positive, axis.datum]);
      const known = this.#verticals.get(key);
      if (!known && this.#verticals.size >= mostVerticals) continue;
      const low = least(known?.minimum, minimum);
      const high = greatest(known?.maximum, maximum);
      this.#verticals.set(key, {
        ...(low === undefined ? {} : { minimum: low }),
        ...(high === undefined ? {} : { maximum: high }),
        ...axis,
      });
    }
    if (period) {
      if (this.#start === undefined || isBefore(period.start, this.#start)) this.#start = period.start;
      if (this.#end === undefined || isBefore(this.#end, period.end)) this.#end = period.end;
    }
  }

  found(): DataExtents {
    const [start, end] = [this.#start, this.#end];
    const arc = this.#hull();
    return {
      ...(arc ? { box: { ...arc, south: this.#south, north: this.#north } } : {}),
      verticals: [...this.#verticals.values()],
      ...(start !== undefined && end !== undefined ? { period: { start, end } } : {}),
    };
  }

  #addArc(arc: Arc): void {
    // Most files of a series lie where others lie already.
    if (this.#arcs.some(({ west, east }) => west <= arc.west && arc.east <= east)) return;
    const sorted = [...this.#arcs, arc].sort((one, other) => one.west - other.west);
    const merged: Arc[] = [];
    for (const { west, east } of sorted) {
      const last = merged.at(-1);
      if (last && west <= last.east) last.east = Math.max(last.east, east);
      else merged.push({ west, east });
    }
    if (merged.length > mostArcs) mergeClosest(merged);
    this.#arcs = merged;
  }

  /** The stretch that holds all: across the antimeridian only where a file is, or where half of the Earth is empty. */
  #hull(): { west: number; east: number } | undefined {
    const [first] = this.#arcs;
    if (!first) return undefined;
    const crosses = this.#arcs.some(({ east }) => east > 180);
    // What reaches over 180 comes back at -180.
    const end = Math.max(...this.#arcs.map(({ east }) => east)) - 360;
    let widest = {
      gap: crosses ? 0 : 180,
      west: first.west,
      east: Math.max(...this.#arcs.map(({ east }) => east)),
    };
    let reached = Math.max(end, first.east);
    for (const { west, east } of this.#arcs.slice(1)) {
      const gap = west - reached;
      if (gap > widest.gap) widest = { gap, west, east: reached };
      reached = Math.max(reached, east);
    }
    if (crosses) {
      const gap = first.west - end;
      if (gap > widest.gap) widest = { gap, west: first.west, east: end };
      if (widest.gap === 0) return { west: -180, east: 180 };
    }
    return { west: widest.west, east: widest.east > 180 ? widest.east - 360 : widest.east };
  }
}

function mergeClosest(arcs: Arc[]): void {
  let closest = { gap: Number.POSITIVE_INFINITY, at: 0 };
  arcs.forEach(({ west }, index) => {
    const gap = west - (arcs[index - 1]?.east ?? Number.NEGATIVE_INFINITY);
    if (gap < closest.gap) closest = { gap, at: index };
  });
  const [before, after] = [arcs[closest.at - 1], arcs[closest.at]];
  if (!before || !after) return;
  arcs.splice(closest.at - 1, 2, { west: before.west, east: Math.max(before.east, after.east) });
}

const least = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
const greatest = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

/** Dates of different precision are compared by the moment at which they begin. */
function isBefore(one: string, other: string): boolean {
  const [first, second] = [Date.parse(one), Date.parse(other)];
  return Number.isNaN(first) || Number.isNaN(second) ? one < other : first < second;
}
