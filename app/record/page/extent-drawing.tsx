import { useMessages } from '../../locales/locale-context.tsx';
import { landAddress, roundView } from '../../map/view-address.ts';
import { chartRatio, type ExtentChart } from '../present/extent-chart.ts';
import type { Mark } from '../present/extent-marks.ts';

/** The chart of the area covered: drawn by the server, so that it stands without scripts and in print. */
export function ExtentDrawing({ chart }: { chart: ExtentChart }) {
  const { recordPage } = useMessages();
  const { view, marks, meridians, parallels, texts } = chart;
  const width = view.east - view.west;
  const height = view.bottom - view.top;
  const letter = width * 0.029;
  return (
    <div className="chart">
      <div className="chart-sheet" style={{ aspectRatio: String(chartRatio) }}>
        <svg
          viewBox={`${view.west} ${view.top} ${width} ${height}`}
          preserveAspectRatio="xMidYMid slice"
          role="img"
          aria-label={`${recordPage.map}. ${recordPage.areaText(texts.join('; '))}`}
        >
          <path
            className="chart-graticule"
            d={[
              ...meridians.map(({ at }) => `M${at} ${view.top}V${view.bottom}`),
              ...parallels.map(({ at }) => `M${view.west} ${at}H${view.east}`),
            ].join('')}
          />
          <use className="chart-land" href={`${landAddress(roundView(view))}#land`} />
          {marks.map((mark) => (
            <MarkDrawing key={JSON.stringify(mark)} mark={mark} radius={width / 75} />
          ))}
          <g className="record-chart-letters" fontSize={letter}>
            {meridians.map(({ at, label }) =>
              at > view.west + width * 0.12 && at < view.east - width * 0.06 ? (
                <text key={label} x={at} y={view.bottom - height * 0.02} textAnchor="middle">
                  {label}
                </text>
              ) : null,
            )}
            {parallels.map(({ at, label }) =>
              at > view.top + height * 0.06 && at < view.bottom - height * 0.1 ? (
                <text key={label} x={view.west + width * 0.012} y={at + letter * 0.35}>
                  {label}
                </text>
              ) : null,
            )}
          </g>
        </svg>
      </div>
    </div>
  );
}

function MarkDrawing({ mark, radius }: { mark: Mark; radius: number }) {
  switch (mark.kind) {
    case 'rectangle':
      return <rect className="chart-extent" x={mark.x} y={mark.y} width={mark.width} height={mark.height} />;
    case 'area':
      return <path className="chart-extent" d={mark.d} fillRule="evenodd" />;
    case 'line':
      return <path className="chart-extent record-chart-line" d={mark.d} />;
    case 'position':
      return <circle className="record-chart-position" cx={mark.x} cy={mark.y} r={radius * 0.62} />;
  }
}
