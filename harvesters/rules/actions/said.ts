import { z } from 'zod';
import { type CatalogueRecord, type LanguageMap, normaliseLanguage } from '#catalogue/model';
import { isIso, type RecordAbout } from '../change.ts';

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

/**
 * A text of a rule as the document would be read if it said it: in ISO a text without language is in that of the metadata.
 */
export function asRead(map: LanguageMap, { language }: CatalogueRecord, about: RecordAbout): LanguageMap {
  const { und } = map;
  if (und === undefined || language === undefined || !isIso(about)) return map;
  return Object.keys(map).length === 1 ? { [language]: und } : map;
}
