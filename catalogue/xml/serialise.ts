import type { XmlElement } from './element.ts';

type Scope = Readonly<Record<string, string>>;

/** Escapes text for element content; characters that XML 1.0 forbids are dropped. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(forbidden, '').replace(/[&<>\r]/g, (character) => entities[character] ?? character);
}

/** Escapes text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(forbidden, '')
    .replace(/[&<>"\n\t\r]/g, (character) => entities[character] ?? character);
}

// XML 1.0, production [2] Char: everything but these. Lone surrogates are not characters either.
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What may have to be escaped or dropped somewhere; most texts have nothing of it. */
const special = /[\u0000-\u001F&<>"\uD800-\uDFFF\uFFFE\uFFFF]/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/**
 * Writes an element as a document of its own, with every namespace that it uses declared where it needs to be:
 * what a harvester takes out of a GetRecords or ListRecords page stands alone afterwards. Prefixes that are used only
 * inside values (`xsi:type="gml:TimePeriodType"`, QNames as text) count as used.
 * @param element the element
 * @param scope prefix → URI in force above it (from its ancestors); what it does not use is left behind
 */
export function serialiseElement(element: XmlElement, scope: Scope = {}): string {
  const used = new Set<string>();
  collectPrefixes(element, used);
  const inherited = Object.fromEntries(Object.entries(scope).filter(([prefix]) => used.has(prefix)));
  return write(element, { '': '' }, inherited);
}

function collectPrefixes(element: XmlElement, used: Set<string>): void {
  used.add(element.prefix);
  for (const { prefix, value } of element.attributes) {
    used.add(prefix);
    addPrefixOfName(value, used);
  }
  for (const child of element.children) {
    if (typeof child === 'string') addPrefixOfName(child, used);
    else collectPrefixes(child, used);
  }
}

function addPrefixOfName(value: string, used: Set<string>): void {
  const colon = value.indexOf(':');
  if (colon <= 0 || value.length > 200) return;
  const prefix = /^\s*([\p{L}_][\p{L}\p{N}._-]*):[\p{L}_][\p{L}\p{N}._-]*\s*$/u.exec(value)?.[1];
  if (prefix) used.add(prefix);
}

/** @param inForce what the written text has declared above; @param added what has to be declared here besides */
function write(element: XmlElement, inForce: Scope, added: Scope): string {
  const needed: Record<string, string> = { ...added, ...element.declarations };
  needed[element.prefix] = element.namespace;
  for (const attribute of element.attributes)
    if (attribute.prefix) needed[attribute.prefix] = attribute.namespace;
  const name = element.prefix ? `${element.prefix}:${element.name}` : element.name;
  let start = name;
  let within = inForce;
  for (const prefix in needed) {
    const uri = needed[prefix] ?? '';
    if (prefix === 'xml' || within[prefix] === uri) continue;
    start += ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escapeAttribute(uri)}"`;
    within = { ...within, [prefix]: uri };
  }
  for (const { prefix, name: local, value } of element.attributes)
    start += ` ${prefix ? `${prefix}:` : ''}${local}="${escapeAttribute(value)}"`;
  if (element.children.length === 0) return `<${start}/>`;
  let content = '';
  for (const child of element.children)
    content += typeof child === 'string' ? escapeText(child) : write(child, within, {});
  return `<${start}>${content}</${name}>`;
}
