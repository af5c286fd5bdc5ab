import type { Signposts } from './signposting.ts';

type Target = { href: string; type?: string; profile?: string[] };
/** One context of a linkset: links by relation, all from `anchor`. */
export type LinkContext = { anchor: string } & { [relation: string]: Target[] | string };

/**
 * All links of a record as a linkset (RFC 9264): from its page, from each file, from each metadata document. Target
 * attributes of extension are arrays there (4.2.4.3).
 */
export function linksetOf(signposts: Signposts): { linkset: LinkContext[] } {
  const { page, citeAs, documents, types, authors, licence, items } = signposts;
  const describedBy = documents.map(({ href, type, profile }) => ({
    href,
    type,
    ...(profile ? { profile: [profile] } : {}),
  }));
  const ofPage = {
    'cite-as': [{ href: citeAs }],
    describedby: describedBy,
    type: types.map((href) => ({ href })),
    author: authors.map((href) => ({ href })),
    license: licence ? [{ href: licence }] : [],
    item: items,
  };
  return {
    linkset: [
      { anchor: page, ...withoutEmpty(ofPage) },
      ...items.map(({ href }) => ({
        anchor: href,
        collection: [{ href: page, type: 'text/html' }],
        'cite-as': [{ href: citeAs }],
      })),
      ...documents.map(({ href }) => ({ anchor: href, describes: [{ href: page, type: 'text/html' }] })),
    ],
  };
}

function withoutEmpty(links: Record<string, Target[]>): Record<string, Target[]> {
  return Object.fromEntries(Object.entries(links).filter(([, targets]) => targets.length > 0));
}
