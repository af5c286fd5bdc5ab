export type Ring = readonly (readonly [x: number, y: number])[];
export type Rectangle = { left: number; right: number; top: number; bottom: number };

/**
 * Cuts a ring with a rectangle (Sutherland and Hodgman). Parts that leave and come back stay joined along the edge.
 * @returns an empty ring when nothing is inside
 */
export function clipRing(ring: Ring, { left, right, top, bottom }: Rectangle): Ring {
  const byLeft = cut(ring, ([x]) => x - left);
  const byRight = cut(byLeft, ([x]) => right - x);
  const byTop = cut(byRight, ([, y]) => y - top);
  return cut(byTop, ([, y]) => bottom - y);
}

/** Keeps the side of a line where `inside` is not negative. */
function cut(ring: Ring, inside: (point: readonly [number, number]) => number): Ring {
  const kept: (readonly [number, number])[] = [];
  let previous = ring.at(-1);
  for (const point of ring) {
    if (previous !== undefined) {
      const before = inside(previous);
      const now = inside(point);
      if (before < 0 !== now < 0) {
        const part = before / (before - now);
        kept.push([
          previous[0] + part * (point[0] - previous[0]),
          previous[1] + part * (point[1] - previous[1]),
        ]);
      }
      if (now >= 0) kept.push(point);
    }
    previous = point;
  }
  return kept;
}
