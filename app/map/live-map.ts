import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import Point from 'ol/geom/Point.js';
import Polygon, { fromExtent } from 'ol/geom/Polygon.js';
import DragBox from 'ol/interaction/DragBox.js';
import Graticule from 'ol/layer/Graticule.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import View from 'ol/View.js';
import fineLand from 'world-atlas/land-10m.json?url';
import coarseLand from 'world-atlas/land-50m.json?url';
import type { BoundingBox, Geometry } from '#catalogue/model';
import { formatLatitude, formatLongitude } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { landRings } from './land-rings.ts';
import { type ChartView, highestLatitude, toLatitude, toY } from './mercator.ts';
import { type Palette, readPalette } from './palette.ts';

/** What lies on the map: boxes of a record, or of a search; `shapes` are finer than boxes. */
export type MapExtent = { id: string; boxes: readonly BoundingBox[]; shapes?: readonly Geometry[] };
export type MapCell = { box: BoundingBox; weight: number };

export type LiveMapOptions = {
  view: ChartView;
  /** Of the letters along the border. */
  locale: Locale;
  onHover?: (id: string | null) => void;
  onSelect?: (id: string) => void;
  onBox?: (box: BoundingBox) => void;
};

export type LiveMap = {
  show(extents: readonly MapExtent[], cells: readonly MapCell[], box: BoundingBox | null): void;
  highlight(id: string | null): void;
  fit(view: ChartView): void;
  /** Lets the next drag draw a box, until it is drawn or `draw(false)`. */
  draw(on: boolean): void;
  /** The part of the sea that is shown. */
  shownBox(): BoundingBox;
  zoom(by: number): void;
  repaint(): void;
  destroy(): void;
};

/** Metres of the projection in a degree at the equator. */
const metres = 20_037_508.342789244 / 180;
/** Place of the graticule among the layers: above the land. */
const graticulePlace = 3;
/** Below this resolution (metres per pixel) the coast is drawn from the finest data. */
const fineBelow = 700;
/** Nearer than this (metres per pixel), cells of ten degrees tell nothing any more. */
const cellsAbove = 20_000;
/** A box wider than this (degrees) is everywhere: it is drawn only when its record is pointed at. */
const everywhere = 300;
/** A box smaller than this is drawn as a spot that can be seen and pointed at. */
const leastPixels = 9;

/** Makes a map that can be moved, in an element that a drawn chart has kept the place of. */
export function createLiveMap(target: HTMLElement, options: LiveMapOptions): LiveMap {
  let palette = readPalette(target);
  // The map answers to arrow keys, plus and minus: it must be reachable by keyboard.
  target.tabIndex = 0;
  let active: string | null = null;
  const cells = new VectorSource<Feature>();
  const extents = new VectorSource<Feature>();
  const boxes = new VectorSource<Feature>();
  const land = (url: string, limits: { minResolution?: number; maxResolution?: number }) =>
    new VectorLayer({
      source: landSource(url),
      style: () => landStyle(palette),
      updateWhileInteracting: true,
      ...limits,
    });
  const cellLayer = new VectorLayer({
    source: cells,
    style: (feature) => cellStyle(palette, feature.get('weight')),
    minResolution: cellsAbove,
  });
  const extentLayer = new VectorLayer({
    source: extents,
    style: (feature, resolution) => {
      const extent = feature.getGeometry()?.getExtent() ?? [];
      return extentStyle(palette, feature.get('id') === active, extent, resolution);
    },
  });
  const boxLayer = new VectorLayer({ source: boxes, style: () => boxStyle(palette) });
  const map = new OlMap({
    target,
    controls: [],
    layers: [
      cellLayer,
      land(coarseLand, { minResolution: fineBelow }),
      land(fineLand, { maxResolution: fineBelow }),
      graticuleLayer(palette, options.locale),
      extentLayer,
      boxLayer,
    ],
    view: new View({
      center: [0, 0],
      zoom: 1,
      minZoom: 0,
      maxZoom: 13,
      extent: [-1e9, -toY(-highestLatitude) * metres, 1e9, -toY(highestLatitude) * metres],
      constrainOnlyCenter: true,
      showFullExtent: true,
    }),
  });

  const drawing = new DragBox({ className: 'chart-dragbox' });
  drawing.setActive(false);
  map.addInteraction(drawing);
  drawing.on('boxend', () => {
    drawing.setActive(false);
    target.style.cursor = '';
    options.onBox?.(toBox(drawing.getGeometry().getExtent()));
  });

  const idAt = (pixel: number[]): string | null => {
    const found = map.getFeaturesAtPixel(pixel, {
      layerFilter: (layer) => layer === extentLayer,
      hitTolerance: 4,
    });
    const id: unknown = found.map((feature) => feature.get('id')).at(0);
    return typeof id === 'string' ? id : null;
  };
  map.on('pointermove', (event) => {
    if (event.dragging || drawing.getActive()) return;
    const id = idAt(event.pixel);
    target.style.cursor = id === null ? '' : 'pointer';
    if (id !== active) options.onHover?.(id);
  });
  map.on('click', (event) => {
    const id = idAt(event.pixel);
    if (id !== null) options.onSelect?.(id);
  });

  const show = (view: ChartView) => {
    map.getView().fit([view.west * metres, -view.bottom * metres, view.east * metres, -view.top * metres], {
      size: map.getSize() ?? [600, 400],
    });
  };
  show(options.view);

  return {
    show(shown, weighted, box) {
      cells.clear(true);
      cells.addFeatures(
        weighted.map(({ box: cell, weight }) => new Feature({ geometry: toPolygon(cell), weight })),
      );
      extents.clear(true);
      extents.addFeatures(
        shown.flatMap(({ id, boxes: ofRecord, shapes = [] }) =>
          [...ofRecord.map(toPolygon), ...shapes.flatMap((shape) => toShape(shape) ?? [])].map(
            (geometry) => new Feature({ geometry, id }),
          ),
        ),
      );
      boxes.clear(true);
      if (box) boxes.addFeature(new Feature({ geometry: toPolygon(box) }));
    },
    highlight(id) {
      if (id === active) return;
      active = id;
      extentLayer.changed();
    },
    fit: show,
    draw(on) {
      drawing.setActive(on);
      target.style.cursor = on ? 'crosshair' : '';
    },
    shownBox: () => toBox(map.getView().calculateExtent(map.getSize())),
    zoom(by) {
      const view = map.getView();
      view.animate({ zoom: (view.getZoom() ?? 1) + by, duration: 150 });
    },
    repaint() {
      palette = readPalette(target);
      // The graticule takes its colours once, when it is made.
      map.getLayers().setAt(graticulePlace, graticuleLayer(palette, options.locale));
      for (const layer of map.getLayers().getArray()) layer.changed();
    },
    destroy() {
      target.removeAttribute('tabindex');
      map.setTarget(undefined);
      map.dispose();
    },
  };
}

