import { codeLabel, type Keyword, type Resource, topicCategories } from '#catalogue/model';
import { emptySearchState, writeSearchUrl } from '#search';
import type { Locale } from '../../locales/index.ts';
import { type PageText, pageText, plainText } from '../texts.ts';
import { webAddress } from './address.ts';

export type KeywordLink = PageText & { search: string; concept?: string };
/** Keywords of one thesaurus; without a title, those of none. */
export type KeywordGroup = { title?: PageText; href?: string; keywords: KeywordLink[] };

/** Keywords by thesaurus, in the order of the document, free ones last. */
export function keywordGroups({ keywords }: Resource, locale: Locale): KeywordGroup[] {
  const groups = new Map<string, KeywordGroup>();
  for (const keyword of keywords) {
    const link = keywordLink(keyword, locale);
    if (!link) continue;
    const title = pageText(keyword.thesaurus?.title, locale);
    const href = webAddress(keyword.thesaurus?.uri);
    const group = groups.get(title?.text ?? '') ?? {
      ...(title ? { title } : {}),
      ...(href ? { href } : {}),
      keywords: [],
    };
    if (!group.keywords.some(({ text }) => text.toLowerCase() === link.text.toLowerCase()))
      group.keywords.push(link);
    groups.set(title?.text ?? '', group);
  }
  return [...groups.values()].sort((a, b) => Number(a.title === undefined) - Number(b.title === undefined));
}

/** ISO topic categories, each with a search for it. */
export function topicLinks({ topicCategories: topics }: Resource, locale: Locale): KeywordLink[] {
  return topics.map((topic) => ({
    text: codeLabel(topicCategories, topic, locale),
    search: searchFor({ theme: [topic] }),
  }));
}

function keywordLink({ label, uri }: Keyword, locale: Locale): KeywordLink | undefined {
  const shown = pageText(label, locale);
  if (!shown) return undefined;
  // The facet lists one spelling whatever the reader's language, English first: see the search's facets.
  const value = plainText(label, 'en') ?? shown.text;
  const concept = webAddress(uri);
  return { ...shown, search: searchFor({ keyword: [value] }), ...(concept ? { concept } : {}) };
}

/** The search for records that share values of facets. */
export function searchFor(facets: (typeof emptySearchState)['facets']): string {
  return `/search?${writeSearchUrl({ ...emptySearchState, facets })}`;
}
