import type { XmlElement } from './element.ts';

/** Escapes text for element content; characters that XML 1.0 forbids are dropped. */
export function escapeText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** Escapes text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\n\t]/g, (character) => entities[character] ?? character);
}

// XML 1.0, production [2] Char: everything but these. Lone surrogates are not characters either.
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * Writes an element as a document of its own, with every namespace that it uses declared where it needs to be:
 * what a harvester takes out of a GetRecords or ListRecords page stands alone afterwards.
 * @param element the element
 * @param scope prefix → URI in force above it (from its ancestors)
 */
export function serialiseElement(element: XmlElement, scope: Readonly<Record<string, string>> = {}): string {
  return write(element, {}, scope);
}

function write(
  element: XmlElement,
  declared: Readonly<Record<string, string>>,
  outer: Readonly<Record<string, string>>,
): string {
  const needed: Record<string, string> = { ...outer, ...element.declarations };
  if (element.namespace || element.prefix === '') needed[element.prefix] = element.namespace;
  for (const attribute of element.attributes)
    if (attribute.prefix && attribute.prefix !== 'xml') needed[attribute.prefix] = attribute.namespace;
  let start = element.prefix ? `${element.prefix}:${element.name}` : element.name;
  const name = start;
  const inForce: Record<string, string> = { ...declared };
  for (const [prefix, uri] of Object.entries(needed)) {
    if (prefix === 'xml' || (inForce[prefix] ?? (prefix === '' ? '' : undefined)) === uri) continue;
    start += ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escapeAttribute(uri)}"`;
    inForce[prefix] = uri;
  }
  for (const attribute of element.attributes) {
    start += ` ${attribute.prefix ? `${attribute.prefix}:` : ''}${attribute.name}="${escapeAttribute(attribute.value)}"`;
  }
  if (element.children.length === 0) return `<${start}/>`;
  let content = '';
  for (const child of element.children)
    content += typeof child === 'string' ? escapeText(child) : write(child, inForce, {});
  return `<${start}>${content}</${name}>`;
}
