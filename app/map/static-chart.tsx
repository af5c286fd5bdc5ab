import type { BoundingBox } from '#catalogue/model';
import { type ChartView, highestLatitude, rectanglesOf, toLatitude, toY } from './mercator.ts';
import { landAddress, roundView } from './view-address.ts';

export type WeightedBox = { box: BoundingBox; weight: number };

/** A box wider than this (degrees) is everywhere. */
const everywhere = 300;

type StaticChartProps = {
  view: ChartView;
  extents?: readonly BoundingBox[];
  cells?: readonly WeightedBox[];
  /** A box that was asked for. */
  box?: BoundingBox | null;
};

/** A chart drawn by the server: it is there at the first paint, without scripts, and in print. */
export function StaticChart({ view, extents = [], cells = [], box = null }: StaticChartProps) {
  const width = view.east - view.west;
  const height = view.bottom - view.top;
  // The frame may be taller or wider than the view: what lies around it is drawn too.
  const drawn = roundView(surroundings(view));
  // Nearer, cells of ten degrees tell nothing any more.
  const shownCells = width > 90 ? cells : [];
  // A position has no size: its mark has one that can be seen.
  const least = width / 90;
  const several = extents.length > 1;
  // Among others, a box around the whole world would hide them.
  const shownExtents = several
    ? extents.filter(({ west, east }) => (east < west ? east + 360 : east) - west < everywhere)
    : extents;
  return (
    <svg viewBox={`${view.west} ${view.top} ${width} ${height}`} aria-hidden="true">
      <path className="chart-graticule" d={graticule(drawn, width)} />
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
      <use className="chart-land" href={`${landAddress(drawn)}#land`} />
      {shownExtents.flatMap((box) =>
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
            <rect
              key={`${x} ${y} ${w} ${h}`}
              className="chart-extent"
              {...(several ? { fillOpacity: 0.3 } : {})}
              {...rounded(rectangle)}
            />
          );
        }),
      )}
      {box !== null &&
        rectanglesOf(box, view).map((rectangle) => (
          <rect key={rectangle.x} className="chart-box" {...rounded(rectangle)} />
        ))}
    </svg>
  );
}

function rounded({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const round = (value: number) => Number(value.toFixed(3));
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function surroundings({ west, east, top, bottom }: ChartView): ChartView {
  const around = east - west > 150 ? Math.max(0, Math.min(20, (400 - (east - west)) / 2)) : (east - west) / 2;
  const above = (bottom - top) * 0.6;
  return {
    west: west - around,
    east: east + around,
    top: Math.max(toY(highestLatitude), top - above),
    bottom: Math.min(toY(-highestLatitude), bottom + above),
  };
}

/** Meridians and parallels at a step that gives about eight of them. */
function graticule(view: ChartView, width: number): string {
  const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.25];
  const step = steps.find((candidate) => width / candidate >= 6) ?? 0.1;
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
