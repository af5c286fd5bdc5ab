import { z } from 'zod';
import { type LanguageMap, normaliseLanguage } from '#catalogue/model';

/** A text that a person writes in a rule: bare, or by language. */
export const saidText = z.preprocess(
  (given) => (typeof given === 'string' ? { und: given } : given),
  z
    .record(
      z.string().refine((tag) => normaliseLanguage(tag) === tag, {
        message: 'This is no language.',
        params: { remedy: 'Write a short tag such as en, fr or pt-BR; und where no language is meant.' },
      }),
      z.string().min(1),
    )
    .refine((texts) => Object.keys(texts).length > 0, {
      message: 'There is no text.',
      params: { remedy: 'Write the text, or one for each language: {"en": "…", "fr": "…"}.' },
    }),
);

/** An address that others can be sent to. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Whether two texts say the same in the same languages. */
export function isSame(one: LanguageMap | undefined, other: LanguageMap): boolean {
  if (!one) return false;
  const languages = Object.keys(other);
  return (
    Object.keys(one).length === languages.length &&
    languages.every((language) => one[language] === other[language])
  );
}
