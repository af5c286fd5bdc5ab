import type { CatalogueRecord, LanguageMap } from '../../model/index.ts';
import type { Texts } from '../rule.ts';

/** Something that standards and databases ask of a record, said once for all that ask it. */
export type Element = {
  /** Path in the model. */
  path: string;
  /** What it is, as a noun. */
  title: Texts;
  /** What to do where it is missing, in a sentence. */
  remedy: Texts;
  /** Whether the record says it. */
  present: (record: CatalogueRecord) => boolean;
};

type Words = readonly [title: string, remedy: string];

/** A row of a table: path, title and remedy in English, then in French, and how to see whether it is there. */
export function element(
  path: string,
  [enTitle, enRemedy]: Words,
  [frTitle, frRemedy]: Words,
  present: Element['present'],
): Element {
  return { path, title: { en: enTitle, fr: frTitle }, remedy: { en: enRemedy, fr: frRemedy }, present };
}

/** Whether a text says anything in any language. */
export function says(map: LanguageMap | undefined): boolean {
  return Object.values(map ?? {}).some((text) => text.trim() !== '');
}
