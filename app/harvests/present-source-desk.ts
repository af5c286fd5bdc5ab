import { type Actor, can } from '#accounts';
import { defaultPolicy, isSentTo, type PlacedOrder } from '#harvesters';
import { maskCredentials } from '#runtime/credentials';
import { formatNumber } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { protocolNames } from '../sources/present-sources.ts';
import { type Health, healthOf } from './health.ts';
import { momentText } from './moment.ts';
import { type RunRow, runRow } from './present-runs.ts';
import { presentSending } from './present-sending.ts';
import { saidOrder } from './said-order.ts';
import { comingText, nextHarvestText } from './schedule-text.ts';
import { deskMessagesIn } from './texts.ts';

export type SourceDeskView = {
  id: string;
  name: PageText;
  health: Health;
  protocol: string;
  url: string;
  enabled: boolean;
  /** Number of rules that change its records. */
  rules: number;
  /** What whoever looks at it may do. */
  may: { edit: boolean; rules: boolean; harvest: boolean };
  /** Since when it is archived or removed. */
  closed?: { as: 'archived' | 'removed'; moment: string };
  /** Of a source that sends its documents: how. */
  sending?: ReturnType<typeof presentSending>;
  schedule: string;
  next?: string;
  /** Shares of the policy, as percentages in words. */
  policy: { mostGone: string; mostChanged?: string; graceDays: number };
  records: number;
  runs: RunRow[];
  orders: PlacedOrder[];
  /** Something waits or is under way. */
  goesOn: boolean;
};

const runsShown = 50;

/** One source, for who looks after it. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
export async function presentSourceDesk(
  actor: Actor,
  { config, harvests, runs, records }: PortalServices,
  sourceId: string,
  locale: Locale,
  now = Date.now(),
): Promise<SourceDeskView> {
  const source = await harvests.source(actor, sourceId);
  const messages = deskMessagesIn(locale);
  const place = { kind: 'source', id: sourceId } as const;
  const [ofSource, orders, counts] = await Promise.all([
    runs.listBySource(sourceId, runsShown),
    harvests.orders(actor, sourceId),
    records.countBySource('staff'),
  ]);
  const next = nextHarvestText(source, now, locale);
  const { mostGone, mostChanged, graceDays } = source.policy ?? defaultPolicy;
  const percent = (share: number) => `${formatNumber(share * 100, locale)} %`;
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    health: healthOf(source, ofSource, now),
    protocol: protocolNames[source.protocol],
    url: maskCredentials(source.url),
    enabled: source.enabled,
    rules: source.rules?.rules.length ?? 0,
    may: {
      edit: can(actor, 'sources.manage', place),
      rules: can(actor, 'rules.edit', place),
      harvest: can(actor, 'harvests.run', place),
    },
    ...(source.closed
      ? { closed: { as: source.closed.as, moment: momentText(source.closed.at, locale) } }
      : {}),
    ...(isSentTo(source) ? { sending: presentSending(actor, source.id, config.publicUrl) } : {}),
    schedule: comingText(source, locale, messages),
    ...(next ? { next } : {}),
    policy: {
      mostGone: percent(mostGone),
      ...(mostChanged < 1 ? { mostChanged: percent(mostChanged) } : {}),
      graceDays,
    },
    records: counts[sourceId] ?? 0,
    runs: ofSource.map((run) => runRow(run, locale, messages)),
    orders: orders.map((order) => saidOrder(order, locale)),
    goesOn:
      ofSource.some(({ state }) => state === 'running') || orders.some(({ state }) => state !== 'failed'),
  };
}