function toExtent({ west, south, east, north }: BoundingBox): number[] {
  const right = east < west ? east + 360 : east;
  return [west * metres, -toY(south) * metres, right * metres, -toY(north) * metres];
}

function toPolygon(box: BoundingBox): Polygon {
  return fromExtent(toExtent(box));
}

function toShape(shape: Geometry) {
  return new GeoJSON().readGeometry(shape, { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
}

function toBox([left = 0, bottom = 0, right = 0, top = 0]: number[]): BoundingBox {
  if (right - left >= 360 * metres) {
    return { west: -180, south: toLatitude(-bottom / metres), east: 180, north: toLatitude(-top / metres) };
  }
  const turned = (x: number) => ((((x / metres + 180) % 360) + 360) % 360) - 180;
  return {
    west: turned(left),
    south: toLatitude(-bottom / metres),
    east: turned(right),
    north: toLatitude(-top / metres),
  };
}

/** Land of an atlas of our own files, fetched when it is first needed. */
function landSource(url: string): VectorSource<Feature> {
  const source = new VectorSource<Feature>({
    overlaps: false,
    loader: (_extent, _resolution, _projection, success, failure) => {
      fetch(url)
        .then((answer) => answer.json())
        .then((topology) => {
          const features = landRings(topology).map((ring) => {
            const corners = ring.map(([x, y]) => [x * metres, -y * metres]);
            return new Feature({ geometry: new Polygon([corners]) });
          });
          source.addFeatures(features);
          success?.(features);
        })
        .catch(() => failure?.());
    },
  });
  return source;
}

function landStyle({ land, coast }: Palette): Style {
  return new Style({ fill: new Fill({ color: land }), stroke: new Stroke({ color: coast, width: 0.8 }) });
}

function cellStyle({ overprint }: Palette, weight: unknown): Style {
  const alpha = 0.08 + 0.4 * (typeof weight === 'number' ? weight : 0);
  return new Style({ fill: new Fill({ color: withAlpha(overprint, alpha) }) });
}

function extentStyle(
  { overprint }: Palette,
  active: boolean,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
  resolution: number,
): Style {
  if (right - left > everywhere * metres && !active) return new Style();
  const stroke = new Stroke({ color: overprint, width: active ? 3 : 1.4 });
  const fill = new Fill({ color: withAlpha(overprint, active ? 0.22 : 0.035) });
  const zIndex = active ? 1 : 0;
  if (right - left > leastPixels * resolution || top - bottom > leastPixels * resolution)
    return new Style({ stroke, fill, zIndex });
  return new Style({
    image: new CircleStyle({
      radius: active ? 8 : 5,
      stroke,
      fill: new Fill({ color: withAlpha(overprint, active ? 0.8 : 0.45) }),
    }),
    geometry: new Point([(left + right) / 2, (bottom + top) / 2]),
    zIndex,
  });
}

function boxStyle({ ink }: Palette): Style {
  return new Style({ stroke: new Stroke({ color: ink, width: 2, lineDash: [8, 5] }) });
}

function graticuleLayer(palette: Palette, locale: Locale): Graticule {
  const label = (placement: { textBaseline?: CanvasTextBaseline; textAlign?: CanvasTextAlign }) =>
    new Text({
      font: 'italic 12px "Chart Serif", Georgia, serif',
      fill: new Fill({ color: palette.soft }),
      stroke: new Stroke({ color: palette.sheet, width: 3 }),
      ...placement,
    });
  return new Graticule({
    strokeStyle: new Stroke({ color: withAlpha(palette.edge, 0.35), width: 0.7 }),
    showLabels: true,
    wrapX: true,
    targetSize: 110,
    intervals: [60, 30, 20, 10, 5, 2, 1, 30 / 60, 20 / 60, 10 / 60, 5 / 60, 2 / 60, 1 / 60],
    latLabelFormatter: formatLatitude,
    lonLabelFormatter: (longitude: number) => formatLongitude(longitude, locale),
    lonLabelStyle: label({ textBaseline: 'bottom' }),
    latLabelStyle: label({ textAlign: 'start' }),
    latLabelPosition: 0.01,
  });
}

function withAlpha(color: string, alpha: number): string {
  return color.replace(/^rgb\((.+)\)$/, (_, channels: string) => `rgba(${channels}, ${alpha})`);
}
