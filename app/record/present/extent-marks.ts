import type { BoundingBox, Geometry } from '#catalogue/model';
import { type ChartView, rectanglesOf, toY } from '../../map/mercator.ts';

/** One thing drawn on a chart, in the coordinates of `ChartView`. */
export type Mark =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number }
  | { kind: 'area'; d: string }
  | { kind: 'line'; d: string }
  | { kind: 'position'; x: number; y: number };

/** Share of a view's width below which an extent is drawn as a position: it could not be seen otherwise. */
const leastShare = 1 / 70;
/** Turns of the globe at which a thing may lie in a view. */
const turns = [-360, 0, 360];

/** Boxes as rectangles, each on every turn of the globe that the view shows; small ones as positions. */
export function marksOfBoxes(boxes: readonly BoundingBox[], view: ChartView): Mark[] {
  const least = (view.east - view.west) * leastShare;
  return boxes.flatMap((box) =>
    rectanglesOf(box, view).map(({ x, y, width, height }): Mark => {
      if (width < least && height < least)
        return { kind: 'position', x: round(x + width / 2), y: round(y + height / 2) };
      return { kind: 'rectangle', x: round(x), y: round(y), width: round(width), height: round(height) };
    }),
  );
}

/** A geometry as paths and positions. Lines that jump over half the globe cross the antimeridian: they are unrolled. */
export function marksOfGeometry(geometry: Geometry, view: ChartView): Mark[] {
  switch (geometry.type) {
    case 'Point':
      return positions([geometry.coordinates], view);
    case 'MultiPoint':
      return positions(geometry.coordinates, view);
    case 'LineString':
      return paths('line', [geometry.coordinates], view);
    case 'MultiLineString':
      return paths('line', geometry.coordinates, view);
    case 'Polygon':
      return paths('area', geometry.coordinates, view);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => paths('area', rings, view));
  }
}

function positions(coordinates: readonly number[][], view: ChartView): Mark[] {
  const marks = new Map<string, Mark>();
  for (const [longitude = 0, latitude = 0] of coordinates) {
    for (const turn of turns) {
      const [x, y] = [fine(longitude + turn, view), fine(toY(latitude), view)];
      if (x >= view.west && x <= view.east) marks.set(`${x} ${y}`, { kind: 'position', x, y });
    }
  }
  return [...marks.values()];
}

function paths(kind: 'line' | 'area', lines: readonly number[][][], view: ChartView): Mark[] {
  const unrolled = lines.map(unroll);
  const longitudes = unrolled.flat().map(([x = 0]) => x);
  const west = longitudes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const east = longitudes.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = (view.east - view.west) * leastShare;
  return turns
    .filter((turn) => east + turn >= view.west && west + turn <= view.east)
    .map((turn): Mark => {
      const d = unrolled.map((line) => pathOf(line, turn, view, kind === 'area')).join('');
      const [first = [0, 0]] = unrolled.flat();
      const tall = heightOf(unrolled.flat());
      return east - west < least && tall < least
        ? { kind: 'position', x: fine((first[0] ?? 0) + turn, view), y: fine(toY(first[1] ?? 0), view) }
        : { kind, d };
    });
}

/** Longitudes without jumps: what goes on beyond 180° goes on counting. */
function unroll(line: readonly number[][]): number[][] {
  let shift = 0;
  let previous: number | undefined;
  return line.map(([longitude = 0, latitude = 0]) => {
    if (previous !== undefined && longitude - previous > 180) shift -= 360;
    if (previous !== undefined && longitude - previous < -180) shift += 360;
    previous = longitude;
    return [longitude + shift, latitude];
  });
}

function heightOf(line: readonly number[][]): number {
  const ys = line.map(([, latitude = 0]) => toY(latitude));
  return ys.reduce((a, b) => Math.max(a, b), -999) - ys.reduce((a, b) => Math.min(a, b), 999);
}

function pathOf(line: readonly number[][], turn: number, view: ChartView, closed: boolean): string {
  const points: string[] = [];
  for (const [x = 0, latitude = 0] of line) {
    const point = `${fine(x + turn, view)} ${fine(toY(latitude), view)}`;
    if (points.at(-1) !== point) points.push(point);
  }
  return points.length < 2 ? '' : `M${points.join('L')}${closed ? 'Z' : ''}`;
}

/** As fine as can be seen: a chart is rarely wider than a thousand pixels. */
function fine(value: number, view: ChartView): number {
  const digits = Math.max(0, Math.ceil(Math.log10(1000 / (view.east - view.west))));
  return Number(value.toFixed(digits));
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
