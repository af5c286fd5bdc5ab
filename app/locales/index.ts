import { en, type Messages } from './en.ts';
import { fr } from './fr.ts';

export type { Messages };

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

const messages: Record<Locale, Messages> = { en, fr };

/** The texts of the portal in a language. */
export function messagesIn(locale: Locale): Messages {
  return messages[locale];
}

/** Whether a word names a language of the portal. */
export function isLocale(word: string | null | undefined): word is Locale {
  return locales.some((locale) => locale === word);
}
