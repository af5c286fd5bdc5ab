import { type CatalogueRecord, findCode, parseIdentifier, relationTypes } from '../../model/index.ts';
import type { Curie, RdfNode } from '../../rdf/index.ts';
import { isSource } from './provenance.ts';
import { addressOf, codeOf, type DcatReading, givenIri, labels } from './reading.ts';

type Related = CatalogueRecord['resource']['related'][number];

/** Properties that relate resources, as values of our codelist. */
const relationProperties: readonly (readonly [Curie, string])[] = [
  ['dct:isPartOf', 'isPartOf'],
  ['dcat:inSeries', 'series'],
  ['dct:hasPart', 'hasPart'],
  ['dcat:seriesMember', 'hasPart'],
  ['dcat:resource', 'hasPart'],
  ['dct:isVersionOf', 'isVersionOf'],
  ['dcat:isVersionOf', 'isVersionOf'],
  ['dct:hasVersion', 'hasVersion'],
  ['dcat:hasVersion', 'hasVersion'],
  ['dct:replaces', 'revisionOf'],
  ['dcat:previousVersion', 'revisionOf'],
  ['adms:prev', 'revisionOf'],
  ['dct:isReplacedBy', 'isReplacedBy'],
  ['dct:isReferencedBy', 'isReferencedBy'],
  ['dct:references', 'crossReference'],
  ['dct:relation', 'crossReference'],
  ['dct:source', 'isDerivedFrom'],
  ['prov:wasDerivedFrom', 'isDerivedFrom'],
  ['dct:requires', 'dependency'],
  ['dcat:servesDataset', 'operatesOn'],
  ['owl:sameAs', 'isIdenticalTo'],
];

/** What points here says the same the other way round. */
const inverseProperties: readonly (readonly [Curie, string])[] = [
  ['dct:hasPart', 'isPartOf'],
  ['dcat:seriesMember', 'series'],
  ['dcat:servesDataset', 'isServedBy'],
];

/** Other resources and how this one relates to them, each once per relation. */
export function relatedOf(resource: RdfNode, reading: DcatReading): Related[] {
  const found = new Map<string, Related>();
  const add = (related: Related | undefined) => {
    if (related) found.set(JSON.stringify([related.relation, related.identifier, related.titles]), related);
  };
  for (const [property, relation] of relationProperties)
    for (const node of resource.all(property)) {
      // Sources are lineage; what a service serves stands in its own description.
      if (property === 'prov:wasDerivedFrom' && isSource(node)) continue;
      if (property === 'dcat:servesDataset' && resource.is('dcat:DataService')) continue;
      add(relatedTo(node, relation, reading));
    }
  for (const [property, relation] of inverseProperties)
    for (const node of resource.inverse(property)) add(relatedTo(node, relation, reading));
  for (const relationship of resource.all('dcat:qualifiedRelation', 'prov:qualifiedDerivation')) {
    const role = relationship.one('dcat:hadRole', 'dct:type');
    const given = role && codeOf(role);
    const code = given === undefined ? undefined : findCode(relationTypes, given);
    for (const node of relationship.all('dct:relation', 'prov:entity')) {
      const related = relatedTo(node, code?.value ?? 'other', reading);
      add(related && { ...related, ...(code || given === undefined ? {} : { relationAsGiven: given }) });
    }
  }
  return [...found.values()];
}

function relatedTo(node: RdfNode, relation: string, reading: DcatReading): Related | undefined {
  const titles = node.isLiteral ? {} : labels(node, reading);
  const iri = givenIri(node, reading);
  const code = node.isLiteral ? node.value.trim() : (node.text('dct:identifier') ?? iri);
  if ((code === undefined || code === '') && Object.keys(titles).length === 0) return undefined;
  const identifier = code ? parseIdentifier(code) : undefined;
  const url = (node.isLiteral ? addressOf(node) : iri) ?? identifier?.uri;
  const type = node.isLiteral ? undefined : node.one('dct:type');
  return {
    relation,
    titles,
    ...(identifier ? { identifier: identifier.code, identifierType: identifier.scheme } : {}),
    ...(url !== undefined && /^https?:/i.test(url) ? { url } : {}),
    ...(type ? { resourceType: codeOf(type) } : {}),
  };
}
