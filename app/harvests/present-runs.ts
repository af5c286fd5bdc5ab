import type { HarvestRun } from '#harvesters';
import type { Locale, Messages } from '../locales/index.ts';
import { durationText, momentText } from './moment.ts';

export type RunRow = Pick<HarvestRun, 'id' | 'state' | 'counts' | 'message'> & {
  /** "Harvest", "Preview", "Reading again"… */
  kind: string;
  moment: string;
  took?: string;
};

/** A run as a line of a history. */
export function runRow(run: HarvestRun, locale: Locale, messages: Messages): RunRow {
  const { id, state, counts, message, startedAt, finishedAt } = run;
  return {
    id,
    state,
    counts,
    kind: runKindText(run, messages),
    moment: momentText(startedAt, locale),
    ...(message ? { message } : {}),
    ...(finishedAt ? { took: durationText(startedAt, finishedAt, locale) } : {}),
  };
}

/** What a run is, in a few words: "Preview (everything)". */
export function runKindText(
  { kind, dryRun, full }: Pick<HarvestRun, 'kind' | 'dryRun' | 'full'>,
  { harvestPages: texts }: Messages,
): string {
  const name = dryRun ? texts.dryRun : texts.kinds[kind];
  return full ? `${name} (${texts.full})` : name;
}
