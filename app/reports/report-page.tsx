import { Link } from 'react-router';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import { RunsTable } from '../sources/runs-table.tsx';
import type { RefusedView, ReportView, RuleView } from './present-report.ts';
import { ReportFigures } from './report-figures.tsx';
import { ReportedRecords } from './reported-records.tsx';
import { SeverityTag } from './severity-tag.tsx';
import { useReportTexts } from './texts.ts';
import { TrendDrawings } from './trend-drawing.tsx';

/** What was found in the records of a data centre: a page that the centre works by. */
export function ReportPage({ report }: { report: ReportView }) {
  const texts = useReportTexts();
  const { id, name, figures, trend, rules, refused, runs } = report;
  return (
    <main id="content" className="column">
      <PageHead
        title={texts.heading}
        kicker={
          <Link to={`/sources/${id}`} lang={name.lang}>
            {name.text}
          </Link>
        }
        lead={texts.lead}
      />
      <ReportFigures figures={figures} />
      <p className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
        <a href={`/sources/${id}/report.csv`} className="button" data-strong="" download="">
          {texts.asCsv}
        </a>
        <a href={`/api/sources/${id}/report`} className="self-center">
          {texts.asJson}
        </a>
        <a href={`/sources/${id}/feed.atom`} className="self-center">
          {texts.feed}
        </a>
      </p>
      <section aria-labelledby="trend" className="mt-10">
        <h2 id="trend" className="section-title">
          {texts.trend}
        </h2>
        {trend ? <TrendDrawings trend={trend} /> : <p className="mt-3">{texts.trendBegins}</p>}
        <p className="mt-3">
          <Link to={`/sources/${id}#fair`}>{texts.fairTrend}</Link>
        </p>
      </section>
      <section aria-labelledby="problems" className="mt-10">
        <h2 id="problems" className="section-title">
          {texts.rules}
        </h2>
        {rules.length === 0 ? (
          <p className="mt-3">{texts.none}</p>
        ) : (
          <>
            <p className="mt-3 text-soft">{texts.rulesLead}</p>
            <ul className="mt-3 border-t border-line">
              {rules.map((rule) => (
                <Rule key={`${rule.severity} ${rule.code}`} rule={rule} />
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="refused" className="mt-10">
        <h2 id="refused" className="section-title">
          {texts.refused}
        </h2>
        <Refused {...refused} />
      </section>
      <section aria-labelledby="runs" className="mt-10">
        <h2 id="runs" className="section-title">
          {texts.runs}
        </h2>
        {runs.length === 0 ? <p className="mt-3">{texts.noRuns}</p> : <RunsTable runs={runs} />}
      </section>
    </main>
  );
}

function Rule({ rule }: { rule: RuleView }) {
  const texts = useReportTexts();
  const { recordPage } = useMessages();
  const { code, severity, title, remedy, problems, records, examples } = rule;
  return (
    <li className="border-b border-line py-2">
      <details className="group">
        <summary className="grid min-h-11 cursor-pointer items-center gap-x-6 sm:grid-cols-[9.5rem_1fr_auto]">
          <span className="text-sm">
            <span aria-hidden="true" className="mr-2 inline-block text-soft group-open:rotate-90">
              ▸
            </span>
            <SeverityTag severity={severity} />
          </span>
          <span className="font-medium">{title}</span>
          <span className="text-soft tabular-nums">
            {texts.times(problems)}, {texts.inRecords(records)}
          </span>
        </summary>
        <div className="pt-2 pb-3 pl-6">
          {remedy !== undefined && (
            <p className="max-w-[75ch]">
              <span className="lettered">{recordPage.remedy}</span> {remedy}
            </p>
          )}
          <ReportedRecords records={examples} />
          <p className="mt-2">
            <Link to={`?rule=${encodeURIComponent(code)}`} aria-label={`${texts.all(records)}: ${title}`}>
              {texts.all(records)}
            </Link>{' '}
            <code className="text-sm text-soft">{code}</code>
          </p>
        </div>
      </details>
    </li>
  );
}

function Refused({ total, shown }: { total: number; shown: readonly RefusedView[] }) {
  const texts = useReportTexts();
  const { recordPage, sourcesPage } = useMessages();
  if (total === 0) return <p className="mt-3">{texts.refusedNone}</p>;
  return (
    <>
      <p className="mt-3 text-soft">
        {texts.refusedLead} {shown.length < total && texts.refusedOf(shown.length, total)}
      </p>
      <ul className="mt-2 divide-y divide-line">
        {shown.map(({ identifier, on, title, remedy, message, path, line }) => (
          <li key={`${identifier} ${path} ${message}`} className="py-3">
            <h3 className="font-sans text-base font-medium">{title}</h3>
            {message !== '' && <p className="break-words">{message}</p>}
            <p className="text-[0.9375rem]">
              <span className="lettered">{recordPage.remedy}</span> {remedy}
            </p>
            <p className="text-sm break-all text-soft">
              {identifier ?? sourcesPage.ofRun}
              {line !== undefined && ` · ${recordPage.line(line)}`}
              {path.length > 1 && ` · ${path}`} · {texts.refusedOn(on)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
