import type { RunProgress as Progress } from '#harvesters';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import { secondsText } from './moment.ts';
import { useDeskMessages } from './texts.ts';

/** How far a run is in its phase: a bar, and the same in words. Where no total is told, words alone. */
export function RunProgress({ phase, progress }: { phase: 'listing' | 'committing'; progress: Progress }) {
  const { harvestPages } = useDeskMessages();
  const locale = useLocale();
  const texts = harvestPages.progress;
  const { done, rate } = progress;
  // A total that was passed was a lie.
  const total = progress.total !== undefined && progress.total >= done ? progress.total : undefined;
  const left = total !== undefined && rate > 0 ? Math.ceil((total - done) / rate) : undefined;
  const words = [
    total === undefined ? texts[phase](done) : texts[`${phase}Of`](done, total),
    ...(rate > 0
      ? [texts.rate(formatNumber(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate), locale))]
      : []),
    ...(left !== undefined && left > 0 ? [texts.left(secondsText(left, locale))] : []),
  ];
  return (
    <div className="mt-1 max-w-[30rem]">
      {total !== undefined && total > 0 && (
        <progress className="progress" max={total} value={done} aria-label={texts.label} />
      )}
      <p className="text-sm tabular-nums">{words.join(', ')}</p>
    </div>
  );
}
