import { formatNumber } from '../../locales/format.ts';
import { useLocale, useMessages } from '../../locales/locale-context.tsx';
import type { DepthScale } from '../present/depth-scale.ts';

/** The layers of the water column that are covered, from the surface down. */
export function DepthDrawing({ depths: { layers, surface, ticks, texts } }: { depths: DepthScale }) {
  const { recordPage } = useMessages();
  const locale = useLocale();
  return (
    <svg
      className="record-depths"
      width="100%"
      height="100%"
      role="img"
      aria-label={`${recordPage.depths}: ${texts.join('; ')}`}
    >
      <rect className="water" x="0" y={`${surface}%`} width="1.5rem" height={`${100 - surface}%`} />
      {layers.map(({ from, to }) => (
        <rect
          key={`${from} ${to}`}
          className="layer"
          x="0"
          y={`${from}%`}
          width="1.5rem"
          height={`${Math.max(to - from, 2.5)}%`}
        />
      ))}
      <line className="surface" x1="0" x2="1.5rem" y1={`${surface}%`} y2={`${surface}%`} />
      {ticks.map(({ at, metres }) => (
        <g key={metres}>
          <line className="axis" x1="1.5rem" x2="1.85rem" y1={`${at}%`} y2={`${at}%`} />
          <text x="2.1rem" y={`${at}%`} dominantBaseline="middle">
            {formatNumber(metres, locale)} m
          </text>
        </g>
      ))}
    </svg>
  );
}
