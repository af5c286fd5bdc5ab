/** Languages that the texts of problems are written in. */
export type ProblemLanguage = 'en' | 'fr';

/** A kind of problem in words for the people who maintain the data, whatever the format of the document. */
export type ProblemText = {
  /** A few words, without full stop. */
  title: string;
  /** What to do about it, in one or two sentences. */
  remedy: string;
};

/** Texts by problem code. */
export type ProblemTable = Readonly<Record<string, Readonly<Record<ProblemLanguage, ProblemText>>>>;

type Words = readonly [title: string, remedy: string];

/** A row of a table: title and remedy in English, then in French. */
export function words([enTitle, enRemedy]: Words, [frTitle, frRemedy]: Words): ProblemTable[string] {
  return {
    en: { title: enTitle, remedy: enRemedy },
    fr: { title: frTitle, remedy: frRemedy },
  };
}
