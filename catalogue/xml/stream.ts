import { deepest } from './detach.ts';
import { type XmlAttribute, XmlElement } from './element.ts';

/** The document is not what the quick way reads: malformed, too deep, with a DOCTYPE, or with names beyond ASCII. */
class NotPlain extends Error {}

const noAttributes: readonly XmlAttribute[] = Object.freeze([]);
const noDeclarations: Readonly<Record<string, string>> = Object.freeze({});
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

// XML 1.0, production [2] Char: everything but these; a decoder leaves no halves of surrogate pairs.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')(?:\s+encoding\s*=\s*(?:"[\w.:-]+"|'[\w.:-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

type Scope = Readonly<Record<string, string>>;
/** A name as the document has it, taken apart. */
type Name = { tag: string; prefix: string; local: string };
/** An element whose end is still to come. */
type Open = { tag: string; children: (XmlElement | string)[]; scope: Scope };

/**
 * Builds the tree of a well-formed document in one pass over its text, without crossing into WebAssembly for each
 * node: several times quicker than copying libxml2's tree. It knows no entities but the five of XML, and is strict: what it
 * does not surely know to be well-formed it leaves to libxml2.
 * @returns `undefined` for any document with a fault, a DOCTYPE or names beyond ASCII: libxml2 then says what is wrong
 */
export function buildFromText(text: string): XmlElement | undefined {
  if (forbidden.test(text)) return undefined;
  try {
    return new Builder(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).document();
  } catch (cause) {
    if (cause instanceof NotPlain) return undefined;
    throw cause;
  }
}

function refuse(): never {
  throw new NotPlain();
}

class Builder {
  private at = 0;
  private line = 1;
  /** Position up to which the lines were counted. */
  private counted = 0;
  private root: XmlElement | undefined;
  private readonly open: Open[] = [];
  private readonly hasCdataEnd: boolean;

  constructor(private readonly text: string) {
    this.hasCdataEnd = text.includes(']]>');
  }

  document(): XmlElement {
    const { text } = this;
    this.at = text.startsWith('<?xml ') || text.startsWith('<?xml\n') ? this.declaration() : 0;
    while (this.at < text.length) {
      const next = text.indexOf('<', this.at);
      if (next !== this.at) this.content(next === -1 ? text.length : next);
      if (next === -1) break;
      this.at = next;
      this.markup(text.charCodeAt(next + 1));
    }
    return this.open.length === 0 && this.root ? this.root : refuse();
  }

  private declaration(): number {
    return xmlDeclaration.exec(this.text)?.[0].length ?? refuse();
  }

  /** Text up to the next markup. */
  private content(end: number): void {
    const piece = indentation(this.text, this.at, end) ?? this.text.slice(this.at, end);
    this.at = end;
    const current = this.open[this.open.length - 1];
    if (!current) {
      if (piece.trim() !== '' || /[^ \t\n]/.test(piece)) refuse();
      return;
    }
    if (this.hasCdataEnd && piece.includes(']]>')) refuse();
    current.children.push(piece.includes('&') ? expand(piece) : piece);
  }

  private markup(code: number): void {
    if (code === slash) this.endTag();
    else if (code === exclamation) this.commentOrCdata();
    else if (code === question) this.instruction();
    else this.startTag();
  }

  private endTag(): void {
    const { text } = this;
    const closed = this.open.pop() ?? refuse();
    if (!text.startsWith(closed.tag, this.at + 2)) refuse();
    let end = this.at + 2 + closed.tag.length;
    while (isBlank(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) !== greater) refuse();
    this.at = end + 1;
  }

