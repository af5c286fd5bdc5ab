import { useEffect, useMemo, useRef } from 'react';
import { useLocale, useMessages } from '../../locales/locale-context.tsx';
import { useLiveMap } from '../../map/use-live-map.ts';
import { landAddress, roundView } from '../../map/view-address.ts';
import { chartRatio } from '../chart-ratio.ts';
import type { ExtentChart } from '../present/extent-chart.ts';
import type { Mark } from '../present/extent-marks.ts';

/** The area covered: drawn by the server, so that it stands without scripts and in print; live after the first paint. */
export function ExtentDrawing({ chart }: { chart: ExtentChart }) {
  const { recordPage, map: words } = useMessages();
  const locale = useLocale();
  const target = useRef<HTMLDivElement>(null);
  const live = useLiveMap(target, { view: chart.view, locale });
  const extents = useMemo(() => [{ id: 'record', boxes: chart.boxes, shapes: chart.shapes }], [chart]);

  useEffect(() => {
    live?.show(extents, [], null);
    live?.highlight('record');
    live?.fit(chart.view);
  }, [live, extents, chart]);

  return (
    <div className="chart">
      <div
        className="chart-sheet record-chart"
        data-live={live !== null}
        style={{ aspectRatio: String(chartRatio) }}
      >
        <Drawing chart={chart} label={`${recordPage.map}. ${recordPage.areaText(chart.texts.join('; '))}`} />
        <div
          ref={target}
          className="chart-live"
          role="application"
          aria-label={`${recordPage.map}. ${words.keyboard}`}
        />
        {live !== null && (
          <div className="chart-buttons">
            <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => live.zoom(1)}>
              +
            </button>
            <button
              type="button"
              aria-label={words.zoomOut}
              title={words.zoomOut}
              onClick={() => live.zoom(-1)}
            >
              −
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

function Drawing({
  chart: { view, marks, meridians, parallels },
  label,
}: {
  chart: ExtentChart;
  label: string;
}) {
  const width = view.east - view.west;
  const height = view.bottom - view.top;
  const letter = width * 0.029;
  return (
    <svg
      viewBox={`${view.west} ${view.top} ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={label}
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
        {meridians.map(({ at, label: degrees }) =>
          at > view.west + width * 0.12 && at < view.east - width * 0.06 ? (
            <text key={degrees} x={at} y={view.bottom - height * 0.02} textAnchor="middle">
              {degrees}
            </text>
          ) : null,
        )}
        {parallels.map(({ at, label: degrees }) =>
          at > view.top + height * 0.06 && at < view.bottom - height * 0.1 ? (
            <text key={degrees} x={view.west + width * 0.012} y={at + letter * 0.35}>
              {degrees}
            </text>
          ) : null,
        )}
      </g>
    </svg>
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
