/** Namespaces as they are written in our own Turtle; the first spelling of each vocabulary is the current one. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cnt: 'http://www.w3.org/2011/content#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  dqv: 'http://www.w3.org/ns/dqv#',
  dwc: 'http://rs.tdwg.org/dwc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  geodcatap: 'http://data.europa.eu/930/',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prof: 'http://www.w3.org/ns/dx/prof/',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  sdmx: 'http://purl.org/linked-data/sdmx/2009/attribute#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  sosa: 'http://www.w3.org/ns/sosa/',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
export type Prefix = keyof typeof prefixes;

/** Other spellings under which documents use the same terms: schema.org by https, DCAT before it came to W3C. */
const otherSpellings: Partial<Record<Prefix, readonly string[]>> = {
  schema: ['https://schema.org/'],
  dcat: ['http://vocab.deri.ie/dcat#', 'https://www.w3.org/ns/dcat#'],
  // Many catalogues write the fifteen old elements where DCAT asks for the terms of the same name.
  dct: ['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/terms/#'],
  locn: ['https://www.w3.org/ns/locn#'],
};

export type Curie = `${Prefix}:${string}`;

/**
 * All IRIs that mean a term, the current spelling first.
 * @param curie prefix of `prefixes` and local name, e.g. `dct:title`
 */
export function spellings(curie: Curie): readonly string[] {
  let known = cache.get(curie);
  if (!known) {
    const at = curie.indexOf(':');
    const prefix = curie.slice(0, at) as Prefix;
    const name = curie.slice(at + 1);
    known = [prefixes[prefix], ...(otherSpellings[prefix] ?? [])].map((namespace) => namespace + name);
    cache.set(curie, known);
  }
  return known;
}
const cache = new Map<string, readonly string[]>();

/** The current IRI of a term. */
export function expand(curie: Curie): string {
  return spellings(curie)[0] ?? curie;
}

/** The short form of an IRI for messages (`dct:title`), the IRI itself when no prefix fits. */
export function shorten(iri: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  return iri;
}
