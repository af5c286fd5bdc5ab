import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '#runtime/errors';
import type { RunStore, SourceStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { Interpreter } from './document-reader.ts';
import type { Tally } from './tally.ts';

export type RulesBeforePorts = {
  sources: Pick<SourceStore, 'get' | 'save' | 'rulesVersions'>;
  runs: Pick<RunStore, 'storedBefore' | 'addProblems'>;
  interpreterOf: (source: HarvestSource) => Interpreter;
};

/**
 * The source with the rules that are to be in force once a run is rolled back: those of the run before, where this one was
 * the first that applied others and they are in force still; else those that are in force.
 * @throws DomainError `conflict` for a reading anew that can't be undone so: nothing but rules can take it back
 */
export async function sourceBefore(
  run: HarvestRun,
  source: HarvestSource,
  ports: RulesBeforePorts,
): Promise<HarvestSource> {
  if (run.kind === 'removal') return source;
  const before = await ports.runs.storedBefore(run);
  const former = before?.rules ?? '';
  const applied = run.rules ?? '';
  const inForce = nameOf(source, ports);
  if (before && former !== applied) {
    // Whoever was there before us, or a person, has brought them back.
    if (inForce === former) return source;
    if (inForce === applied) {
      const rules = await rulesNamed(former, source, ports);
      if (rules) return { ...source, rules };
    }
  }
  if (run.kind !== 'reread') return source;
  throw new DomainError('conflict', whyNot(before !== null && former !== applied, inForce === applied));
}

function whyNot(changedRules: boolean, areInForce: boolean): string {
  if (!changedRules)
    return 'The run read with newer readers what was held, by the same rules: there is nothing to go back to.';
  return areInForce
    ? 'The rules that were in force before the run are not kept. Set them by hand, and read again what is held.'
    : 'The rules of the source were changed again since. Bring the version that you want back from their history, and read again what is held.';
}

/** `undefined` where no version that is kept has this name. */
async function rulesNamed(name: string, source: HarvestSource, ports: RulesBeforePorts) {
  if (name === '') return { rules: [] };
  const versions = await ports.sources.rulesVersions(source.id);
  return versions.find(({ rules }) => nameOf({ ...source, rules }, ports) === name)?.rules;
}

/** Rules that an older version of this catalogue knew and this one does not have no name. */
function nameOf(source: HarvestSource, { interpreterOf }: RulesBeforePorts): string | undefined {
  try {
    return interpreterOf(source).rules ?? '';
  } catch {
    return undefined;
  }
}

/** Puts the rules of before in force, before anything is staged by them; tells it in the run that undoes. */
export async function restoreRules(
  run: HarvestRun,
  tally: Tally,
  { id, rules = { rules: [] } }: HarvestSource,
  { sources, runs }: RulesBeforePorts,
): Promise<void> {
  const current = await sources.get(id);
  if (!current || isDeepStrictEqual(current.rules ?? { rules: [] }, rules)) return;
  await sources.save(
    { ...current, rules },
    { actor: run.actor, ...(run.undoes ? { undoes: run.undoes } : {}) },
  );
  const problem = runProblem(
    'info',
    'rollback-rules-restored',
    'The run that is rolled back was the first that applied these rules, so the rules of before are in force again.',
    'Nothing to do if that is what was wanted; else bring the other version back from the history of the rules.',
  );
  tally.counted([problem]);
  await runs.addProblems(run.id, tally.kept([problem]));
}
