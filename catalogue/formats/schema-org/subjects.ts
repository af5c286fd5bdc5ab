import type { ResourceType } from '../../model/index.ts';
import type { SchemaDocument, SchemaNode } from './node.ts';

/** Types of schema.org that stand for a resource of ours; best first, for nodes that have several. */
const types: Readonly<Record<string, ResourceType>> = {
  Dataset: 'dataset',
  DataSet: 'dataset',
  DataFeed: 'dataset',
  SoftwareApplication: 'software',
  SoftwareSourceCode: 'software',
  WebApplication: 'software',
  Map: 'map',
  ImageObject: 'image',
  WebAPI: 'service',
  ResearchProject: 'project',
  Project: 'project',
  Article: 'document',
  ScholarlyArticle: 'document',
  TechArticle: 'document',
  Report: 'document',
  Book: 'document',
  Thesis: 'document',
  DigitalDocument: 'document',
  CreativeWork: 'document',
  Service: 'service',
  // Ships and buoys, as Ocean InfoHub describes them.
  Vehicle: 'platform',
  Event: 'campaign',
  Product: 'instrument',
  DataCatalog: 'collection',
};

/** What the node is, `undefined` when it is nothing that a catalogue describes (a person, a place, a page). */
export function resourceTypeOf(node: SchemaNode): { type: ResourceType; typeAsGiven: string } | undefined {
  for (const [name, type] of Object.entries(types)) if (node.is(name)) return { type, typeAsGiven: name };
  return undefined;
}

/** Properties through which lists and pages lead to the resources that they hold. */
const ways = ['dataset', 'itemListElement', 'item', 'dataFeedElement', 'mainEntity'] as const;
const containers = [
  'DataCatalog',
  'ItemList',
  'ListItem',
  'DataFeed',
  'WebPage',
  'AboutPage',
  'ItemPage',
  'CollectionPage',
  'WebSite',
  'SearchResultsPage',
];

/**
 * The resources that a document describes, in its order. Datasets count before all else: a graph that has one describes
 * the people and places beside it for its sake. A catalogue counts only when it lists none.
 */
export function resourcesOf(document: SchemaDocument): SchemaNode[] {
  // The descriptor of an RO-Crate says which of all its entities the crate is.
  const descriptor = document.roots.find(({ id }) => id?.endsWith('ro-crate-metadata.json'));
  const root = descriptor?.nodes('about').find(resourceTypeOf);
  if (root) return [root];
  const found = new Map<string, SchemaNode>();
  const visit = (node: SchemaNode, depth: number): void => {
    const listed = node.is(...containers) && depth < 8 ? node.nodes(...ways) : [];
    const before = found.size;
    for (const member of listed) visit(member, depth + 1);
    if (found.size > before && !node.is('Dataset')) return;
    if (resourceTypeOf(node)) found.set(node.id ?? node.path, node);
  };
  for (const one of document.roots) visit(one, 0);
  const all = [...found.values()];
  const datasets = all.filter((node) => node.is('Dataset', 'DataSet'));
  if (datasets.length > 0) return datasets;
  const others = all.filter((node) => !node.is('DataCatalog'));
  // In a graph, works without a dataset are mostly parts of each other; the first is what it is about.
  return others.length > 0 ? others : all;
}
