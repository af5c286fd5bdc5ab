import { Form, Link } from 'react-router';
import { Entry } from '../layout/entry.tsx';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import { useReportTexts } from '../reports/texts.ts';
import { RunsTable } from '../sources/runs-table.tsx';
import type { HarvestOutcome } from './harvest-action.ts';
import { HarvestNotice } from './harvest-notice.tsx';
import { HealthMark } from './health-mark.tsx';
import { Orders } from './orders.tsx';
import type { SourceDeskView } from './present-source-desk.ts';
import { Sending } from './sending.tsx';
import { useDeskMessages } from './texts.ts';
import { useFollow } from './use-follow.ts';

type SourceDeskPageProps = { source: SourceDeskView; outcome: HarvestOutcome | undefined };

/** One source, for who looks after it: how it fares, what can be done, what was done. */
export function SourceDeskPage({ source, outcome }: SourceDeskPageProps) {
  const { harvestPages: texts } = useDeskMessages();
  const reportTexts = useReportTexts();
  const locale = useLocale();
  useFollow(source.goesOn);
  return (
    <>
      <p>
        <Link to="/admin/sources">{texts.sources}</Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl" lang={source.name.lang}>
        {source.name.text}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <HealthMark health={source.health} />
        {source.may.edit && <Link to={`/admin/sources/${source.id}/edit`}>{texts.edit}</Link>}
        {source.may.rules && (
          <Link to={`/admin/sources/${source.id}/rules`}>{texts.rules(source.rules)}</Link>
        )}
        <Link to={`/sources/${source.id}`}>{texts.publicPage}</Link>
        <Link to={`/sources/${source.id}/report`}>{reportTexts.heading}</Link>
        {source.may.edit && <Link to={`/admin/sources/${source.id}/close`}>{texts.close.link}</Link>}
      </p>
      {source.closed && (
        <p className="mt-3 font-semibold text-warn">
          {source.closed.as === 'archived'
            ? texts.close.archivedSince(source.closed.moment)
            : texts.close.removedSince(source.closed.moment)}
        </p>
      )}
      <HarvestNotice outcome={outcome} />
      <div className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="actions">
          <h2 id="actions" className="section-title">
            {source.sending ? texts.sending.title : texts.actions}
          </h2>
          {!source.closed && source.sending && <Sending sending={source.sending} />}
          {!source.closed && <Actions source={source} />}
          <Orders orders={source.orders} />
          {source.goesOn && (
            <p className="mt-3">
              <Link to={`/admin/sources/${source.id}`}>{texts.refresh}</Link>
            </p>
          )}
        </section>
        <dl className="self-start border-t border-edge pt-3">
          <Entry label={texts.records}>{formatNumber(source.records, locale)}</Entry>
          <Entry label={texts.protocol}>{source.protocol}</Entry>
          <Entry label={source.sending ? texts.ways.push.place : texts.address}>
            <span className="break-all">{source.url}</span>
          </Entry>
          <Entry label={texts.schedule}>
            {source.schedule}
            {source.next !== undefined && `; ${texts.next(source.next)}`}
            {!source.enabled && `. ${source.sending ? texts.sending.off : texts.switchedOff}`}
          </Entry>
          <Entry label={texts.policy}>
            {texts.policyText(source.policy.mostGone, source.policy.mostChanged)}.{' '}
            {texts.grace(source.policy.graceDays)}
          </Entry>
        </dl>
      </div>
      <section aria-labelledby="history" className="mt-10">
        <h2 id="history" className="section-title">
          {texts.history}
        </h2>
        {source.runs.length === 0 ? (
          <p className="mt-3">{source.sending ? texts.sending.noRuns : texts.noRuns}</p>
        ) : (
          <RunsTable runs={source.runs} linked />
        )}
      </section>
    </>
  );
}

/** The first thing to do with a new source is to preview it; one that sends its documents can't be asked for them. */
function Actions({ source: { sending, runs, may } }: { source: SourceDeskView }) {
  const { harvestPages: texts } = useDeskMessages();
  const all = [
    ['preview', texts.preview, texts.previewHint],
    ['harvest', texts.harvest, texts.harvestHint],
    ['harvest-all', texts.harvestAll, texts.harvestAllHint],
    ['reread', texts.reread, texts.rereadHint],
  ] as const;
  const actions = all.filter(([intent]) =>
    sending ? intent === 'reread' && may.harvest && runs.length > 0 : intent === 'preview' || may.harvest,
  );
  if (actions.length === 0) return null;
  const strong = sending ? undefined : runs.length > 0 ? 'harvest' : 'preview';
  return (
    <Form method="post" className="mt-4 grid gap-3 sm:grid-cols-[13rem_1fr] sm:items-center sm:gap-x-5">
      {actions.map(([intent, name, hint]) => (
        <div key={intent} className="grid gap-1 sm:contents">
          <button
            type="submit"
            name="intent"
            value={intent}
            className="button"
            {...(intent === strong ? { 'data-strong': '' } : {})}
            aria-describedby={`${intent}-hint`}
          >
            {name}
          </button>
          <p id={`${intent}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        </div>
      ))}
    </Form>
  );
}
