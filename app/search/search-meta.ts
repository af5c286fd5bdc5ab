import type { MetaDescriptor } from 'react-router';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';

/**
 * What a page of results says of itself.
 * @param words that were searched for
 * @param where the title of a search that is limited to a part of the catalogue
 */
export function searchMeta(
  root: Parameters<typeof pageMeta>[0],
  location: { pathname: string; search: string },
  words: string | undefined,
  where?: string,
): MetaDescriptor[] {
  if (!root) return [];
  const { searchPage } = messagesIn(root.locale);
  return [
    ...pageMeta(root, location, {
      title: [words ? searchPage.titleWith(words) : where ? '' : searchPage.title, where ?? '']
        .filter((part) => part !== '')
        .join(' · '),
      description: searchPage.description,
      keep: [...new URLSearchParams(location.search).keys()].filter((name) => name !== 'lang'),
    }),
    // A search is not a page of its own to a search engine: the records are.
    { name: 'robots', content: 'noindex, follow' },
  ];
}
