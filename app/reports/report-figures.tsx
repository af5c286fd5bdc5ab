import type { SourceDay } from '#harvesters/report';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import { useReportTexts } from './texts.ts';

const shown = ['records', 'withProblems', 'problems', 'refused', 'links', 'linksAmiss'] as const;

/** How a source stands, in six figures. */
export function ReportFigures({ figures }: { figures: SourceDay }) {
  const texts = useReportTexts();
  const locale = useLocale();
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {shown.map((name) => (
        <div key={name}>
          <dt className="lettered">{texts.figures[name]}</dt>
          <dd className="text-2xl tabular-nums">{formatNumber(figures[name], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
