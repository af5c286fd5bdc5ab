import type { Quad, Term } from '@rdfjs/types';
import type { Store } from 'n3';
import { type Curie, prefixes, spellings } from './namespaces.ts';

const iris = (...curies: Curie[]) => new Set(curies.flatMap((curie) => spellings(curie)));

const rdfType = `${prefixes.rdf}type`;
/** Resources with documents of their own: others are told of them by name and address only. */
const resourceTypes = iris('dcat:Catalog', 'dcat:Dataset', 'dcat:DatasetSeries', 'dcat:DataService');
/** What is told of another resource: enough to name it and to go there, but no type, lest it pass for the subject. */
const labels = iris(
  'dct:title',
  'dct:identifier',
  'dct:type',
  'dct:conformsTo',
  'dcat:endpointURL',
  'dcat:endpointDescription',
  'dcat:landingPage',
);
/** Ways that lead out of the description: up and down thesauri, to siblings and to whole catalogues. */
const notFollowed = iris(
  'skos:broader',
  'skos:narrower',
  'skos:related',
  'skos:hasTopConcept',
  'skos:topConceptOf',
  'skos:member',
  'dcat:dataset',
  'dcat:service',
  'dcat:catalog',
  'dcat:record',
  'org:hasMember',
  'org:hasUnit',
  'foaf:made',
  'foaf:member',
);
/** Statements of others that belong to the description. */
const inverse = [...iris('foaf:primaryTopic', 'dcat:servesDataset', 'dct:hasPart', 'dcat:seriesMember')];
/** Of these, the whole subject belongs to it: a CatalogRecord is about its resource. */
const recordLinks = iris('foaf:primaryTopic');

/** Statements beyond which a description is cut: no record comes near. */
const mostQuads = 50_000;

/**
 * The concise bounded description of one resource: its statements, those of every node that it leads to (blank or
 * described in the graph: distributions, agents, geometries, periods, checksums, concepts), and its CatalogRecords;
 * of other datasets, series, services and catalogues only the name and address.
 * @param store the graph of a whole catalogue
 * @param subject the resource
 */
export function describe(store: Store, subject: Term): Quad[] {
  const quads = new Map<string, Quad>();
  const visited = new Set<string>();
  const keep = (quad: Quad) => quads.set(quadKey(quad), quad);
  const isOtherResource = (term: Term) =>
    !sameTerm(term, subject) &&
    store.getObjects(term, rdfType, null).some((type) => resourceTypes.has(type.value));
  const queue: Term[] = [subject];
  const visit = (term: Term) => {
    const other = isOtherResource(term);
    for (const quad of store.readQuads(term, null, null, null)) {
      if (quads.size >= mostQuads) return;
      if (other && !labels.has(quad.predicate.value)) continue;
      keep(quad);
      const follow = quad.object.termType !== 'Literal' && !notFollowed.has(quad.predicate.value);
      if (follow && !other) queue.push(quad.object);
    }
  };
  for (const predicate of inverse) {
    for (const quad of store.getQuads(null, predicate, subject, null)) {
      keep(quad);
      if (recordLinks.has(predicate) || quad.subject.termType === 'BlankNode') queue.push(quad.subject);
      else
        for (const told of store.getQuads(quad.subject, null, null, null))
          if (labels.has(told.predicate.value)) keep(told);
    }
  }
  for (let next = queue.shift(); next && quads.size < mostQuads; next = queue.shift()) {
    const key = `${next.termType} ${next.value}`;
    if (visited.has(key)) continue;
    visited.add(key);
    visit(next);
  }
  return [...quads.values()];
}

function quadKey(quad: Quad): string {
  const object = quad.object;
  const kind = object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : '';
  return `${quad.subject.termType} ${quad.subject.value} ${quad.predicate.value} ${object.termType} ${kind} ${object.value}`;
}

function sameTerm(first: Term, second: Term): boolean {
  return first.termType === second.termType && first.value === second.value;
}
