import { words } from '../model/index.ts';
export const rdfSyntaxes = ['rdf-xml', 'turtle', 'json-ld'] as const;
/** `turtle` stands for the family: Turtle, N-Triples, TriG, N-Quads, all read by one parser. */
export type RdfSyntax = (typeof rdfSyntaxes)[number];

const mediaTypes: Readonly<Record<string, RdfSyntax>> = words({
  'application/rdf+xml': 'rdf-xml',
  'text/turtle': 'turtle',
  'application/x-turtle': 'turtle',
  'application/n-triples': 'turtle',
  'application/n-quads': 'turtle',
  'application/trig': 'turtle',
  'text/n3': 'turtle',
  'application/ld+json': 'json-ld',
});

/** The syntax that a media type promises, `undefined` where it says nothing about RDF. */
export function syntaxOfMediaType(mediaType: string): RdfSyntax | undefined {
  return mediaTypes[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''];
}

/**
 * Tells the syntax from the first characters: servers often say `text/plain` or `application/xml`.
 * @returns `html` for a web page, which is what a wrong address answers
 */
export function sniffSyntax(text: string): RdfSyntax | 'html' {
  const start = text.slice(0, 4000).trimStart();
  const first = start.replace(/^(<!--[\s\S]*?-->\s*)+/, '');
  if (/^(<\?xml[^>]*>\s*)?<(!doctype\s+html|html[\s>])/i.test(first)) return 'html';
  if (/^<(\?xml|!)/i.test(start)) return 'rdf-xml';
  // `<urn:a>` opens a Turtle statement as well as an element; an XML document must declare its namespaces.
  if (/^<[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?[\s>/]/.test(first) && /\sxmlns(:|=)/.test(start))
    return 'rdf-xml';
  if (/^\{\s*("|\}\s*$)/.test(start) || /^\[\s*([[{"]|\]\s*$)/.test(start)) return 'json-ld';
  return 'turtle';
}
