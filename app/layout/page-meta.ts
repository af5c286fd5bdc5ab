import type { MetaDescriptor } from 'react-router';
import { type Locale, locales } from '../locales/index.ts';

type RootData = { locale: Locale; publicUrl: string; portalName: string };
type PageWords = {
  title: string;
  description: string;
  /** The title stands alone, without the portal's name. */
  whole?: boolean;
  /** Parameters that belong to the page's address; others are left out of the canonical one. */
  keep?: readonly string[];
  /** Address of the page that this one repeats. */
  canonical?: string;
};

/** Title, description, canonical address, alternates by language, OpenGraph: what every page says of itself. */
export function pageMeta(
  root: RootData | undefined,
  location: { pathname: string; search: string },
  { title, description, whole = false, keep = [], canonical }: PageWords,
): MetaDescriptor[] {
  if (root === undefined) return [{ title }];
  const kept = new URLSearchParams(
    [...new URLSearchParams(location.search)].filter(([name]) => keep.includes(name)),
  );
  const address = (language?: Locale) => {
    const parameters = new URLSearchParams(kept);
    if (language) parameters.set('lang', language);
    const query = parameters.toString();
    return `${root.publicUrl}${location.pathname}${query && `?${query}`}`;
  };
  return [
    { title: whole ? title : `${title} · ${root.portalName}` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: canonical ?? address() },
    ...locales.map((language) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      hrefLang: language,
      href: address(language),
    })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: address() },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: address() },
    { property: 'og:site_name', content: root.portalName },
    { property: 'og:locale', content: root.locale },
  ];
}

/** A feed of changes that belongs to a page, for readers of feeds to find. */
export function feedLink(href: string, title: string): MetaDescriptor {
  return { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title, href };
}
