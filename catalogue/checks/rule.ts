import type { CatalogueRecord, ProblemSeverity } from '../model/index.ts';

/** Languages that rules and reports speak. */
export const checkLanguages = ['en', 'fr'] as const;
export type CheckLanguage = (typeof checkLanguages)[number];

/** A text in each language of the checks. */
export type Texts = Readonly<Record<CheckLanguage, string>>;

/** What a rule found amiss: where in the model, and in words of its own where the rule's title does not say it. */
export type Violation = {
  /** Path in the model, such as `resource.titles`; `where.ts` knows where documents say it. */
  path: string;
  message?: Texts;
};

/** One rule that a record must obey, as data. */
export type Rule = {
  /** Unique: the set and what is asked, `inspire-resource-title`. */
  id: string;
  /** What is asked, as a few words: "Title of the resource". */
  title: Texts;
  /** What to do where it is not obeyed, in a sentence. */
  remedy: Texts;
  /** `error` for what a standard demands, `warning` for what it recommends, `info` for what would help. */
  severity: ProblemSeverity;
  /** Clause of the standard, or the form of the database, that asks for it. */
  source: string;
  /** Whether the rule concerns the record; every record unless told. */
  applies?: (record: CatalogueRecord) => boolean;
  check: (record: CatalogueRecord) => Violation[];
};

/** Rules for one purpose. */
export type RuleSet = {
  name: string;
  title: Texts;
  /** What it checks and what it leaves out, in a sentence or two. */
  description: Texts;
  rules: readonly Rule[];
};
