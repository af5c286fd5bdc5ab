import type { MetaDescriptor } from 'react-router';
import { type Locale, type Messages, messagesIn } from '../locales/index.ts';

/**
 * Title of a page that is one person's, kept out of search engines.
 * @param root what the root's loader gave; absent on an error page
 * @param title the page's own, out of the texts
 */
export function privateMeta(
  root: { locale: Locale; portalName: string } | undefined,
  title: (messages: Messages, locale: Locale) => string,
): MetaDescriptor[] {
  const locale = root?.locale ?? 'en';
  const own = title(messagesIn(locale), locale);
  return [{ title: `${own} · ${root?.portalName ?? 'Halocline'}` }, { name: 'robots', content: 'noindex' }];
}
