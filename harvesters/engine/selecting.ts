import type { CatalogueRecord, Problem } from '#catalogue/model';
import { isDomainError } from '#runtime/errors';
import { compileSelection, selectionOf } from '../selection/index.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { Interpreter } from './document-reader.ts';

/** What is wanted of a source, as one run goes by it. */
export type Selecting = {
  /** Options that changed since the last harvest that succeeded, by name; empty where it asked for the same. */
  changed: readonly string[];
  /** Why a record is left out by what can be seen of it. */
  outside?: (record: CatalogueRecord) => string | undefined;
  /** What is wrong with the options, to be told by the run. */
  failure?: unknown;
};

/** Options that are looked at in each record, so that it can be told whether it is them that leave it out. */
const seen = ['bbox', 'datetime', 'keyword'];

/** @param last the last harvest that succeeded; `null` at the first */
export function selectingOf(source: HarvestSource, run: HarvestRun, last: HarvestRun | null): Selecting {
  const changed = last ? changedOptions(last.selection ?? '', run.selection ?? '') : [];
  try {
    const outside = compileSelection(selectionOf(source), source.protocol);
    return { changed, ...(outside ? { outside } : {}) };
  } catch (failure) {
    if (!isDomainError(failure)) throw failure;
    return { changed, failure };
  }
}

/** Leaves out what is not wanted; where that was changed, what is held is looked at again, too. */
export function selectiveInterpreter(interpreter: Interpreter, { outside, changed }: Selecting): Interpreter {
  if (!outside) return interpreter;
  return {
    ...interpreter,
    readsHeld: changed.length > 0,
    interpret(record, problems, about) {
      const excluded = outside(record);
      return excluded === undefined
        ? (interpreter.interpret?.(record, problems, about) ?? asItIs(record, problems))
        : { ...asItIs(record, problems), excluded };
    },
  };
}

const asItIs = (record: CatalogueRecord, problems: readonly Problem[]) => ({
  record,
  problems: [...problems],
  overlaid: false,
});

/**
 * Why a record that is held is listed no longer.
 * @returns `chosen`: it is because somebody wanted less, not because it is gone
 */
export function whyVanished(
  record: CatalogueRecord | undefined,
  { changed, outside }: Selecting,
): { reason: string; chosen: boolean } {
  const reason = changed.length > 0 && record ? outside?.(record) : undefined;
  if (reason !== undefined) return { reason, chosen: true };
  return changed.some((name) => !seen.includes(name))
    ? {
        reason: `Not found any more after what is wanted of the source was changed (${changed.join(', ')}).`,
        chosen: true,
      }
    : { reason: 'No longer listed by the source.', chosen: false };
}

function changedOptions(before: string, after: string): string[] {
  const [one, other] = [before, after].map((name) => name.split('\n').filter((line) => line !== ''));
  const differing = [...(one ?? []), ...(other ?? [])].filter(
    (line) => !(one?.includes(line) && other?.includes(line)),
  );
  return [...new Set(differing.map((line) => line.slice(0, line.indexOf('='))))].sort();
}
