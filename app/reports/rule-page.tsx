import { Link } from 'react-router';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { RulePageView } from './present-report.ts';
import { ReportedRecords } from './reported-records.tsx';
import { SeverityTag } from './severity-tag.tsx';
import { useReportTexts } from './texts.ts';

/** The records of a data centre that break one rule, a page at a time. */
export function RulePage({ page: { id, name, rule, records, isFirst, next } }: { page: RulePageView }) {
  const texts = useReportTexts();
  const { recordPage } = useMessages();
  const address = `/sources/${id}/report`;
  const ofRule = `?rule=${encodeURIComponent(rule.code)}`;
  return (
    <main id="content" className="column">
      <PageHead
        title={rule.title}
        kicker={
          <>
            <Link to={`/sources/${id}`} lang={name.lang}>
              {name.text}
            </Link>
            {' › '}
            <Link to={address}>{texts.heading}</Link>
          </>
        }
        {...(rule.remedy === undefined
          ? {}
          : {
              lead: (
                <>
                  <span className="lettered">{recordPage.remedy}</span> {rule.remedy}
                </>
              ),
            })}
      />
      {rule.records === 0 ? (
        <p>{texts.ruleGone}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <SeverityTag severity={rule.severity} />
          <span className="tabular-nums">{texts.ruleLead(rule.problems, rule.records)}</span>
          <a href={`${address}.csv${ofRule}`} download="">
            {texts.asCsvOfRule}
          </a>
          <code className="text-sm text-soft">{rule.code}</code>
        </p>
      )}
      <div className="mt-4 border-t border-edge">
        <ReportedRecords records={records} />
      </div>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {next !== undefined && (
          <Link to={`${ofRule}&after=${encodeURIComponent(next)}`} rel="next" className="button">
            {texts.next} →
          </Link>
        )}
        {!isFirst && (
          <Link to={ofRule} className="self-center">
            {texts.first}
          </Link>
        )}
        <Link to={address} className="self-center">
          {texts.back}
        </Link>
      </p>
    </main>
  );
}