  private commentOrCdata(): void {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end === -1 || text.charCodeAt(end + 2) !== greater) refuse();
      this.at = end + 3;
      return;
    }
    const end = text.startsWith('<![CDATA[', at) ? text.indexOf(']]>', at + 9) : -1;
    const current = this.open[this.open.length - 1];
    if (end === -1 || !current) refuse();
    current.children.push(text.slice(at + 9, end));
    this.at = end + 3;
  }

  private instruction(): void {
    const { text, at } = this;
    const end = text.indexOf('?>', at + 2);
    const [, target = 'xml'] = /^([A-Za-z_][\w.-]*)(?:\s|$)/.exec(text.slice(at + 2, end)) ?? [];
    if (end === -1 || target.toLowerCase() === 'xml') refuse();
    this.at = end + 2;
  }

  private startTag(): void {
    const { text } = this;
    const start = this.at;
    const above = this.open[this.open.length - 1];
    if ((!above && this.root) || this.open.length > deepest) refuse();
    for (let next = text.indexOf('\n', this.counted); next !== -1 && next < start; ) {
      this.line += 1;
      this.counted = next + 1;
      next = text.indexOf('\n', this.counted);
    }
    const { tag, prefix, local } = this.name(start + 1);
    let scope = above?.scope ?? topScope;
    let attributes = noAttributes;
    let declarations = noDeclarations;
    let code = text.charCodeAt(this.at);
    if (code !== greater && code !== slash) {
      const told = this.attributes();
      declarations = told.declarations;
      if (declarations !== noDeclarations) scope = { ...scope, ...declarations };
      attributes = inScope(told.attributes, scope);
      code = text.charCodeAt(this.at);
    }
    const isEmpty = code === slash;
    if (isEmpty) this.at += 1;
    if (text.charCodeAt(this.at) !== greater) refuse();
    this.at += 1;
    const namespace = scope[prefix] ?? (prefix === '' ? '' : refuse());
    const children: (XmlElement | string)[] = [];
    const element = new XmlElement(local, namespace, prefix, attributes, declarations, children, this.line);
    if (above) above.children.push(element);
    else this.root = element;
    if (!isEmpty) this.open.push({ tag, children, scope });
  }

  /** A name at a position, which is passed. */
  private name(start: number): Name {
    const { text } = this;
    let end = start;
    while (isNameCode(text.charCodeAt(end))) end += 1;
    this.at = end;
    // Where it was met before, it is found without being cut out: by its length, a letter of its middle and its last.
    const length = end - start;
    const place =
      (length * 61 + text.charCodeAt(start + (length >> 1)) * 17 + text.charCodeAt(end - 1)) & placeMask;
    const met = recent[place];
    if (met && met.tag.length === length && text.startsWith(met.tag, start)) return met;
    const name = nameOf(text.slice(start, end));
    recent[place] = name;
    return name;
  }

  private attributes(): { attributes: Raw[]; declarations: Readonly<Record<string, string>> } {
    const { text } = this;
    const attributes: Raw[] = [];
    let declarations: Record<string, string> | undefined;
    for (;;) {
      const before = this.at;
      const code = this.blanks();
      if (code === greater || code === slash) break;
      if (this.at === before) refuse();
      const { tag, prefix, local } = this.name(this.at);
      if (this.blanks() !== equals) refuse();
      this.at += 1;
      const quote = this.blanks();
      if (quote !== doubleQuote && quote !== singleQuote) refuse();
      const end = text.indexOf(quote === doubleQuote ? '"' : "'", this.at + 1);
      if (end === -1) refuse();
      const value = attributeValue(text.slice(this.at + 1, end));
      this.at = end + 1;
      if (prefix !== 'xmlns' && tag !== 'xmlns') {
        attributes.push({ name: local, prefix, value });
        continue;
      }
      const declared = prefix === '' ? '' : local;
      declarations ??= {};
      if (declared in declarations || !isDeclarable(declared, value)) refuse();
      declarations[declared] = value;
    }
    return { attributes, declarations: declarations ?? noDeclarations };
  }

  /** Passes blanks and gives the code of what follows. */
  private blanks(): number {
    let code = this.text.charCodeAt(this.at);
    while (isBlank(code)) {
      this.at += 1;
      code = this.text.charCodeAt(this.at);
    }
    return code;
  }
}

/** Line breaks with blanks as they stand between elements: documents have the same few again and again. */
const indentations = Array.from({ length: 100 }, (_, blanks) => `\n${' '.repeat(blanks)}`);

function indentation(text: string, start: number, end: number): string | undefined {
  if (text.charCodeAt(start) !== 10) return undefined;
  for (let at = start + 1; at < end; at += 1) if (text.charCodeAt(at) !== 32) return undefined;
  return indentations[end - start - 1];
}

type Raw = { name: string; prefix: string; value: string };

const topScope: Scope = Object.freeze({ xml: xmlNamespace });
const exclamation = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const equals = 61;
const greater = 62;
const question = 63;

/** Names by where they are likely to be found again. */
const placeMask = 2047;
const recent: (Name | undefined)[] = Array.from({ length: placeMask + 1 }, () => undefined);

const isBlank = (code: number) => code === 32 || code === 10 || code === 9;

/** Letters, digits and `. - _ :` of ASCII; other letters are left to libxml2. */
function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 58) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

/** Addresses that are surely well-formed (RFC 3986): libxml2 minds others. */
const plainUri = /^[A-Za-z][\w+.-]*:[\w.~/:,-]*(?:#[\w.~/:,-]*)?$/;

/** Namespaces in XML 1.0: a prefix can't be undeclared, and two prefixes are not to be had. */
function isDeclarable(prefix: string, uri: string): boolean {
  if (prefix === 'xml') return uri === xmlNamespace;
  if (uri !== '' && !plainUri.test(uri)) return false;
  return (
    prefix !== 'xmlns' && uri !== xmlNamespace && uri !== xmlnsNamespace && (prefix === '' || uri !== '')
  );
}

/** Attributes with their namespaces; the same name twice is no XML. */
function inScope(raw: readonly Raw[], scope: Scope): readonly XmlAttribute[] {
  if (raw.length === 0) return noAttributes;
  const attributes: XmlAttribute[] = [];
  for (const { name, prefix, value } of raw) {
    const namespace = prefix === '' ? '' : (scope[prefix] ?? refuse());
    for (const other of attributes) if (other.name === name && other.namespace === namespace) refuse();
    attributes.push({ name, namespace, prefix, value });
  }
  return attributes;
}

function attributeValue(raw: string): string {
  if (raw.includes('<')) refuse();
  const plain = raw.includes('\n') || raw.includes('\t') ? raw.replace(/[\n\t]/g, ' ') : raw;
  return plain.includes('&') ? expand(plain) : plain;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five entities of XML and references to characters; there are no others without a DOCTYPE. */
function expand(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) refuse();
    const known = entities[name];
    if (known !== undefined) return known;
    const [, decimal, hexadecimal] = /^#(?:(\d+)|x([\da-fA-F]+))$/.exec(name) ?? [];
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : 0;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const isCharacter =
      code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !isHalf);
    const character = isCharacter ? String.fromCodePoint(code) : refuse();
    return forbidden.test(character) ? refuse() : character;
  });
}

/** Names taken apart once: documents use the same few hundred again and again. */
const names = new Map<string, Name>();

function nameOf(tag: string): Name {
  const known = names.get(tag);
  if (known) return known;
  const [, prefix = '', local = ''] = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/.exec(tag) ?? refuse();
  // A copy: a slice would hold the whole document.
  const name = { tag: Buffer.from(tag).toString(), prefix, local };
  // Documents choose their names: without a bound a hostile source could fill the memory.
  if (names.size < 5000) names.set(name.tag, name);
  return name;
}
