import { useMessages } from '../../locales/locale-context.tsx';
import type { Timeline, TimelineBar } from '../present/timeline.ts';

const rowHeight = 12;
const mostRows = 6;

/** Periods on a line of time; an end that is open runs out of the drawing with an arrow. */
export function TimelineDrawing({ timeline: { bars, ticks, texts } }: { timeline: Timeline }) {
  const { recordPage } = useMessages();
  const rows = rowsOf(bars);
  const axis = rows.length * rowHeight + 8;
  return (
    <svg
      className="record-timeline"
      width="100%"
      height={axis + 22}
      role="img"
      aria-label={`${recordPage.timeline}: ${texts.join('; ')}`}
    >
      {rows.map((row, index) =>
        row.map((bar) => <Bar key={`${bar.from} ${bar.to}`} bar={bar} y={4 + index * rowHeight} />),
      )}
      <line className="axis" x1="0" x2="100%" y1={axis} y2={axis} />
      {ticks.map(({ at, label }) => (
        <g key={label}>
          <line className="axis" x1={`${at}%`} x2={`${at}%`} y1={axis - 3} y2={axis + 3} />
          <text x={`${at}%`} y={axis + 17} textAnchor={at < 6 ? 'start' : at > 94 ? 'end' : 'middle'}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Bar({ bar: { from, to, openStart, openEnd, text }, y }: { bar: TimelineBar; y: number }) {
  return (
    <g>
      <title>{text}</title>
      <rect className="bar" x={`${from}%`} y={y} width={`${Math.max(to - from, 0.6)}%`} height="8" />
      {openStart && (
        <svg x="0" y={y} width="9" height="8" overflow="visible" aria-hidden="true">
          <path className="arrow" d="M9 -2V10H0V-2Z" />
          <path className="bar" d="M9 -2V10L0 4Z" />
        </svg>
      )}
      {openEnd && (
        <svg x="100%" y={y} width="9" height="8" overflow="visible" aria-hidden="true">
          <path className="arrow" d="M-9 -2V10H0V-2Z" />
          <path className="bar" d="M-9 -2V10L0 4Z" />
        </svg>
      )}
    </g>
  );
}

/** Periods that overlap stand in rows of their own. */
function rowsOf(bars: readonly TimelineBar[]): TimelineBar[][] {
  const rows: TimelineBar[][] = [];
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const free = rows.find((row) => (row.at(-1)?.to ?? 0) <= bar.from);
    if (free) free.push(bar);
    else if (rows.length < mostRows) rows.push([bar]);
    else rows.at(-1)?.push(bar);
  }
  return rows;
}
