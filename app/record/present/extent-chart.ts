import type { BoundingBox, Geometry, Resource } from '#catalogue/model';
import { formatBox, formatLatitude, formatLongitude } from '../../locales/format.ts';
import type { Locale } from '../../locales/index.ts';
import { type ChartView, toLatitude, toY, viewOf } from '../../map/mercator.ts';
import { boxesOf } from '../boxes.ts';
import { chartRatio } from '../chart-ratio.ts';
import { pageText } from '../texts.ts';
import { type Mark, marksOfBoxes, marksOfGeometry } from './extent-marks.ts';
import { thinned } from './thin.ts';

export type Graticule = { at: number; label: string }[];
/** What the chart of a record shows, in the coordinates of `ChartView`. */
export type ExtentChart = {
  view: ChartView;
  marks: Mark[];
  /** The same extents for a map that can be moved; long outlines are thinned. */
  boxes: BoundingBox[];
  shapes: Geometry[];
  meridians: Graticule;
  parallels: Graticule;
  /** The same in words. */
  texts: string[];
};

/** Boxes and positions beyond these would be drawn over each other. */
const mostExtents = 400;
const mostTexts = 6;

/** @returns `undefined` when the record tells no place that can be drawn */
export function extentChartOf(resource: Resource, locale: Locale): ExtentChart | undefined {
  const extents = resource.spatialExtents.filter(({ inclusive }) => inclusive).slice(0, mostExtents);
  const boxes = boxesOf({ ...resource, spatialExtents: extents });
  const geometries = extents.flatMap(({ geometry }) => (geometry ? [geometry] : []));
  const shapes = thinned(geometries);
  const around = [...boxes, ...geometries.flatMap((geometry) => boxAround(geometry, extents))];
  if (around.length === 0) return undefined;
  const view = framed(viewOf(around, chartRatio));
  // A geometry is finer than the box around it.
  const drawnBoxes = extents.flatMap(({ box, geometry }) => (box && !geometry ? [box] : []));
  return {
    view,
    marks: [
      ...marksOfBoxes(drawnBoxes, view),
      ...shapes.flatMap((geometry) => marksOfGeometry(geometry, view)),
    ],
    boxes: drawnBoxes,
    shapes,
    ...graticule(view, locale),
    texts: textsOf(resource, boxes, locale),
  };
}

function boxAround(geometry: Geometry, extents: Resource['spatialExtents']): BoundingBox[] {
  return boxesOf({ spatialExtents: extents.filter((extent) => extent.geometry === geometry) });
}

/** The view of the world has a shape of its own: it is cut to that of the frame. */
function framed(view: ChartView): ChartView {
  const height = (view.east - view.west) / chartRatio;
  const spare = (view.bottom - view.top - height) / 2;
  return { ...view, top: view.top + spare, bottom: view.bottom - spare };
}

function textsOf(resource: Resource, boxes: readonly BoundingBox[], locale: Locale): string[] {
  const places = resource.spatialExtents.flatMap(({ place, description }) => [
    pageText(place?.names, locale)?.text ??
      (place && !/^(urn|https?):/.test(place.code) ? place.code : undefined),
    pageText(description, locale)?.text,
  ]);
  const texts = [...places, ...boxes.map((box) => formatBox(box, locale))].filter(
    (text) => text !== undefined,
  );
  const distinct = [...new Set(texts)];
  return distinct.length > mostTexts ? [...distinct.slice(0, mostTexts), '…'] : distinct;
}

/** Meridians and parallels at a round step that gives four or five of them. */
function graticule(view: ChartView, locale: Locale): Pick<ExtentChart, 'meridians' | 'parallels'> {
  const width = view.east - view.west;
  const steps = [60, 30, 20, 10, 5, 2, 1, 0.5, 0.25];
  const step = steps.find((candidate) => width / candidate >= 4) ?? 0.25;
  const meridians: Graticule = [];
  for (let x = Math.ceil(view.west / step) * step; x <= view.east; x += step)
    meridians.push({ at: round(x), label: formatLongitude(turned(x), locale) });
  const parallels: Graticule = [];
  const north = toLatitude(view.top);
  for (let latitude = Math.ceil(toLatitude(view.bottom) / step) * step; latitude <= north; latitude += step)
    parallels.push({ at: round(toY(latitude)), label: formatLatitude(latitude) });
  return { meridians, parallels };
}

function turned(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
