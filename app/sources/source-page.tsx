import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SourceFair } from '../fair/source-fair.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { formatNumber } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { RecordCard } from '../record/record-card.tsx';
import type { RunProblemView, RunView, SourceView } from './present-sources.ts';
import { RunProblemItem } from './run-problem-item.tsx';
import { RunState } from './run-state.tsx';

/** One data centre: what it is, its records, its harvests and what was found amiss in them. */
export function SourcePage({ source }: { source: SourceView }) {
  const { sourcesPage, recordPage, navigation, fair } = useMessages();
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
            {source.schedule ? <code>{source.schedule}</code> : sourcesPage.byHand}
            {!source.enabled && ` (${sourcesPage.disabled})`}
          </Entry>
        </dl>
        <section aria-labelledby="fair" className="col-span-full min-w-0">
          <h2 id="fair" className="section-title">
            {fair.sourceTitle}
          </h2>
          <SourceFair id={source.id} fair={source.fair} />
        </section>
        <section aria-labelledby="runs" className="col-span-full min-w-0">
          <h2 id="runs" className="section-title">
            {sourcesPage.runs}
          </h2>
          {source.runs.length === 0 ? <p>{sourcesPage.never}</p> : <Runs runs={source.runs} />}
        </section>
        <section aria-labelledby="problems" className="col-span-full min-w-0">
          <h2 id="problems" className="section-title">
            {sourcesPage.problemsOfLastRun}
          </h2>
          <Problems {...source.problems} />
        </section>
      </div>
    </main>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mb-3">
      <dt className="lettered">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const counted = ['listed', 'created', 'updated', 'unchanged', 'withdrawn', 'refused', 'problems'] as const;

function Runs({ runs }: { runs: readonly RunView[] }) {
  const { sourcesPage } = useMessages();
  const locale = useLocale();
  return (
    <div className="overflow-x-auto" {...scrollable}>
      <table className="plain-table mt-2 text-[0.9375rem]">
        <thead>
          <tr>
            <th scope="col">{sourcesPage.started}</th>
            <th scope="col">{sourcesPage.state}</th>
            {counted.map((name) => (
              <th key={name} scope="col">
                {sourcesPage[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className="whitespace-nowrap">{run.started}</td>
              <td>
                <RunState state={run.state} />
                {run.message && <span className="mt-1 block max-w-[40ch] text-sm">{run.message}</span>}
              </td>
              {counted.map((name) => (
                <td key={name}>{formatNumber(run.counts[name], locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

function Problems({ total, shown }: { total: number; shown: readonly RunProblemView[] }) {
  const { sourcesPage } = useMessages();
  if (total === 0) return <p className="mt-2">{sourcesPage.noProblems}</p>;
  return (
    <>
      {shown.length < total && (
        <p className="mt-2 text-soft">{sourcesPage.firstProblems(shown.length, total)}</p>
      )}
      <ul className="divide-y divide-line">
        {shown.map((problem) => (
          <RunProblemItem
            key={[problem.identifier, problem.code, problem.path].join(' ')}
            problem={problem}
            heading="h3"
          />
        ))}
      </ul>
    </>
  );
}
