import type { ChartView } from './mercator.ts';

/** The address of the land within a view. */
export function landAddress(view: ChartView): string {
  return `/map/land.svg?view=${formatView(view)}`;
}

/** Rounds a view outwards to a few digits, so that near views share one drawing. */
export function roundView(view: ChartView): ChartView {
  const unit = 10 ** Math.floor(Math.log10(view.east - view.west) - 1);
  const down = (value: number) => Number((Math.floor(value / unit) * unit).toFixed(4));
  const up = (value: number) => Number((Math.ceil(value / unit) * unit).toFixed(4));
  return { west: down(view.west), east: up(view.east), top: down(view.top), bottom: up(view.bottom) };
}

function formatView({ west, east, top, bottom }: ChartView): string {
  return [west, east, top, bottom].join(',');
}

/** Reads what `landAddress` writes; `null` for anything else. */
export function parseView(text: string): ChartView | null {
  const [west, east, top, bottom, ...more] = text.split(',').map(Number);
  if (
    west === undefined ||
    east === undefined ||
    top === undefined ||
    bottom === undefined ||
    more.length > 0
  )
    return null;
  const sound =
    [west, east, top, bottom].every((value) => Math.abs(value) <= 600) &&
    west < east &&
    top < bottom &&
    east - west <= 400;
  return sound ? { west, east, top, bottom } : null;
}
