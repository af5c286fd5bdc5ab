import type { Locale } from '../locales/index.ts';
import { dataPhrases } from './fr-data.ts';
import { documentPhrases } from './fr-documents.ts';
import { fetchingPhrases } from './fr-fetching.ts';
import { rulePhrases } from './fr-rules.ts';
import { runPhrases } from './fr-runs.ts';
import { sourcePhrases } from './fr-sources.ts';
import { type Phrase, phrasebookOf } from './phrasebook.ts';

/** Sentences that the software says in English, in logs, on the command line and in its database, and in French on pages. */
export const frenchPhrases: readonly Phrase[] = [
  ...runPhrases,
  ...sourcePhrases,
  ...rulePhrases,
  ...fetchingPhrases,
  ...dataPhrases,
  ...documentPhrases,
];

const inFrench = phrasebookOf(frenchPhrases);

/**
 * A sentence of the software for a page. The English one is its code: it is what is stored.
 * @returns on a French page the same in French; of a sentence that is not known there (a detail that the reader of a
 * document told, or one that another version stored) the values that it quotes; '' when it quotes none
 */
export function sentenceFor(locale: Locale, english: string): string {
  if (locale === 'en') return english;
  return inFrench(english) ?? quoted(english);
}

/** A sentence of the software or of a person, for a page: what a person wrote stays as it is. */
export function sentenceOrOwnWords(locale: Locale, words: string): string {
  return locale === 'en' ? words : (inFrench(words) ?? words);
}

function quoted(english: string): string {
  const values = [...english.matchAll(/"([^"]{1,300})"/g)].map(([, value = '']) => `« ${value} »`);
  return values.length === 0 ? '' : `Il est question de : ${[...new Set(values)].join(', ')}.`;
}
