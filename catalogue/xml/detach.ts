import { XmlElement as Node, XmlCData, XmlText } from 'libxml2-wasm';
import { type XmlAttribute, XmlElement } from './element.ts';

/** Depth beyond which a document is refused: ISO records reach 40. */
export const deepest = 200;

/** Elements are nested more than `deepest` deep. */
export class NestedTooDeep extends Error {}

const none: readonly XmlAttribute[] = Object.freeze([]);
const undeclared: Readonly<Record<string, string>> = Object.freeze({});
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * Copies a libxml2 tree into plain objects: one pass over it costs less than an XPath per field, and nothing has to be
 * freed afterwards. Every string that crosses the border to WebAssembly is decoded anew, so namespaces are followed
 * through their declarations instead of being asked of each node.
 * @throws NestedTooDeep
 */
export function detach(root: Node): XmlElement {
  return copy(root, 0, { xml: xmlNamespace });
}

function copy(node: Node, depth: number, above: Readonly<Record<string, string>>): XmlElement {
  if (depth > deepest) throw new NestedTooDeep();
  const declarations = declarationsOf(node);
  const scope = declarations === undeclared ? above : { ...above, ...declarations };
  const children: (XmlElement | string)[] = [];
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof Node) children.push(copy(child, depth + 1, scope));
    else if (child instanceof XmlText || child instanceof XmlCData) children.push(child.content);
  }
  const prefix = node.namespacePrefix;
  return new XmlElement(
    node.name,
    scope[prefix] ?? '',
    prefix,
    attributesOf(node, scope),
    declarations,
    children,
    node.line,
  );
}

function declarationsOf(node: Node): Readonly<Record<string, string>> {
  const declarations = node.nsDeclarations;
  for (const _ in declarations) return declarations;
  return undeclared;
}

function attributesOf(node: Node, scope: Readonly<Record<string, string>>): readonly XmlAttribute[] {
  const { attrs } = node;
  if (attrs.length === 0) return none;
  return attrs.map((attribute) => {
    const prefix = attribute.namespacePrefix;
    return {
      name: attribute.name,
      namespace: prefix ? (scope[prefix] ?? '') : '',
      prefix,
      value: attribute.value,
    };
  });
}
