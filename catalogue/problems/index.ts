import { dataProblems } from './data-problems.ts';
import { descriptionProblems } from './description-problems.ts';
import { documentProblems } from './document-problems.ts';
import { harvestProblems } from './harvest-problems.ts';
import { linkProblems } from './link-problems.ts';
import { placeProblems } from './place-problems.ts';
import type { ProblemLanguage, ProblemTable, ProblemText } from './problem-text.ts';
import { valueProblems } from './value-problems.ts';

export type { ProblemLanguage, ProblemText } from './problem-text.ts';

const tables: readonly ProblemTable[] = [
  documentProblems,
  descriptionProblems,
  valueProblems,
  placeProblems,
  dataProblems,
  harvestProblems,
  linkProblems,
];
const texts = new Map(tables.flatMap((table) => Object.entries(table)));

/** Every problem code that has a text. */
export const problemCodes: readonly string[] = tables.flatMap((table) => Object.keys(table));

/**
 * What a problem code means and what to do about it, in general; the problem's own message names the offending value.
 * @param code the `code` of a problem
 * @returns `undefined` for a code that is unknown, such as one stored by another version
 */
export function problemText(code: string, language: ProblemLanguage): ProblemText | undefined {
  return texts.get(code)?.[language];
}
