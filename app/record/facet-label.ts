import { knownLicences, type LanguageMap, topicCategories } from '#catalogue/model';
import type { FacetName } from '#search';
import type { Locale } from '../locales/index.ts';
import { messagesIn } from '../locales/index.ts';
import { plainText, typeLabel } from './texts.ts';

/** What a page calls a value of a facet. */
export function facetLabel(
  facet: FacetName,
  value: string,
  locale: Locale,
  sourceNames: ReadonlyMap<string, LanguageMap>,
): string {
  switch (facet) {
    case 'type':
      return typeLabel(value, locale);
    case 'source':
      return plainText(sourceNames.get(value), locale) ?? value;
    case 'theme':
      return topicCategories.find((topic) => topic.value === value)?.label[locale] ?? value;
    case 'licence':
      return plainText(knownLicences.find(({ id }) => id === value)?.title, locale) ?? value;
    case 'access': {
      const rights: Readonly<Record<string, string>> = messagesIn(locale).searchPage.accessRights;
      return rights[value] ?? value;
    }
    default:
      return value;
  }
}

/** Names of all sources by id. */
export function namesOf(
  sources: readonly { id: string; names: LanguageMap }[],
): ReadonlyMap<string, LanguageMap> {
  return new Map(sources.map(({ id, names }) => [id, names]));
}
