import { type CatalogueRecord, type RelatedResource, relationTypes } from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { isoAddress } from '../codes.ts';
import { citationOf } from './citations.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** Relations that a property says; all others are qualified. */
const properties: Readonly<Record<string, Curie>> = {
  isPartOf: 'dct:isPartOf',
  hasPart: 'dct:hasPart',
  series: 'dcat:inSeries',
  crossReference: 'dct:relation',
  isReferencedBy: 'dct:isReferencedBy',
  isDerivedFrom: 'dct:source',
  revisionOf: 'dct:replaces',
  isReplacedBy: 'dct:isReplacedBy',
  isVersionOf: 'dct:isVersionOf',
  hasVersion: 'dcat:hasVersion',
  dependency: 'dct:requires',
};

/** Related resources, and documents about this one. */
export function writeRelations(graph: DcatGraph, subject: Subject, resource: Resource): void {
  for (const related of resource.related) {
    const node = relatedNode(graph, related);
    if (related.relation !== 'other' && related.relationAsGiven !== undefined)
      graph.losses.add('resource.related.relationAsGiven');
    const property = properties[related.relation];
    if (property) graph.add(subject, property, node);
    else {
      const relationship = graph.blank('dcat:Relationship');
      graph.add(relationship, 'dct:relation', node);
      graph.add(relationship, 'dcat:hadRole', roleNode(graph, related));
      graph.add(subject, 'dcat:qualifiedRelation', relationship);
    }
  }
  for (const cited of resource.additionalDocumentation)
    graph.add(
      subject,
      'foaf:page',
      citationOf(graph, cited, 'resource.additionalDocumentation', 'foaf:Document', 'schema:CreativeWork'),
    );
}

/** By its address; one that is named by a code only gets an address below our page: shapes take no blank node there. */
function relatedNode(graph: DcatGraph, related: RelatedResource): Subject {
  const { identifier, titles, resourceType, url } = related;
  const address =
    uuid.test(identifier ?? '') && url === undefined ? `urn:uuid:${identifier}` : (url ?? identifier);
  const said = { identifier, titles, resourceType, url };
  const describe = (node: Subject) => {
    graph.addTexts(node, 'dct:title', titles);
    if (identifier !== undefined) graph.add(node, 'dct:identifier', graph.plain(identifier));
    if (resourceType !== undefined)
      graph.add(node, 'dct:type', graph.concept(undefined, { en: resourceType }));
  };
  const named = graph.iri(address);
  if (named && graph.once(named, said, () => describe(named))) return named;
  const node = graph.own('related');
  describe(node);
  graph.add(node, 'skos:exactMatch', named);
  return node;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function roleNode(graph: DcatGraph, { relation, relationAsGiven }: RelatedResource): Subject {
  if (relation === 'other') return graph.concept(undefined, { en: relationAsGiven ?? relation }, 'dcat:Role');
  const entry = relationTypes.find(({ value }) => value === relation);
  const iso = entry && 'iso' in entry ? entry.iso : undefined;
  const address = typeof iso === 'string' ? isoAddress('DS_AssociationTypeCode', iso) : undefined;
  return graph.concept(address, { en: relation }, 'dcat:Role');
}
