import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../json/index.ts';
import type { Problem, ResourceType } from '../../model/index.ts';
import type { DocumentPart, ReadContext } from '../format.ts';
import { parseSchemaOrg, type SchemaNode } from './node.ts';
import { resourcesOf, resourceTypeOf } from './subjects.ts';

/**
 * Makes one document of each resource of a list, a @graph, an ItemList, a DataFeed or a DataCatalog. Each has the
 * context of the whole and the nodes that it refers to.
 * @returns the very bytes when the document is about one resource
 */
export async function splitSchemaOrg(
  bytes: Uint8Array,
  _context: ReadContext = {},
): Promise<{ parts: DocumentPart[]; problems: Problem[] }> {
  const { value, problems } = parseJson(bytes);
  if (value === undefined) return { parts: [], problems };
  const document = parseSchemaOrg(value);
  const resources = resourcesOf(document);
  const [only] = resources;
  if (resources.length <= 1) {
    const identifier = only && identifierOf(only);
    return {
      parts: [{ format: 'schema.org', bytes, ...(identifier === undefined ? {} : { identifier }) }],
      problems: [],
    };
  }
  const described = new Map<string, JsonObject>();
  for (const root of document.roots) if (root.id !== undefined) described.set(root.id, root.json);
  const context = contextOf(value);
  const parts = resources.map((resource) => partOf(resource, context, described));
  return { parts, problems };
}

/** What pages describe beside data: news, pictures, things to buy, dates. */
const beside = new Set<ResourceType>(['document', 'image', 'instrument', 'campaign']);

/** Whether JSON-LD of a web page is about data, or what stands beside it in a catalogue of data. */
export function describesData(value: JsonValue): boolean {
  return resourcesOf(parseSchemaOrg(value)).some((resource) => {
    const { type } = resourceTypeOf(resource) ?? {};
    return type !== undefined && !beside.has(type);
  });
}

function partOf(
  resource: SchemaNode,
  context: JsonValue | undefined,
  described: ReadonlyMap<string, JsonObject>,
): DocumentPart {
  const others = referencesOf(resource, described);
  const own = resource.json['@context'] === undefined && context !== undefined ? { '@context': context } : {};
  const document: JsonValue =
    others.length === 0 ? { ...own, ...resource.json } : { ...own, '@graph': [resource.json, ...others] };
  const identifier = identifierOf(resource);
  return {
    format: 'schema.org',
    bytes: new TextEncoder().encode(JSON.stringify(document)),
    ...(identifier === undefined ? {} : { identifier }),
  };
}

function identifierOf(resource: SchemaNode): string | undefined {
  if (resource.id !== undefined && !resource.id.startsWith('_:')) return resource.id;
  const [property] = resource.nodes('identifier');
  return resource.text('identifier') ?? property?.text('value', 'url') ?? resource.text('url');
}

/** Nodes that the resource refers to by @id, and those that they refer to; other resources only by their names. */
function referencesOf(resource: SchemaNode, described: ReadonlyMap<string, JsonObject>): JsonObject[] {
  const found = new Map<string, JsonObject>();
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) for (const member of value) visit(member);
    if (!isJsonObject(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length === 1 && id !== resource.id && !found.has(id)) {
      const node = described.get(id);
      if (node) {
        const isDataset = /Dataset|DataCatalog/.test(JSON.stringify(node['@type'] ?? ''));
        const told = isDataset ? stubOf(node) : node;
        found.set(id, told);
        visit(told);
      }
    }
    for (const [key, member] of Object.entries(value)) if (key !== '@context') visit(member);
  };
  visit(resource.json);
  return [...found.values()];
}

function stubOf(node: JsonObject): JsonObject {
  const kept = ['@id', 'name', 'url', 'identifier', 'schema:name', 'schema:url'];
  return Object.fromEntries(Object.entries(node).filter(([key]) => kept.includes(key)));
}

function contextOf(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return value.map(contextOf).find((context) => context !== undefined);
  return isJsonObject(value) ? value['@context'] : undefined;
}
