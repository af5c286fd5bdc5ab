import { useEffect, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { useMessages } from '../locales/locale-context.tsx';
import { Field } from './field.tsx';
import type { SearchView } from './search-view.ts';

type TimeRangeProps = Pick<SearchView, 'years' | 'period'> & {
  search: (change: Record<string, string>) => void;
};

/** Records by year covered, with two handles to choose a span, and the same as two fields. */
export function TimeRange({ years, period, search }: TimeRangeProps) {
  const { searchPage } = useMessages();
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const clamp = (text: string, other: number) => {
    const year = Number(text.slice(0, 4));
    return text === '' || Number.isNaN(year) ? other : Math.min(last, Math.max(first, year));
  };
  const chosen = [clamp(period.from, first), clamp(period.to, last)];
  const [span, setSpan] = useState(chosen);
  const key = chosen.join();
  useEffect(() => setSpan(key.split(',').map(Number)), [key]);
  const [from = first, to = last] = span;
  const most = Math.max(...years.map(({ count }) => count), 1);
  return (
    <>
      {last > first && (
        <div className="needs-script mb-2">
          <div className="flex h-12 items-end" aria-hidden="true">
            {everyYear(first, last, years).map(({ year, count }) => (
              <span
                key={year}
                className={`min-w-0 flex-1 ${year >= from && year <= to ? 'bg-edge' : 'bg-line'}`}
                style={{ height: `${count === 0 ? 0 : 6 + (94 * count) / most}%` }}
              />
            ))}
          </div>
          <Slider
            aria-label={searchPage.period}
            minValue={first}
            maxValue={last}
            value={span}
            onChange={setSpan}
            onChangeEnd={([start = first, end = last]) =>
              search({ from: start === first ? '' : String(start), to: end === last ? '' : String(end) })
            }
            formatOptions={{ useGrouping: false }}
          >
            <SliderTrack className="slider-track">
              <SliderThumb index={0} aria-label={searchPage.from} className="slider-thumb" />
              <SliderThumb index={1} aria-label={searchPage.until} className="slider-thumb" />
            </SliderTrack>
          </Slider>
          <p className="flex justify-between text-sm text-soft tabular-nums" aria-hidden="true">
            <span>{from}</span>
            <span>{to}</span>
          </p>
        </div>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Field name="from" label={searchPage.from} value={period.from} />
        <Field name="to" label={searchPage.until} value={period.to} />
      </div>
      <p className="mt-1.5 text-sm text-soft">{searchPage.yearHint}</p>
    </>
  );
}

/** Years without records have their place too; a long history is shown in at most 80 bars. */
function everyYear(first: number, last: number, years: SearchView['years']): SearchView['years'] {
  const width = Math.ceil((last - first + 1) / 80);
  const bars: SearchView['years'] = [];
  for (let year = first; year <= last; year += width) {
    const inside = years.filter((it) => it.year >= year && it.year < year + width);
    bars.push({ year, count: Math.max(0, ...inside.map(({ count }) => count)) });
  }
  return bars;
}
