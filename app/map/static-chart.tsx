import type { BoundingBox } from '#catalogue/model';
import { type ChartView, rectanglesOf, toLatitude, toY } from './mercator.ts';
import { landAddress, roundView } from './view-address.ts';

export type WeightedBox = { box: BoundingBox; weight: number };

type StaticChartProps = {
  view: ChartView;
  extents?: readonly BoundingBox[];
  cells?: readonly WeightedBox[];
};

/** A chart drawn by the server: it is there at the first paint, without scripts, and in print. */
export function StaticChart({ view, extents = [], cells = [] }: StaticChartProps) {
  const width = view.east - view.west;
  const height = view.bottom - view.top;
  const land = roundView(view);
  // Nearer, cells of ten degrees tell nothing any more.
  const shownCells = width > 90 ? cells : [];
  // A position has no size: its mark has one that can be seen.
  const least = width / 90;
  return (
    <svg
      viewBox={`${view.west} ${view.top} ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <path className="chart-graticule" d={graticule(view)} />
      {shownCells.flatMap(({ box, weight }) =>
        rectanglesOf(box, view).map((rectangle) => (
          <rect
            key={`${box.west} ${box.north} ${rectangle.x}`}
            className="chart-cell"
            fillOpacity={(0.1 + 0.62 * weight).toFixed(2)}
            {...rounded(rectangle)}
          />
        )),
      )}
      <use className="chart-land" href={`${landAddress(land)}#land`} />
      {extents.flatMap((box) =>
        rectanglesOf(box, view).map((rectangle) => {
          const { x, y, width: w, height: h } = rectangle;
          return w < least && h < least ? (
            <circle
              key={`${x} ${y}`}
              className="chart-extent"
              cx={x + w / 2}
              cy={y + h / 2}
              r={least * 0.8}
              fillOpacity="0.9"
            />
          ) : (
            <rect key={`${x} ${y} ${w} ${h}`} className="chart-extent" {...rounded(rectangle)} />
          );
        }),
      )}
    </svg>
  );
}

function rounded({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const round = (value: number) => Number(value.toFixed(3));
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Meridians and parallels at a step that gives about eight of them. */
function graticule(view: ChartView): string {
  const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.25];
  const step = steps.find((candidate) => (view.east - view.west) / candidate >= 6) ?? 0.1;
  const lines: string[] = [];
  const [top, bottom] = [view.top.toFixed(2), view.bottom.toFixed(2)];
  for (let x = Math.ceil(view.west / step) * step; x <= view.east; x += step) {
    lines.push(`M${Number(x.toFixed(2))} ${top}V${bottom}`);
  }
  const north = toLatitude(view.top);
  for (let latitude = Math.ceil(toLatitude(view.bottom) / step) * step; latitude <= north; latitude += step) {
    lines.push(`M${view.west.toFixed(2)} ${toY(latitude).toFixed(2)}H${view.east.toFixed(2)}`);
  }
  return lines.join('');
}
