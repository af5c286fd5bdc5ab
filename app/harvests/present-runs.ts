import type { HarvestRun } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';
import { durationText, momentText } from './moment.ts';
import type { DeskMessages } from './texts.ts';

export type RunRow = Pick<HarvestRun, 'id' | 'state' | 'phase' | 'counts' | 'message'> & {
  /** "Harvest", "Preview", "Reading again"… */
  kind: string;
  moment: string;
  took?: string;
};

/** A run as a line of a history. */
export function runRow(run: HarvestRun, locale: Locale, messages: DeskMessages): RunRow {
  const { id, state, phase, counts, message, startedAt, finishedAt } = run;
  const said = message && sentenceFor(locale, message);
  return {
    id,
    state,
    phase,
    counts,
    kind: runKindText(run, messages),
    moment: momentText(startedAt, locale),
    ...(said ? { message: said } : {}),
    ...(finishedAt ? { took: durationText(startedAt, finishedAt, locale) } : {}),
  };
}

/** What a run is, in a few words: "Preview (everything)". */
export function runKindText(
  { kind, dryRun, full }: Pick<HarvestRun, 'kind' | 'dryRun' | 'full'>,
  { harvestPages: texts }: DeskMessages,
): string {
  const name = dryRun && kind === 'harvest' ? texts.dryRun : texts.kinds[kind];
  const more = [full ? texts.full : '', dryRun && kind !== 'harvest' ? texts.dryRun.toLowerCase() : ''];
  const told = more.filter((word) => word !== '').join(', ');
  return told === '' ? name : `${name} (${told})`;
}
