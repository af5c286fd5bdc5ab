import { Link } from 'react-router';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import { HealthMark } from './health-mark.tsx';
import type { presentSourceList, SourceRow } from './present-source-list.ts';
import { useDeskMessages } from './texts.ts';

type SourceListPageProps = Awaited<ReturnType<typeof presentSourceList>>;

/** Every source that somebody looks after, with how it fares. */
export function SourceListPage({ rows, attention, mayAdd, removed }: SourceListPageProps) {
  const { harvestPages: texts } = useDeskMessages();
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-3xl md:text-4xl">{texts.sources}</h1>
          <p className="mt-2">{texts.sourcesLead}</p>
        </div>
        {mayAdd && (
          <Link to="/admin/add-source" className="button" data-strong="">
            {texts.addSource}
          </Link>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="mt-8 text-lg">
          {texts.none} {mayAdd && texts.noneLead}
        </p>
      ) : (
        <>
          <p className={`mt-6 ${attention > 0 ? 'font-semibold text-warn' : 'text-soft'}`}>
            {texts.attention(attention)}
          </p>
          <ul className="mt-3 border-t border-edge">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
      {removed.length > 0 && (
        <section aria-labelledby="removed" className="mt-10">
          <h2 id="removed" className="section-title">
            {texts.close.removedSources}
          </h2>
          <ul className="mt-2">
            {removed.map(({ id, name, moment }) => (
              <li key={id}>
                <Link to={`/admin/sources/${id}/close`} lang={name.lang}>
                  {name.text}
                </Link>{' '}
                <span className="text-soft">{texts.close.removedSince(moment)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Row({ row: { id, name, protocol, health, last, records, schedule, next } }: { row: SourceRow }) {
  const { harvestPages: texts } = useDeskMessages();
  const locale = useLocale();
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-4 md:grid-cols-[minmax(0,4fr)_minmax(0,7fr)]">
      <div>
        <h2 className="text-xl" lang={name.lang}>
          <Link to={`/admin/sources/${id}`}>{name.text}</Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <HealthMark health={health} />
          <span>{protocol}</span>
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-[0.9375rem] sm:grid-cols-[1fr_5rem_5.5rem_1.5fr]">
        <div>
          <dt className="lettered">{texts.lastHarvest}</dt>
          <dd>
            {last ? (
              <Link to={`/admin/runs/${last.runId}`} title={last.moment}>
                {last.ago}
              </Link>
            ) : (
              texts.neverYet
            )}
            {last?.message && health !== 'well' && (
              <span className="block text-sm break-words">{last.message}</span>
            )}
          </dd>
        </div>
        <div>
          <dt className="lettered">{texts.records}</dt>
          <dd className="tabular-nums">{formatNumber(records, locale)}</dd>
        </div>
        <div>
          <dt className="lettered">{texts.problems}</dt>
          <dd className="tabular-nums">
            {last && last.problems > 0 ? (
              <Link to={`/admin/runs/${last.runId}#problems`}>{formatNumber(last.problems, locale)}</Link>
            ) : (
              formatNumber(0, locale)
            )}
          </dd>
        </div>
        <div>
          <dt className="lettered">{texts.nextHarvest}</dt>
          <dd>
            {schedule}
            {next !== undefined && <span className="block text-sm text-soft">{texts.next(next)}</span>}
          </dd>
        </div>
      </dl>
    </li>
  );
}
