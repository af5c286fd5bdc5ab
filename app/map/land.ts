import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import { clipRing, type Ring } from './clip.ts';
import { type LandTopology, landRings } from './land-rings.ts';
import type { ChartView } from './mercator.ts';

/** Natural Earth's scales: 1:110 million for the world, 1:10 million for a bay. */
type Detail = '110m' | '50m' | '10m';
type BoundedRing = { ring: Ring; left: number; right: number; top: number; bottom: number };

const rings = new Map<Detail, readonly BoundedRing[]>();
const drawings = new LRUCache<string, string>({
  max: 400,
  maxSize: 20_000_000,
  sizeCalculation: (text) => text.length,
});

/**
 * The land within a view as one SVG document with the symbol `land`, in the coordinates of `ChartView`.
 * @param view rounded by the caller, so that neighbours share one drawing
 */
export function landDrawing(view: ChartView): string {
  const key = Object.values(view).join();
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" vector-effect="non-scaling-stroke" d="${landPath(view)}"/></svg>`;
  drawings.set(key, drawing);
  return drawing;
}

function landPath(view: ChartView): string {
  const width = view.east - view.west;
  const detail: Detail = width > 120 ? '110m' : width > 14 ? '50m' : '10m';
  // A drawing is rarely wider than 1200 pixels: finer digits would not be seen.
  const digits = Math.max(0, Math.ceil(Math.log10(1200 / width)));
  const margin = width * 0.06;
  const frame = { top: view.top - margin, bottom: view.bottom + margin };
  return [-360, 0, 360]
    .flatMap((turn) => {
      const left = view.west - margin - turn;
      const right = view.east + margin - turn;
      return ringsOf(detail)
        .filter((it) => it.right > left && it.left < right && it.bottom > frame.top && it.top < frame.bottom)
        .map(({ ring }) => drawRing(clipRing(ring, { left, right, ...frame }), turn, digits));
    })
    .join('');
}

function drawRing(ring: Ring, turn: number, digits: number): string {
  const points: string[] = [];
  for (const [x, y] of ring) {
    const point = `${Number((x + turn).toFixed(digits))} ${Number(y.toFixed(digits))}`;
    if (points.at(-1) !== point) points.push(point);
  }
  return points.length < 3 ? '' : `M${points.join('L')}Z`;
}

function ringsOf(detail: Detail): readonly BoundedRing[] {
  const known = rings.get(detail);
  if (known !== undefined) return known;
  const read = readRings(detail);
  rings.set(detail, read);
  return read;
}

function readRings(detail: Detail): BoundedRing[] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/land-${detail}.json`);
  const topology: LandTopology = JSON.parse(readFileSync(path, 'utf8'));
  return landRings(topology).map((ring) => {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    return { ring, left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) };
  });
}

/** Folded by hand: spreading a hundred thousand arguments overflows the stack. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
