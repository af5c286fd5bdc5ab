import { Form, Link } from 'react-router';
import { formatNumber } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { RunState } from '../sources/run-state.tsx';
import { ChangeList } from './change-list.tsx';
import type { HarvestOutcome } from './harvest-action.ts';
import { HarvestNotice } from './harvest-notice.tsx';
import { Orders } from './orders.tsx';
import type { RunAction, RunView } from './present-run.ts';
import { ProblemRules } from './problem-rules.tsx';
import { RunProgress } from './run-progress.tsx';
import { useDeskMessages } from './texts.ts';
import { useRunEvents } from './use-run-events.ts';

/** One run: how far it is, what it would change or has changed, its problems, and what can be done with it. */
export function RunPage({ run, outcome }: { run: RunView; outcome: HarvestOutcome | undefined }) {
  const { harvestPages: texts } = useDeskMessages();
  const waits = run.orders.some(({ state }) => state !== 'failed');
  const goesOn = run.state === 'running' || waits;
  const live = useRunEvents(run.id, goesOn);
  const { state, phase, counts } = live ?? run;
  return (
    <>
      <p>
        <Link to="/admin/sources">{texts.sources}</Link>
        {' › '}
        <Link to={`/admin/sources/${run.source.id}`} lang={run.source.name.lang}>
          {run.source.name.text}
        </Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{texts.runTitle(run.kind, run.moment)}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <RunState state={state} />
        <span className="text-soft">
          {texts[run.orderedBy]}
          {run.took !== undefined && `, ${texts.took(run.took)}`}
        </span>
        {run.undoes !== undefined && (
          <span>
            {texts.undoes} <Link to={`/admin/runs/${run.undoes}`}>{texts.anotherRun}</Link>
          </span>
        )}
      </p>
      {run.message !== undefined && <p className="mt-3 max-w-[60rem] text-lg">{run.message}</p>}
      <HarvestNotice outcome={outcome} />
      {goesOn && (
        <div className="mt-4 border-l-4 border-edge pl-4">
          {state === 'running' && (
            <>
              <p role="status" className="font-medium">
                {texts.phases[phase]}…
              </p>
              {counts.progress && <RunProgress phase={phase} progress={counts.progress} />}
            </>
          )}
          <p className="text-sm text-soft">
            {live && `${texts.live} `}
            <Link to={`/admin/runs/${run.id}`}>{texts.refresh}</Link>
          </p>
        </div>
      )}
      <Orders orders={run.orders} />
      {run.actions.length > 0 && <Actions actions={run.actions} run={run} />}
      <Figures counts={counts} />
      {state !== 'running' && (
        <section aria-labelledby="changes" className="mt-10">
          <h2 id="changes" className="section-title">
            {run.changes.kind === 'stored' ? texts.hasChanged : texts.wouldChange}
          </h2>
          <ChangeList changes={run.changes} />
        </section>
      )}
      <section aria-labelledby="problems" className="mt-10">
        <h2 id="problems" className="section-title">
          {texts.byRule}
        </h2>
        <ProblemRules problems={run.problems} />
      </section>
    </>
  );
}

/** What can be asked of the run now; what can't be taken back asks twice. */
function Actions({ actions, run }: { actions: readonly RunAction[]; run: RunView }) {
  const { harvestPages: texts } = useDeskMessages();
  const names = {
    pause: texts.pause,
    cancel: texts.cancel,
    resume: texts.resume,
    approve: texts.approve,
    discard: texts.discard,
  };
  return (
    <Form method="post" className="mt-5 flex flex-wrap items-start gap-3">
      {actions.map((action) =>
        action === 'roll-back' ? (
          <details key={action}>
            <summary className="button">{texts.rollBack}</summary>
            <div className="mt-3 max-w-[42rem] border-l-4 border-warn bg-warn-wash px-4 py-3">
              <p>{texts.rollBackText(run.changes.total)}</p>
              <button type="submit" name="intent" value="roll-back" className="button mt-3">
                {texts.rollBackConfirm}
              </button>
            </div>
          </details>
        ) : (
          <button
            key={action}
            type="submit"
            name="intent"
            value={action}
            className="button"
            {...(action === 'approve' || action === 'resume' ? { 'data-strong': '' } : {})}
          >
            {names[action]}
          </button>
        ),
      )}
    </Form>
  );
}

const figures = [
  'listed',
  'created',
  'updated',
  'renamed',
  'moved',
  'unchanged',
  'withdrawn',
  'refused',
  'problems',
] as const;

function Figures({ counts }: { counts: RunView['counts'] }) {
  const { sourcesPage } = useMessages();
  const locale = useLocale();
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 border-t border-edge pt-3 sm:grid-cols-4 lg:grid-cols-7">
      {figures
        .filter((name) => (name !== 'renamed' && name !== 'moved') || counts[name])
        .map((name) => (
          <div key={name}>
            <dt className="lettered">{sourcesPage[name]}</dt>
            <dd className="text-2xl tabular-nums">{formatNumber(counts[name] ?? 0, locale)}</dd>
          </div>
        ))}
    </dl>
  );
}
