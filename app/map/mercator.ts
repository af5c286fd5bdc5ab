import type { BoundingBox } from '#catalogue/model';

/**
 * Mercator, the projection of nautical charts, in degrees: x is the longitude, y grows southwards from the equator as an
 * SVG does, and a degree of y is as long as one of x wherever one stands.
 */
export type ChartView = {
  /** -180…180. */
  west: number;
  /** Above `west`; beyond 180 when the view crosses the antimeridian. */
  east: number;
  top: number;
  bottom: number;
};

/** Where Mercator maps of the world usually end, so that they are square. */
export const highestLatitude = 85.05;

/** Degrees of y for a latitude, clamped to ±85.05°. */
export function toY(latitude: number): number {
  const clamped = Math.max(-highestLatitude, Math.min(highestLatitude, latitude));
  const radians = (clamped * Math.PI) / 180;
  return (-Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}

/** The latitude of a y. */
export function toLatitude(y: number): number {
  return (Math.atan(Math.sinh((-y * Math.PI) / 180)) * 180) / Math.PI;
}

/** All seas that ships cross; the poles are beyond. */
export const worldView: ChartView = { west: -180, east: 180, top: toY(80), bottom: toY(-72) };

/** Degrees of longitude that a view shows at least: some surroundings tell where a station is. */
const leastSpan = 1.6;

/**
 * The view that shows boxes with their surroundings, in a frame of a given shape.
 * @param ratio width of the frame divided by its height
 * @returns the world when there is no box, or when they span most of it
 */
export function viewOf(boxes: readonly BoundingBox[], ratio: number): ChartView {
  const [first, ...others] = boxes;
  if (first === undefined) return worldView;
  const unwrapped = [first, ...others].map((box) => ({
    ...box,
    east: box.east < box.west ? box.east + 360 : box.east,
  }));
  const west = Math.min(...unwrapped.map((box) => box.west));
  const east = Math.max(...unwrapped.map((box) => box.east));
  const top = Math.min(...unwrapped.map((box) => toY(box.north)));
  const bottom = Math.max(...unwrapped.map((box) => toY(box.south)));
  let width = Math.max(leastSpan, (east - west) * 1.7);
  let height = Math.max(leastSpan / ratio, (bottom - top) * 1.7);
  if (width / height < ratio) width = height * ratio;
  else height = width / ratio;
  if (width >= 300) return worldView;
  const x = (west + east) / 2;
  const y = Math.max(
    toY(highestLatitude) + height / 2,
    Math.min(toY(-highestLatitude) - height / 2, (top + bottom) / 2),
  );
  return { west: x - width / 2, east: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Rectangles of a box on a view: two when it crosses the antimeridian and the view does not. */
export function rectanglesOf(
  box: BoundingBox,
  view: ChartView,
): { x: number; y: number; width: number; height: number }[] {
  const y = toY(box.north);
  const height = toY(box.south) - y;
  const crossing = box.east < box.west;
  const spans = [{ from: box.west, to: crossing ? box.east + 360 : box.east }];
  return spans
    .flatMap(({ from, to }) => [-360, 0, 360].map((turn) => ({ from: from + turn, to: to + turn })))
    .filter(({ from, to }) => to >= view.west && from <= view.east)
    .map(({ from, to }) => ({ x: from, y, width: to - from, height }));
}
