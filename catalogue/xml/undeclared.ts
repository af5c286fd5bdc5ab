import type { XmlLibError } from 'libxml2-wasm';

/** What catalogues mean by a prefix that they forget to declare. */
const usual: Readonly<Record<string, string>> = {
  gmd: 'http://www.isotc211.org/2005/gmd',
  gco: 'http://www.isotc211.org/2005/gco',
  gmx: 'http://www.isotc211.org/2005/gmx',
  gts: 'http://www.isotc211.org/2005/gts',
  gss: 'http://www.isotc211.org/2005/gss',
  gsr: 'http://www.isotc211.org/2005/gsr',
  srv: 'http://www.isotc211.org/2005/srv',
  gmi: 'http://standards.iso.org/iso/19115/-2/gmi/1.0',
  gml: 'http://www.opengis.net/gml/3.2',
  xlink: 'http://www.w3.org/1999/xlink',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  dc: 'http://purl.org/dc/elements/1.1/',
  dct: 'http://purl.org/dc/terms/',
  dcterms: 'http://purl.org/dc/terms/',
  oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  csw: 'http://www.opengis.net/cat/csw/2.0.2',
  ows: 'http://www.opengis.net/ows',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};

export type MissingPrefix = { prefix: string; line?: number };

/**
 * The prefixes whose missing declaration is all that is wrong with a document; none when anything else is wrong too.
 */
export function missingPrefixes(failure: XmlLibError): MissingPrefix[] {
  const missing = new Map<string, MissingPrefix>();
  for (const { message, line, level } of failure.details) {
    if (level < 2) continue;
    const prefix = /^Namespace prefix ([^\s:]+)(?: for \S+)? on \S+ is not defined/.exec(message)?.[1];
    if (prefix === undefined) return [];
    if (!missing.has(prefix)) missing.set(prefix, { prefix, ...(line ? { line } : {}) });
  }
  return [...missing.values()];
}

/** Declares prefixes on the root element; a prefix that nobody knows gets a name of its own. Lines stay. */
export function declareMissing(text: string, missing: readonly MissingPrefix[]): string {
  const added = missing
    .map(({ prefix }) => ` xmlns:${prefix}="${usual[prefix] ?? `urn:undeclared:${prefix}`}"`)
    .join('');
  return text.replace(/^((?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<[^\s/>]+)/, (start: string) => start + added);
}
