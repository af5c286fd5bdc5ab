import type { BoundingBox } from '#catalogue/model';
import type { Footprints } from '#search';

/** A cell of the grid that counts where records are; `weight` from 0 to 1. */
export type Cell = { box: BoundingBox; count: number; weight: number };

/**
 * Cells that hold more than most do: records of the whole ocean touch every cell and say nothing of where the others are, so
 * the median is the ground. Weights grow with the logarithm of the number.
 */
export function cellsOf({ cells: { columns, rows, counts } }: Footprints): Cell[] {
  const everywhere = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0) - everywhere;
  if (!(most > 0)) return [];
  return [...counts].flatMap((count, cell) => {
    if (count <= everywhere) return [];
    const west = -180 + ((cell % columns) * 360) / columns;
    const north = 90 - (Math.floor(cell / columns) * 180) / rows;
    const box = { west, south: north - 180 / rows, east: west + 360 / columns, north };
    return [{ box, count, weight: Math.log1p(count - everywhere) / Math.log1p(most) }];
  });
}
