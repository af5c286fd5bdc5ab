import type { SourceDay } from '#harvesters/report';
import { formatNumber } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';

const shown = ['records', 'withProblems', 'problems', 'refused', 'links', 'linksAmiss'] as const;

/** How a source stands, in six figures. */
export function ReportFigures({ figures }: { figures: SourceDay }) {
  const { reportPage } = useMessages();
  const locale = useLocale();
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {shown.map((name) => (
        <div key={name}>
          <dt className="lettered">{reportPage.figures[name]}</dt>
          <dd className="text-2xl tabular-nums">{formatNumber(figures[name], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
