import { DomainError } from '#runtime/errors';
import type { HarvestSource } from '../types.ts';

const prefixes = `PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX prov: <http://www.w3.org/ns/prov#>
`;
const resources = 'VALUES ?class { dcat:Dataset dcat:DatasetSeries dcat:DataService } ?dataset a ?class .';

/**
 * The option `graph`: addresses of the graphs that are asked, with blanks between them; the endpoint's own default unless
 * told.
 * @throws DomainError `invalid` when one is no address
 */
function fromOf({ options }: HarvestSource): string {
  const graphs = options['graph']?.split(/\s+/).filter((one) => one !== '') ?? [];
  for (const graph of graphs)
    if (!isIri(graph))
      throw new DomainError('invalid', `graph: "${graph}" is no address of a graph.`, { field: 'options' });
  return graphs.map((graph) => `FROM <${graph}>\n`).join('');
}

/** Whether a text can stand as an IRI in a query (SPARQL 1.1, IRIREF). */
export function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text);
}

export function countQuery(source: HarvestSource): string {
  return `${prefixes}SELECT (COUNT(DISTINCT ?dataset) AS ?count)\n${fromOf(source)}WHERE { ${resources} FILTER(isIRI(?dataset)) }`;
}

/**
 * The datasets behind one, in the order of their addresses: no offset is asked for, which endpoints bound, and which
 * moves when datasets come and go.
 * @param after address of the last one; '' to begin
 */
export function listQuery(source: HarvestSource, after: string, size: number): string {
  const behind = after === '' ? '' : ` FILTER(STR(?dataset) > ${literal(after)})`;
  return `${prefixes}SELECT DISTINCT ?dataset\n${fromOf(source)}WHERE { ${resources} FILTER(isIRI(?dataset))${behind} }\nORDER BY STR(?dataset)\nLIMIT ${size}`;
}

/**
 * What datasets say of themselves, with what they lead to: distributions, parties, places, two steps down from those
 * that belong to the dataset alone, the services that serve them, and the records of a catalogue about them. Of other
 * datasets the title is enough.
 */
export function describeQuery(source: HarvestSource, datasets: readonly string[]): string {
  const wanted = `VALUES ?dataset { ${datasets.map((iri) => `<${iri}>`).join(' ')} }`;
  const own =
    'dcat:distribution, adms:sample, dcat:contactPoint, prov:qualifiedAttribution, dcat:qualifiedRelation';
  const notAResource = 'FILTER NOT EXISTS { ?s a ?other . FILTER(?other IN (dcat:Dataset, dcat:Catalog)) }';
  return `${prefixes}CONSTRUCT { ?s ?p ?o }
${fromOf(source)}WHERE {
  ${wanted}
  {
    ?dataset ?p ?o . BIND(?dataset AS ?s)
  } UNION {
    ?dataset ?first ?s . ?s ?p ?o . ${notAResource}
  } UNION {
    ?dataset ?first ?node . ?node ?second ?s . ?s ?p ?o .
    FILTER(isBlank(?node) || ?first IN (${own})) ${notAResource}
  } UNION {
    ?dataset ?first ?node . ?node ?second ?inner . ?inner ?third ?s . ?s ?p ?o .
    FILTER(isBlank(?inner)) ${notAResource}
  } UNION {
    ?dataset ?first ?s . ?s a dcat:Dataset . ?s dct:title ?o . BIND(dct:title AS ?p)
  } UNION {
    ?s dcat:servesDataset ?dataset . ?s ?p ?o . FILTER(?p != dcat:servesDataset || ?o = ?dataset)
  } UNION {
    ?s foaf:primaryTopic ?dataset . ?s ?p ?o .
  }
}`;
}

/** For endpoints that find the question above too hard. */
export function plainQuery(source: HarvestSource, dataset: string): string {
  return `DESCRIBE <${dataset}>\n${fromOf(source)}`;
}

function literal(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? '');
  return `"${escaped}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
