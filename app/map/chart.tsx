import { type ReactNode, useEffect, useRef } from 'react';
import type { BoundingBox } from '#catalogue/model';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import type { LiveMap, MapCell, MapExtent } from './live-map.ts';
import type { ChartView } from './mercator.ts';
import { StaticChart } from './static-chart.tsx';
import { useLiveMap } from './use-live-map.ts';

type ChartProps = {
  label: string;
  view: ChartView;
  extents: readonly MapExtent[];
  cells?: readonly MapCell[];
  /** A box that was asked for. */
  box?: BoundingBox | null;
  /** The record that is pointed at elsewhere on the page. */
  active?: string | null;
  onHover?: (id: string | null) => void;
  onSelect?: (id: string) => void;
  onBox?: (box: BoundingBox) => void;
  /** Tools that stand over the map, given the map once it is there. */
  tools?: (map: LiveMap) => ReactNode;
  className?: string;
};

const none: readonly MapCell[] = [];

/** A chart in its zebra border: drawn at first, live after the first paint. */
export function Chart({
  label,
  view,
  extents,
  cells = none,
  box = null,
  active = null,
  tools,
  ...props
}: ChartProps) {
  const { map: words } = useMessages();
  const locale = useLocale();
  const target = useRef<HTMLDivElement>(null);
  const live = useLiveMap(target, { view, locale, ...handlers(props) });

  useEffect(() => live?.show(extents, cells, box), [live, extents, cells, box]);
  useEffect(() => live?.highlight(active), [live, active]);
  useEffect(() => live?.fit(view), [live, view]);

  return (
    <div className={`chart ${props.className ?? ''}`}>
      <div className="chart-sheet">
        {live === null && (
          <StaticChart view={view} cells={cells} extents={extents.flatMap(({ boxes }) => boxes)} box={box} />
        )}
        <div
          ref={target}
          className="chart-live"
          role="application"
          aria-label={`${label}. ${words.keyboard}`}
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
        {live !== null && tools && <div className="chart-tools">{tools(live)}</div>}
      </div>
    </div>
  );
}

function handlers({ onHover, onSelect, onBox }: Pick<ChartProps, 'onHover' | 'onSelect' | 'onBox'>) {
  return {
    ...(onHover ? { onHover } : {}),
    ...(onSelect ? { onSelect } : {}),
    ...(onBox ? { onBox } : {}),
  };
}
