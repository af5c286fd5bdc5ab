import { type Actor, can } from '#accounts';
import type { HarvestRun, PlacedOrder } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { durationText, momentText } from './moment.ts';
import { type ChangesView, isOutcome, presentChanges } from './present-changes.ts';
import { type ProblemsView, presentProblems } from './present-problems.ts';
import { runKindText } from './present-runs.ts';
import { saidOrder } from './said-order.ts';
import { deskMessagesIn } from './texts.ts';

/** What can be asked of a run as it stands. */
export type RunAction = 'pause' | 'cancel' | 'resume' | 'approve' | 'discard' | 'roll-back';

export type RunView = Pick<HarvestRun, 'id' | 'state' | 'phase' | 'counts' | 'message'> & {
  source: { id: string; name: PageText };
  kind: string;
  moment: string;
  took?: string;
  /** Of a rollback: the run that it undoes. */
  undoes?: string;
  orderedBy: 'bySystem' | 'byYou' | 'byColleague';
  actions: RunAction[];
  orders: PlacedOrder[];
  changes: ChangesView;
  problems: ProblemsView;
};

/**
 * One run, for who looks after its source.
 * @param asked the parameters of the page: `outcome`, `after` (changes), `rule`, `from` (problems)
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
 */
export async function presentRun(
  actor: Actor,
  services: PortalServices,
  runId: string,
  asked: URLSearchParams,
  locale: Locale,
): Promise<RunView> {
  const { harvests } = services;
  const { run, source } = await harvests.run(actor, runId);
  const outcome = asked.get('outcome');
  const changesAsked = {
    after: positive(asked.get('after')),
    ...(isOutcome(outcome) ? { outcome } : {}),
  };
  const rule = asked.get('rule') ?? undefined;
  const [changes, problems, placed] = await Promise.all([
    presentChanges(run, changesAsked, services, locale),
    presentProblems(run, rule, positive(asked.get('from')), services, locale),
    harvests.orders(actor, source.id),
  ]);
  const orders = placed.filter(({ order }) => 'runId' in order && order.runId === runId);
  const isBusy = orders.some(({ state }) => state !== 'failed');
  const mayRun = can(actor, 'harvests.run', { kind: 'source', id: source.id });
  const { id, state, phase, counts, message, startedAt, finishedAt } = run;
  const said = message && sentenceFor(locale, message);
  return {
    id,
    state,
    phase,
    counts,
    source: { id: source.id, name: pageText(source.names, locale) ?? { text: source.id } },
    kind: runKindText(run, deskMessagesIn(locale)),
    moment: momentText(startedAt, locale),
    ...(said ? { message: said } : {}),
    ...(finishedAt ? { took: durationText(startedAt, finishedAt, locale) } : {}),
    ...(run.undoes ? { undoes: run.undoes } : {}),
    orderedBy: orderedBy(run, actor),
    actions: mayRun && !isBusy ? actionsOf(run, changes) : [],
    orders: orders.map((order) => saidOrder(order, locale)),
    changes,
    problems,
  };
}

/** What the engine would obey. */
function actionsOf({ state, kind, dryRun }: HarvestRun, changes: ChangesView): RunAction[] {
  if (state === 'running') return ['pause', 'cancel'];
  if (state === 'paused') return ['resume', 'discard'];
  if (state === 'held' || (state === 'succeeded' && dryRun))
    return changes.total > 0 ? ['approve', 'discard'] : [];
  const isOver = state === 'succeeded' || state === 'failed' || state === 'cancelled';
  return isOver && kind !== 'rollback' && !dryRun && changes.total > 0 ? ['roll-back'] : [];
}

function orderedBy({ actor: name }: HarvestRun, actor: Actor): RunView['orderedBy'] {
  if (name === 'system') return 'bySystem';
  return actor.kind === 'person' && actor.id === name ? 'byYou' : 'byColleague';
}

function positive(text: string | null): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
