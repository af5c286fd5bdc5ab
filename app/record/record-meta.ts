import type { MetaDescriptor } from 'react-router';
import { pageMeta } from '../layout/page-meta.ts';
import type { RecordHead } from './present/head.ts';

/** What the page of a record says of itself in its head: title, OpenGraph, Dublin Core, typed links, one JSON-LD block. */
export function recordMeta(
  root: Parameters<typeof pageMeta>[0],
  location: { pathname: string; search: string },
  head: RecordHead | undefined,
): MetaDescriptor[] {
  if (!head) return [];
  return [
    ...pageMeta(root, location, {
      title: head.title,
      description: head.description,
      ...(head.canonical ? { canonical: head.canonical } : {}),
    }),
    { property: 'og:type', content: 'article' },
    { tagName: 'link', rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' },
    ...head.dublinCore.map(([name, content]) => ({ name, content })),
    ...head.links.map(({ profile, ...link }) => ({
      tagName: 'link' as const,
      ...link,
      ...(profile ? { profile } : {}),
    })),
    ...(head.jsonLd ? [{ 'script:ld+json': head.jsonLd }] : []),
  ];
}
