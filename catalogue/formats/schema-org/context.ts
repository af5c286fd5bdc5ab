import { isJsonObject, type JsonValue } from '../../json/index.ts';

/** What a JSON-LD context says, as far as reading schema.org needs it. */
export type Context = {
  vocabulary: string | undefined;
  /** Term or prefix → IRI. */
  terms: ReadonlyMap<string, string>;
  /** Default language of texts. */
  language: string | undefined;
  base: string | undefined;
};

/** Prefixes that documents use without declaring them; most come with the remote context of schema.org. */
const usualPrefixes = new Map([
  ['schema', 'https://schema.org/'],
  ['sdo', 'https://schema.org/'],
  ['geosparql', 'http://www.opengis.net/ont/geosparql#'],
  ['gsp', 'http://www.opengis.net/ont/geosparql#'],
  ['geo', 'http://www.opengis.net/ont/geosparql#'],
  ['prov', 'http://www.w3.org/ns/prov#'],
  ['spdx', 'http://spdx.org/rdf/terms#'],
  ['dct', 'http://purl.org/dc/terms/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['dcat', 'http://www.w3.org/ns/dcat#'],
]);

export const emptyContext: Context = {
  vocabulary: undefined,
  terms: new Map(),
  language: undefined,
  base: undefined,
};

const isSchemaOrg = (address: string) => /^https?:\/\/(www\.)?schema\.org(\/|$)/i.test(address);

/** The context of RO-Crate is that of schema.org with a few terms more. */
const isRoCrate = (address: string) => /^https:\/\/w3id\.org\/ro\/crate\//.test(address);

/**
 * Reads a context on top of the one in force. Nothing is fetched: the address of schema.org means its vocabulary, any
 * other address is given to `unknown`.
 */
export function extendContext(
  context: Context,
  given: JsonValue | undefined,
  unknown: (address: string) => void,
): Context {
  if (given === undefined) return context;
  if (given === null) return emptyContext;
  if (typeof given === 'string') {
    if (isSchemaOrg(given) || isRoCrate(given)) return { ...context, vocabulary: 'https://schema.org/' };
    unknown(given);
    return context;
  }
  if (Array.isArray(given))
    return given.reduce<Context>((outer, part) => extendContext(outer, part, unknown), context);
  if (!isJsonObject(given)) return context;
  const vocabulary = given['@vocab'];
  const language = given['@language'];
  const base = given['@base'];
  const terms = new Map(context.terms);
  for (const [term, definition] of Object.entries(given)) {
    const iri = isJsonObject(definition) ? definition['@id'] : definition;
    if (!term.startsWith('@') && typeof iri === 'string') terms.set(term, iri);
  }
  return {
    vocabulary: typeof vocabulary === 'string' ? separated(vocabulary) : context.vocabulary,
    language: typeof language === 'string' ? language : context.language,
    base: typeof base === 'string' ? base : context.base,
    terms,
  };
}

/** `https://schema.org` without its slash is a common slip, and means nothing else. */
function separated(vocabulary: string): string {
  return /^https?:\/\/(www\.)?schema\.org$/i.test(vocabulary) ? `${vocabulary}/` : vocabulary;
}

/**
 * The name of a key or type: the local name for terms of schema.org, the IRI for all others.
 * @returns `undefined` for a term that no context defines
 */
export function nameOf(context: Context, term: string): string | undefined {
  const iri = expand(context, term, 0);
  if (iri === undefined) return undefined;
  return isSchemaOrg(iri) ? iri.replace(/^https?:\/\/(www\.)?schema\.org\/?/i, '') : iri;
}

/** An IRI from a compact one; relative ones are resolved only where the context has a base. */
export function iriOf(context: Context, id: string): string {
  if (id.startsWith('_:')) return id;
  const expanded = /^[a-z][\w.-]*:/i.test(id) ? expand(context, id, 0) : undefined;
  if (expanded !== undefined) return expanded;
  return context.base !== undefined && URL.canParse(id, context.base) ? new URL(id, context.base).href : id;
}

function expand(context: Context, term: string, depth: number): string | undefined {
  if (depth > 5) return undefined;
  const defined = context.terms.get(term);
  if (defined !== undefined && defined !== term) return expand(context, defined, depth + 1);
  const colon = term.indexOf(':');
  if (colon > 0) {
    const prefix = term.slice(0, colon);
    const namespace = context.terms.get(prefix) ?? usualPrefixes.get(prefix);
    const isAbsolute = term.startsWith('//', colon + 1) || namespace === undefined;
    return isAbsolute ? term : namespace + term.slice(colon + 1);
  }
  return context.vocabulary === undefined ? undefined : context.vocabulary + term;
}
