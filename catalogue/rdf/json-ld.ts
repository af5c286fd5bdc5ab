import type { Quad, Quad_Object, Quad_Subject } from '@rdfjs/types';
import jsonld from 'jsonld';
import { DataFactory } from 'n3';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts';
import type { Problem } from '../model/index.ts';
import { knownContext } from './contexts.ts';
import { prefixes } from './namespaces.ts';
import type { Reading } from './parse.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;

/**
 * Reads JSON-LD. Remote contexts are never fetched: those that we know are replaced by our own, an unknown one is
 * left out with the problem `context-unknown` (terms that only it defines are lost, each told as `term-unknown`).
 * @param document the parsed JSON
 * @param baseUrl what relative IRIs are resolved against, unless the document has an @base
 */
export async function readJsonLd(document: JsonValue, baseUrl: string): Promise<Reading> {
  if (!isJsonObject(document) && !Array.isArray(document)) {
    return refuse('not-json-ld', 'The JSON is neither an object nor a list of objects.', 'Serve JSON-LD.');
  }
  const problems: Problem[] = [];
  const lost = new Set<string>();
  const options = {
    base: baseUrl,
    documentLoader: async (address: string) => {
      const context = knownContext(address);
      if (!context) problems.push(unknownContext(address));
      return { documentUrl: address, document: { '@context': context ?? {} } };
    },
    eventHandler: ({ event, next }: JsonLdEvent) => {
      if (event.code === 'invalid property') lost.add(String(event.details['property']));
      next();
    },
  };
  let nodes: unknown;
  try {
    nodes = await jsonld.flatten(document as jsonld.JsonLdDocument, undefined, options);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    return refuse(
      'json-ld-invalid',
      `The JSON-LD cannot be expanded: ${said}`,
      'Check the document in the JSON-LD playground.',
    );
  }
  for (const property of [...lost].slice(0, 20)) {
    problems.push({
      severity: 'warning',
      code: 'term-unknown',
      path: `/${property}`,
      message: `No context says what "${property}" means; it was left out.`,
      hint: 'Define the term in the @context of the document.',
    });
  }
  const quads: Quad[] = [];
  addNodes(Array.isArray(nodes) ? nodes : [], quads);
  return { quads, problems };
}

type JsonLdEvent = { event: { code: string; details: Record<string, unknown> }; next: () => void };

function unknownContext(address: string): Problem {
  return {
    severity: 'error',
    code: 'context-unknown',
    path: '/@context',
    message: `The context "${address}" is not known here, and contexts are never fetched.`,
    hint: 'Write the context into the document.',
  };
}

function refuse(code: string, message: string, hint: string): Reading {
  return { quads: [], problems: [{ severity: 'error', code, path: '/', message, hint }] };
}

/** Nodes of a flattened document become quads of one graph: named graphs tell nothing of a record. */
function addNodes(nodes: readonly JsonValue[], quads: Quad[]): void {
  for (const node of nodes) {
    if (!isJsonObject(node) || typeof node['@id'] !== 'string') continue;
    const subject = resource(node['@id']);
    for (const [property, values] of Object.entries(node)) {
      if (!Array.isArray(values)) continue;
      if (property === '@graph') addNodes(values, quads);
      else if (property === '@type') {
        for (const type of values)
          if (typeof type === 'string') quads.push(quad(subject, rdf('type'), resource(type)));
      } else if (!property.startsWith('@')) {
        for (const value of values) addValue(subject, property, value, quads);
      }
    }
  }
}

function addValue(subject: Quad_Subject, property: string, value: JsonValue, quads: Quad[]): void {
  if (!isJsonObject(value)) return;
  const list = value['@list'];
  // A list of authors or formats is read as its members in order: nothing here depends on the list itself.
  if (Array.isArray(list)) {
    for (const member of list) addValue(subject, property, member, quads);
    return;
  }
  const object = term(value);
  if (object) quads.push(quad(subject, namedNode(property), object));
}

function term(value: JsonObject): Quad_Object | undefined {
  if (typeof value['@id'] === 'string') return resource(value['@id']);
  const content = value['@value'];
  if (content === undefined || content === null) return undefined;
  const type = value['@type'];
  if (typeof content === 'boolean') return literal(String(content), namedNode(`${prefixes.xsd}boolean`));
  if (typeof content === 'number') {
    const kind = Number.isInteger(content) ? 'integer' : 'decimal';
    return literal(String(content), namedNode(`${prefixes.xsd}${kind}`));
  }
  if (typeof content !== 'string') return literal(JSON.stringify(content), rdf('JSON'));
  const language = value['@language'];
  if (typeof language === 'string' && language !== '') return literal(content, language);
  return typeof type === 'string' && !type.startsWith('@')
    ? literal(content, namedNode(type))
    : literal(content);
}

function resource(id: string) {
  return id.startsWith('_:') ? blankNode(id.slice(2)) : namedNode(id);
}

function rdf(name: string) {
  return namedNode(`${prefixes.rdf}${name}`);
}
