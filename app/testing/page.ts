import { Parser } from 'htmlparser2';

/** An element of a page, as its tag, attributes and text. */
export type PageElement = { tag: string; attributes: Record<string, string>; text: string };

/** All elements of a page, in the order of the document; text is that of the element and all within it. */
export function elementsOf(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const element = { tag, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return elements;
}

/** The texts of all JSON-LD blocks. */
export function jsonLdOf(html: string): string[] {
  return elementsOf(html)
    .filter(({ tag, attributes }) => tag === 'script' && attributes['type'] === 'application/ld+json')
    .map(({ text }) => text);
}

/** The `content` of all `<meta>` of a name or property. */
export function metaOf(html: string, name: string): string[] {
  return elementsOf(html)
    .filter(
      ({ tag, attributes }) => tag === 'meta' && (attributes['name'] ?? attributes['property']) === name,
    )
    .map(({ attributes }) => attributes['content'] ?? '');
}

/** The typed links of a `Link` header, by a reader that knows nothing of how it was written (RFC 8288, 3). */
export function parseLinkHeader(header: string): { href: string; [parameter: string]: string }[] {
  return [...header.matchAll(/<([^>]*)>((?:\s*;\s*\w+="[^"]*")*)/g)].map(
    ([, href = '', parameters = '']) => ({
      ...Object.fromEntries(
        [...parameters.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
      href,
    }),
  );
}
