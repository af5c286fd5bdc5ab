import { Link } from 'react-router';
import { SourceFair } from '../fair/source-fair.tsx';
import { Entry } from '../layout/entry.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import { RecordCard } from '../record/record-card.tsx';
import { ReportFigures } from '../reports/report-figures.tsx';
import { SeverityTag } from '../reports/severity-tag.tsx';
import { useReportTexts } from '../reports/texts.ts';
import type { SourceView } from './present-sources.ts';
import { RunState } from './run-state.tsx';

/** One data centre: what it is, its records, and how good these are. */
export function SourcePage({ source }: { source: SourceView }) {
  const { sourcesPage, recordPage, navigation, fair } = useMessages();
  const reportTexts = useReportTexts();
  return (
    <main id="content" className="column">
      <PageHead
        title={source.name.text}
        lang={source.name.lang}
        kicker={<Link to="/sources">{navigation.sources}</Link>}
        lead={source.description && <p lang={source.description.lang}>{source.description.text}</p>}
      />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <section aria-labelledby="recent">
          <h2 id="recent" className="section-title">
            {sourcesPage.recent}
          </h2>
          {source.recent.length === 0 && <p className="mt-3">{sourcesPage.noRecords}</p>}
          <ul className="divide-y divide-line">
            {source.recent.map((record) => (
              <li key={record.id} className="py-4">
                <RecordCard record={record} brief atSource />
              </li>
            ))}
          </ul>
          {source.records > 0 && (
            <p className="mt-4">
              <Link to={`/search?source=${encodeURIComponent(source.id)}`} className="button" data-strong="">
                {sourcesPage.allRecords(source.records)}
              </Link>
            </p>
          )}
        </section>
        <dl className="self-start border-t border-edge pt-3">
          <Entry label={sourcesPage.protocol}>{source.protocol}</Entry>
          {source.endpoint && (
            <Entry label={sourcesPage.endpoint}>
              <span className="break-all">{source.endpoint}</span>
            </Entry>
          )}
          {source.homepage && (
            <Entry label={sourcesPage.homepage}>
              <a href={source.homepage} className="break-all">
                {source.homepage}
              </a>
            </Entry>
          )}
          {source.contactEmail && (
            <Entry label={recordPage.contact}>
              <a href={`mailto:${source.contactEmail}`}>{source.contactEmail}</a>
            </Entry>
          )}
          <Entry label={sourcesPage.schedule}>
            {source.schedule}
            {!source.enabled && ` (${sourcesPage.disabled})`}
          </Entry>
          <Entry label={sourcesPage.lastRun}>
            {source.lastRun ? (
              <>
                <RunState state={source.lastRun.state} />{' '}
                <span className="whitespace-nowrap">{source.lastRun.moment}</span>
              </>
            ) : (
              sourcesPage.never
            )}
          </Entry>
        </dl>
        <section aria-labelledby="fair" className="col-span-full min-w-0">
          <h2 id="fair" className="section-title">
            {fair.sourceTitle}
          </h2>
          <SourceFair id={source.id} fair={source.fair} />
        </section>
        <section aria-labelledby="report" className="col-span-full min-w-0">
          <h2 id="report" className="section-title">
            {reportTexts.summary}
          </h2>
          <ReportFigures figures={source.figures} />
          {source.worst.length > 0 && (
            <ul className="mt-4 max-w-[60rem] border-t border-line">
              {source.worst.map(({ code, severity, title, records }) => (
                <li
                  key={`${severity} ${code}`}
                  className="grid items-baseline gap-x-5 border-b border-line py-2 sm:grid-cols-[9rem_1fr_auto]"
                >
                  <span>
                    <SeverityTag severity={severity} />
                  </span>
                  <Link to={`/sources/${source.id}/report?rule=${encodeURIComponent(code)}`}>{title}</Link>
                  <span className="text-soft tabular-nums">{reportTexts.inRecords(records)}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
            <Link to={`/sources/${source.id}/report`} className="button" data-strong="">
              {reportTexts.whole}
            </Link>
            <a href={`/sources/${source.id}/report.csv`} className="self-center" download="">
              {reportTexts.asCsv}
            </a>
          </p>
        </section>
      </div>
    </main>
  );
}
