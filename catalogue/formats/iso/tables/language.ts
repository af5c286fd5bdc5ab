import { normaliseLanguage, type Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, one, readOnly } from '../fields.ts';
import { languageCode } from '../language-code.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readString, valueElement } from '../values.ts';
import { localeId, node, type Writing } from '../writing.ts';

/** A language of the data or the metadata, as a BCP 47 tag. */
export const languageKind = {
  read(property: XmlElement, reading: Reading): string | undefined {
    const found = valueElement(property);
    const given = found.attribute('codeListValue')?.trim() || found.text.trim();
    if (!given) return undefined;
    const tag = normaliseLanguage(given) ?? normaliseLanguage(found.text);
    if (!tag) {
      reading.report(
        'warning',
        'language-unknown',
        found,
        `"${given}" is not a language code.`,
        'Use a code of ISO 639-2, such as eng or fre.',
      );
    }
    return tag;
  },
  write: (tag: string, writing: Writing) => ({
    children: [
      node(writing.dialect.codeElement('LanguageCode'), [languageCode(tag)], {
        codeList: 'http://www.loc.gov/standards/iso639-2/',
        codeListValue: languageCode(tag),
      }),
    ],
  }),
};

type Locale = { language?: string | undefined; country?: string | undefined; encoding?: string | undefined };

/** PT_Locale; a country makes the language the one that is spoken there. */
export const locale = table<Locale>()('locale', () => ({}), {
  language: one('language', languageKind),
  country: {
    read([property], model) {
      const element = property && valueElement(property);
      const country = element && (element.attribute('codeListValue')?.trim() || readString(property));
      if (country) model.country = country;
    },
    write: ({ country }, writing) =>
      country
        ? [
            {
              children: [
                node(writing.dialect.codeElement(writing.dialect.names.country), [country], {
                  codeList: 'http://www.iso.org/iso/country_codes.htm',
                  codeListValue: country,
                }),
              ],
            },
          ]
        : [],
  },
  characterEncoding: code('encoding', codelists.characterSet),
});

/** The tag of a locale: `pt` in `BR` is `pt-BR`; countries by three letters or names are left out. */
export function localeTag({ language, country }: Locale): string | undefined {
  if (language === undefined || !country || language.includes('-')) return language;
  return normaliseLanguage(`${language}-${country}`) ?? language;
}

/** `pt-BR` is written as Portuguese of Brazil. */
export function localeOf(tag: string, encoding = 'utf8'): Locale {
  const [, language, country] = /^([a-z]{2,3})-([A-Z]{2})$/.exec(tag) ?? [];
  return language && country ? { language, country, encoding } : { language: tag, encoding };
}

/** A locale with the id that texts refer to it by. */
export function writeLocale(tag: string, writing: Writing, encoding?: string) {
  return {
    children: [{ ...writing.object(locale, localeOf(tag, encoding)), attributes: { id: localeId(tag) } }],
  };
}

type Spoken = Pick<Resource, 'languages' | 'characterSets'>;

const localeField: Field<Spoken> = readOnly((properties, model, reading) => {
  for (const property of properties) {
    const found = reading.classElement(property);
    const read = found ? reading.object(locale, found) : {};
    const tag = localeTag(read);
    if (tag) model.languages.push(tag);
    if (read.encoding && !model.characterSets.includes(read.encoding))
      model.characterSets.push(read.encoding);
  }
});

/** Languages of the data in ISO 19115-1: the first and the others, each with its encoding. */
export const dataLocales = {
  defaultLocale: {
    read: localeField.read,
    write: ({ languages: [first], characterSets: [encoding] }, writing) => {
      if (first === undefined && encoding === undefined) return [];
      const { language: _, ...rest } = localeOf(first ?? 'und', encoding);
      const told = first === undefined ? rest : localeOf(first, encoding);
      return [{ children: [writing.object(locale, told)] }];
    },
  },
  otherLocale: {
    read: localeField.read,
    write: ({ languages: [, ...others], characterSets }, writing) => {
      if (characterSets.length > 1 && others.length === 0)
        writing.losses.push('dataIdentification.characterSet: all but the first');
      return others.map((tag, index) => ({
        children: [writing.object(locale, localeOf(tag, characterSets[index + 1] ?? characterSets[0]))],
      }));
    },
  },
} as const satisfies Record<string, Field<Spoken>>;
