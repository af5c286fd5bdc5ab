import type { HarvestProblem } from './harvest-action.ts';

export const sides = ['west', 'south', 'east', 'north'] as const;

/** Fields that say what is wanted of a source. */
export const selectionFields = [...sides, 'periodFrom', 'periodTo', 'keywords', 'words', 'filter'] as const;
export type SelectionField = (typeof selectionFields)[number];
export type SelectionValues = Record<SelectionField, string>;
export type SelectionErrors = Partial<Record<SelectionField, HarvestProblem>>;
