import type { Store } from 'n3';
import {
  findCode,
  normaliseLanguage,
  type ResourceType,
  resourceTypeNames,
  resourceTypes,
} from '../../model/index.ts';
import { type Curie, nodesOfType, RdfNode } from '../../rdf/index.ts';
import { codeOf, labelNodes } from './reading.ts';

const resourceClasses: readonly Curie[] = ['dcat:Dataset', 'dcat:DatasetSeries', 'dcat:DataService'];

/**
 * The datasets, series and services that a document describes, in document order, each once. What only another record
 * points to (a series of which nothing but the title is told) is none of them, as long as something is described.
 */
export function resourcesOf(store: Store): RdfNode[] {
  const found = new Map<string, RdfNode>();
  const add = (node: RdfNode) => found.set(`${node.term.termType} ${node.value}`, node);
  for (const node of nodesOfType(store, ...resourceClasses)) if (!node.is('dcat:Catalog')) add(node);
  // A catalogue may list what it forgot to type.
  for (const catalog of nodesOfType(store, 'dcat:Catalog'))
    for (const node of catalog.all('dcat:dataset', 'dcat:service'))
      if (!node.isLiteral && node.types.length === 0 && node.one('dct:title') !== undefined)
        add(new RdfNode(store, node.term));
  // What a CatalogRecord is about is a resource, whether or not it says of what kind.
  for (const record of nodesOfType(store, 'dcat:CatalogRecord'))
    for (const node of [...record.all('foaf:primaryTopic'), ...record.inverse('foaf:isPrimaryTopicOf')])
      if (!node.isLiteral && node.types.length === 0 && node.one('dct:title') !== undefined)
        add(new RdfNode(store, node.term));
  const all = [...found.values()];
  const told = all.filter((node) => !isStub(node));
  return told.length > 0 ? told : all;
}

/** Nothing but a name and an address: another document describes it. */
function isStub(node: RdfNode): boolean {
  if (recordsOf(node).length > 0) return false;
  if (
    node.one(
      'dct:description',
      'dcat:distribution',
      'dct:publisher',
      'dct:spatial',
      'dcat:keyword',
      'dcat:theme',
    )
  )
    return false;
  if (node.inverse('dcat:dataset', 'dcat:service').length > 0) return false;
  return (
    node.inverse(
      'dcat:accessService',
      'dcat:inSeries',
      'dct:isPartOf',
      'dct:hasPart',
      'dcat:seriesMember',
      'dct:relation',
    ).length > 0 ||
    (node.is('dcat:DataService') && node.one('dcat:servesDataset') !== undefined)
  );
}

/** The CatalogRecords about a resource. */
export function recordsOf(resource: RdfNode): RdfNode[] {
  const all = [...resource.inverse('foaf:primaryTopic'), ...resource.all('foaf:isPrimaryTopicOf')];
  const original = originalOf(all);
  return original ? [...all.filter((record) => record !== original), original] : all;
}

/** Of the records about a resource, those that others name as their source: the catalogue's own come first. */
export function originalOf(records: readonly RdfNode[]): RdfNode | undefined {
  return records.find((record) =>
    record.inverse('dct:source').some((other) => other.is('dcat:CatalogRecord')),
  );
}

/** Kind of resource: by its class, within dcat:Dataset by dct:type where that is one of our kinds. */
export function typeOf(resource: RdfNode): { type: ResourceType; typeAsGiven?: string } {
  const given = resource
    .all('dct:type')
    .map((node) => node.text('skos:notation'))
    .find((told) => told !== undefined);
  const asGiven = given === undefined ? {} : { typeAsGiven: given };
  if (resource.is('dcat:DataService')) return { type: 'service', ...asGiven };
  if (resource.is('dcat:DatasetSeries')) return { type: 'series', ...asGiven };
  for (const node of resource.all('dct:type')) {
    const word = codeOf(node).replace(/^dcat:/, '');
    const code = findCode(resourceTypeNames, word.toLowerCase() === 'services' ? 'service' : word);
    const type = resourceTypes.find((known) => known === code?.value);
    // Our own documents tell a kind that DCAT has no class for; the word of the source stands beside it.
    if (type) return { type, ...(node.isNamed || node.isLiteral ? { typeAsGiven: word } : asGiven) };
  }
  return { type: resource.is('dcat:Catalog') ? 'collection' : 'dataset' };
}

/** BCP 47 tags of dct:language: IRIs of authority tables, literals or labelled concepts. */
export function languagesOf(node: RdfNode): string[] {
  const tags = node.all('dct:language').flatMap((language) => {
    const words = language.isLiteral || language.isNamed ? [language.value] : [];
    const known = [...words, ...labelNodes(language).map((label) => label.value)].map(normaliseLanguage);
    return known.find((tag) => tag !== undefined) ?? [];
  });
  return [...new Set(tags)];
}

/**
 * Main language of the metadata: what the CatalogRecord says; else the only one that titles are tagged with; else the
 * only language of the data, as catalogues without records mean it. `undefined` where several have equal rank.
 */
export function metadataLanguage(resource: RdfNode, records: readonly RdfNode[]): string | undefined {
  for (const record of records) {
    const [told] = languagesOf(record);
    if (told !== undefined) return told;
  }
  const tags = new Set(
    resource.all('dct:title', 'dct:description').flatMap((text) => normaliseLanguage(text.language) ?? []),
  );
  if (tags.size === 1) return [...tags][0];
  const own = languagesOf(resource);
  return own.length === 1 && (tags.size === 0 || tags.has(own[0] ?? '')) ? own[0] : undefined;
}
