import { words } from './words.ts';

/** Names that catalogues write instead of a code, folded to lower case. */
const names: Readonly<Record<string, string>> = words({
  english: 'en',
  anglais: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  german: 'de',
  deutsch: 'de',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
});

/**
 * The BCP 47 tag of a language code as metadata write it: ISO 639-1, 639-2 bibliographic (`fre`) and terminological
 * (`fra`), with a country in any of the usual ways (`eng; CAN`, `fr_CA`, `en-US`), the address of a codelist entry
 * (`…#LanguageCode_eng`, `…/language/FRA`) or an English or own name of the language.
 * @returns the shortest tag (`fr`, `en-US`; CLDR aliases as in `Intl.getCanonicalLocales`), `undefined` when it is none
 */
export function normaliseLanguage(code: string): string | undefined {
  const known = tags.get(code);
  if (known !== undefined) return known || undefined;
  const tag = tagOf(code);
  // Codes come from documents: without a bound a hostile source could fill the memory.
  if (tags.size < 5000 && code.length < 200) tags.set(code, tag ?? '');
  return tag;
}

/** Tags by code, '' for none: ICU takes longer over one code than a reader over a whole record. */
const tags = new Map<string, string>();

function tagOf(code: string): string | undefined {
  const word = (code.trim().split(/[#/]/).at(-1) ?? '').replace(/^LanguageCode_/i, '');
  // The country after a semicolon is that of the ISO 19115 profiles of North America: it tells no variant of the text.
  const [language = ''] = word.split(/[;,]/);
  const known = names[language.trim().toLowerCase()];
  if (known) return known;
  const tag = language.trim().replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return undefined;
  const [canonical] = canonicalLocales(tag);
  return canonical && isLanguage(canonical) ? canonical : undefined;
}

function canonicalLocales(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
/** ISO 639-2 codes that name no language. */
const special = new Set(['und', 'mul', 'zxx', 'mis']);

/** `sp` is well-formed but no language. */
function isLanguage(tag: string): boolean {
  const [primary = ''] = tag.split('-');
  return special.has(primary) || english.of(primary) !== undefined;
}
