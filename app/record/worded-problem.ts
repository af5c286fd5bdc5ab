import type { Problem } from '#catalogue/model';
import { problemText } from '#catalogue/problems';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';
import type { WordedProblem } from './problem-words.tsx';

/**
 * A problem in the reader's language: title and remedy by its code, and what exactly was found. On a French page, a detail
 * that only the reader of the document can word gives the values that it names.
 */
export function wordedProblem(
  { code, message, hint }: Pick<Problem, 'code' | 'message' | 'hint'>,
  locale: Locale,
): WordedProblem {
  const text = problemText(code, locale);
  const told = { code, message: sentenceFor(locale, message), hint: sentenceFor(locale, hint) };
  if (!text) return told;
  // The remedy in French says what the hint says in English.
  return { ...told, hint: locale === 'en' ? hint : '', text };
}
