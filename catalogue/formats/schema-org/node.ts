import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { type LanguageMap, normaliseLanguage } from '../../model/index.ts';
import { oneLine, type Place } from '../reading/index.ts';
import { type Context, emptyContext, extendContext, iriOf, nameOf } from './context.ts';

/** A value of a property: a text with its language (where one is told), or another node. */
export type TextValue = { text: string; language?: string; place: Place };
export type Value = TextValue | SchemaNode;

/** One node of a schema.org document: properties by their schema.org name, whatever the context calls them. */
export class SchemaNode {
  readonly id: string | undefined;
  readonly types: readonly string[];

  constructor(
    readonly json: JsonObject,
    readonly context: Context,
    readonly path: string,
    private readonly properties: ReadonlyMap<string, Value[]>,
    private readonly index: ReadonlyMap<string, SchemaNode>,
  ) {
    const id = json['@id'] ?? json['id'];
    this.id = typeof id === 'string' && id.trim() !== '' ? iriOf(context, id.trim()) : undefined;
    this.types = strings(json['@type'] ?? json['type']).map((type) => nameOf(context, type) ?? type);
  }

  get place(): Place {
    return { path: this.path || '/' };
  }

  /** Address of the node: its @id where that is one, else its url. */
  get address(): string | undefined {
    return this.id !== undefined && /^https?:/i.test(this.id) ? this.id : this.text('url', 'contentUrl');
  }

  is(...types: string[]): boolean {
    return this.types.some((type) => types.includes(type));
  }

  /** Values of these properties in document order; references by @id lead to the node where it is described. */
  all(...names: string[]): Value[] {
    return names
      .flatMap((name) => this.properties.get(name) ?? [])
      .map((value) => (value instanceof SchemaNode ? value.described : value));
  }

  /** Only the values that are nodes. */
  nodes(...names: string[]): SchemaNode[] {
    return this.all(...names).filter((value) => value instanceof SchemaNode);
  }

  /** Only the values that are texts. */
  texts(...names: string[]): TextValue[] {
    return this.all(...names).filter((value): value is TextValue => !(value instanceof SchemaNode));
  }

  /** First text of the first of these properties that has one, in one line. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const [first] = this.texts(name);
      if (first) return oneLine(first.text);
    }
    return undefined;
  }

  /** Names of the properties, for what has to look at all of them. */
  get keys(): string[] {
    return [...this.properties.keys()];
  }

  private get described(): SchemaNode {
    const isReference = this.properties.size === 0 && this.types.length === 0;
    return (isReference && this.id !== undefined && this.index.get(this.id)) || this;
  }
}

/** A parsed document: the nodes at its top (members of a list or a @graph), in order. */
export type SchemaDocument = { roots: SchemaNode[]; unknownContexts: string[] };

/** Nodes of a JSON-LD document that uses schema.org in any context, list or @graph. */
export function parseSchemaOrg(value: JsonValue): SchemaDocument {
  const index = new Map<string, SchemaNode>();
  const unknownContexts: string[] = [];
  const unknown = (address: string) => unknownContexts.push(address);

  const nodeOf = (json: JsonObject, outer: Context, path: string): SchemaNode => {
    const context = extendContext(outer, json['@context'], unknown);
    const properties = new Map<string, Value[]>();
    for (const [key, given] of Object.entries(json)) {
      if (key.startsWith('@') || key === 'id' || key === 'type') continue;
      const name = nameOf(context, key);
      if (name === undefined) continue;
      const values = valuesOf(given, context, `${path}/${key}`);
      if (values.length > 0) properties.set(name, [...(properties.get(name) ?? []), ...values]);
    }
    const node = new SchemaNode(json, context, path, properties, index);
    const isDescription = properties.size > 0 || node.types.length > 0;
    if (node.id !== undefined && isDescription && !index.has(node.id)) index.set(node.id, node);
    return node;
  };

  const valuesOf = (given: JsonValue, context: Context, path: string): Value[] => {
    if (Array.isArray(given))
      return given.flatMap((member, place) => valuesOf(member, context, `${path}/${place}`));
    if (!isJsonObject(given)) return textOf(given, context.language, path);
    const members = given['@list'] ?? given['@set'];
    if (members !== undefined) return valuesOf(members, context, path);
    if ('@value' in given) {
      const language = given['@language'];
      const content = given['@value'];
      if (isJsonObject(content) || Array.isArray(content))
        return textOf(JSON.stringify(content), undefined, path);
      return textOf(content ?? null, typeof language === 'string' ? language : context.language, path);
    }
    return [nodeOf(given, context, path)];
  };

  const rootsOf = (given: JsonValue, context: Context, path: string): SchemaNode[] => {
    if (Array.isArray(given))
      return given.flatMap((member, place) => rootsOf(member, context, `${path}/${place}`));
    if (!isJsonObject(given)) return [];
    const graph = given['@graph'];
    if (graph === undefined) return [nodeOf(given, context, path)];
    const inner = extendContext(context, given['@context'], unknown);
    const { '@graph': _, ...own } = given;
    const described = Object.keys(own).some((key) => !['@context', '@id'].includes(key));
    return [...(described ? [nodeOf(own, context, path)] : []), ...rootsOf(graph, inner, `${path}/@graph`)];
  };

  return { roots: rootsOf(value, emptyContext, ''), unknownContexts };
}

function textOf(
  given: string | number | boolean | null,
  language: string | undefined,
  path: string,
): Value[] {
  const text = given === null ? '' : String(given);
  return text.trim() === ''
    ? []
    : [{ text, ...(language === undefined ? {} : { language }), place: { path } }];
}

function strings(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

/** BCP 47 tag of a text, or the language of the document. */
export function languageOf(value: { language?: string }, otherwise: string): string {
  return value.language === undefined ? otherwise : (normaliseLanguage(value.language) ?? value.language);
}

/** A language map of texts; the first of each language counts, further ones go to `others`. */
export function mapOf(values: readonly Value[], otherwise: string, others?: LanguageMap[]): LanguageMap {
  const map: LanguageMap = {};
  for (const value of values) {
    if (value instanceof SchemaNode) continue;
    const language = languageOf(value, otherwise);
    const text = oneLine(value.text);
    if (map[language] === undefined) map[language] = text;
    else if (map[language] !== text) others?.push({ [language]: text });
  }
  return map;
}
