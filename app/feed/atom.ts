import { escapeAttribute, escapeText } from '#catalogue/xml';

export type AtomText = { text: string; lang?: string };

export type AtomLink = { rel: string; href: string; type?: string };

export type AtomEntry = {
  /** An IRI that never changes. */
  id: string;
  title: AtomText;
  /** `YYYY-MM-DDThh:mm:ssZ`, as `published`. */
  updated: string;
  published: string;
  summary?: AtomText;
  categories: { term: string; label: string }[];
  links: AtomLink[];
};

export type AtomFeed = {
  id: string;
  language: string;
  title: string;
  subtitle: string;
  updated: string;
  author: { name: string; email: string };
  generator: { name: string; version: string };
  links: AtomLink[];
  entries: AtomEntry[];
};

/** Writes a feed (RFC 4287); texts are plain, and characters that XML forbids are dropped. */
export function writeAtom(feed: AtomFeed): string {
  const { author, generator } = feed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeAttribute(feed.language)}">
  <id>${escapeText(feed.id)}</id>
  <title>${escapeText(feed.title)}</title>
  <subtitle>${escapeText(feed.subtitle)}</subtitle>
  <updated>${feed.updated}</updated>
  <author><name>${escapeText(author.name)}</name><email>${escapeText(author.email)}</email></author>
  <generator version="${escapeAttribute(generator.version)}">${escapeText(generator.name)}</generator>
${feed.links.map((one) => `  ${link(one)}\n`).join('')}${feed.entries.map(entry).join('')}</feed>
`;
}

function entry({ id, title, updated, published, summary, categories, links }: AtomEntry): string {
  return `  <entry>
    <id>${escapeText(id)}</id>
    ${text('title', title)}
    <updated>${updated}</updated>
    <published>${published}</published>
${categories.map(({ term, label }) => `    <category term="${escapeAttribute(term)}" label="${escapeAttribute(label)}"/>\n`).join('')}${links.map((one) => `    ${link(one)}\n`).join('')}${summary ? `    ${text('summary', summary)}\n` : ''}  </entry>
`;
}

function text(name: string, { text: content, lang }: AtomText): string {
  return `<${name}${lang ? ` xml:lang="${escapeAttribute(lang)}"` : ''}>${escapeText(content)}</${name}>`;
}

function link({ rel, href, type }: AtomLink): string {
  return `<link rel="${rel}" href="${escapeAttribute(href)}"${type ? ` type="${type}"` : ''}/>`;
}
