import { useReportTexts } from './texts.ts';
import { type TrendSeries, type TrendView, trendFigures } from './trend.ts';

const height = 56;

/** How the figures of a source went on: a small drawing for each, and all of them as a table. */
export function TrendDrawings({ trend }: { trend: TrendView }) {
  const texts = useReportTexts();
  return (
    <>
      <div className="trend-panels">
        {trend.series.map((series) => (
          <Panel key={series.figure} series={series} />
        ))}
      </div>
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2">{texts.trendTable}</summary>
        <div className="overflow-x-auto" {...scrollable}>
          <table className="plain-table text-[0.9375rem]">
            <thead>
              <tr>
                <th scope="col">{texts.day}</th>
                {trendFigures.map((figure) => (
                  <th key={figure} scope="col">
                    {texts.figures[figure]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {trend.days.map(({ day, on, texts }) => (
                <tr key={day}>
                  <th scope="row">{on}</th>
                  {trendFigures.map((figure, place) => (
                    <td key={figure}>{texts[place]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

/** One figure in steps: it stands until the next day that has one. */
function Panel({ series: { title, points, most } }: { series: TrendSeries }) {
  const texts = useReportTexts();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const y = (share: number) => 4 + (height - 8) * (1 - share / 100);
  return (
    <figure>
      <figcaption className="flex items-baseline justify-between gap-3">
        <span className="lettered">{title}</span>
        <span className="text-xl tabular-nums">{last.text}</span>
      </figcaption>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`${title}: ${first.on} ${first.text}, ${last.on} ${last.text}; ${texts.upTo(most)}`}
      >
        <line className="axis" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        {points.slice(1).map((point, place) => {
          const before = points[place] ?? point;
          return (
            <g key={point.on} className="line">
              <line x1={`${before.at}%`} x2={`${point.at}%`} y1={y(before.height)} y2={y(before.height)} />
              <line x1={`${point.at}%`} x2={`${point.at}%`} y1={y(before.height)} y2={y(point.height)} />
            </g>
          );
        })}
        <circle className="point" cx="100%" cy={y(last.height)} r="4" />
      </svg>
      <p className="flex justify-between gap-3 text-sm text-soft" aria-hidden="true">
        <span>
          {first.on}: {first.text}
        </span>
        <span className="text-right">{last.on}</span>
      </p>
    </figure>
  );
}
