import { isDeepStrictEqual } from 'node:util';
import { checkRecord, type ElementName, elements, type RuleSetName } from '#catalogue/checks';
import type { CatalogueRecord } from '#catalogue/model';
import { runProblem } from '../run-problem.ts';
import type { RunProblem } from '../types.ts';
import { compileAction } from './actions/index.ts';
import type { Change, RecordAbout } from './change.ts';
import { compileCondition } from './condition.ts';
import type { SourceRules } from './source-rules.ts';

/** What one rule changed of a record. */
export type RuleTrace = { rule: string; changes: readonly Change[] };

/** What the rules of a source make of a record. */
export type RulesOutcome = {
  record: CatalogueRecord;
  /** Whether the record says something else than before. */
  overlaid: boolean;
  /** Rules that changed something, in order. */
  trace: RuleTrace[];
  /** Why the record is left out. */
  excluded?: string;
  /** Why the record is refused. */
  refused?: RunProblem;
};

export type AppliedRules = (record: CatalogueRecord, about: RecordAbout) => RulesOutcome;

/** Makes ready the rules of a source. @param given as validated by `parseSourceRules` */
export function compileRules({ filter, rules, refuse }: SourceRules): AppliedRules {
  const only = filter?.only && compileCondition(filter.only);
  const except = filter?.except && compileCondition(filter.except);
  const steps = rules
    .filter(({ off }) => off !== true)
    .map(({ id, when, action }) => ({
      id,
      when: when && compileCondition(when),
      action: compileAction(action),
    }));
  return (given, about) => {
    const untouched = { record: given, overlaid: false, trace: [] };
    if (only && !only(given, about))
      return { ...untouched, excluded: 'The filter of the source takes only others.' };
    if (except?.(given, about)) return { ...untouched, excluded: 'The filter of the source leaves it out.' };
    let record = given;
    const trace: RuleTrace[] = [];
    for (const { id, when, action } of steps) {
      if (when && !when(record, about)) continue;
      const effect = action(record, about);
      if (effect.changes.length === 0) continue;
      record = effect.record;
      trace.push({ rule: id, changes: effect.changes });
    }
    const overlaid = trace.length > 0 && !isDeepStrictEqual(record, given);
    const refused = refuse && whyRefused(record, refuse.errorsOf ?? [], refuse.without ?? []);
    return { record, overlaid, trace, ...(refused ? { refused } : {}) };
  };
}

/**
 * Makes ready the part of the filter that looks at the envelope of a document.
 * @returns why a document is left out; `undefined` where it is taken, as where its envelope tells no sets
 */
export function compileSetFilter({
  filter,
}: SourceRules): ((document: { sets?: readonly string[] }) => string | undefined) | undefined {
  const asked = filter?.sets;
  if (!asked) return undefined;
  const { only, except } = asked;
  return ({ sets }) => {
    if (!sets) return undefined;
    const isIn = (wanted: readonly string[]) =>
      sets.some((set) => wanted.some((one) => set === one || set.startsWith(`${one}:`)));
    if (only && !isIn(only)) return 'The filter of the source takes only records of other sets.';
    return except && isIn(except) ? 'The filter of the source leaves out a set that it is in.' : undefined;
  };
}

const mostTold = 5;

function whyRefused(
  record: CatalogueRecord,
  sets: readonly RuleSetName[],
  required: readonly ElementName[],
): RunProblem | undefined {
  const missing = required
    .map((name) => elements[name])
    .filter(({ present }) => !present(record))
    .map(({ path, title, remedy }) => ({ path, message: `Missing: ${title.en}.`, remedy: remedy.en }));
  const wrong = checkRecord(record, sets)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path, message }) => ({
      path,
      message: `${message.en} (${rule.id})`,
      remedy: rule.remedy.en,
    }));
  const found = [...missing, ...wrong];
  const [first] = found;
  if (!first) return undefined;
  const told = found.slice(0, mostTold).map(({ message }) => message);
  const more = found.length > mostTold ? ` … and ${found.length - mostTold} more.` : '';
  return runProblem(
    'error',
    'validation-refused',
    `The source takes only records that pass its validation. ${told.join(' ')}${more}`,
    [...new Set(found.slice(0, mostTold).map(({ remedy }) => remedy))].join(' '),
    { path: first.path },
  );
}
