import { words } from '../model/index.ts';
import { deepest } from './detach.ts';
import { type XmlAttribute, XmlElement } from './element.ts';

/** The document is not what the quick way reads: malformed, too deep, with a DOCTYPE, or with names beyond ASCII. */
class NotPlain extends Error {}

const noAttributes: readonly XmlAttribute[] = [];
const noChildren: readonly (XmlElement | string)[] = [];
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
/** An element whose end is still to come; the same few are used again for each that is opened. */
type Open = {
  name: Name;
  scope: Scope;
  attributes: readonly XmlAttribute[];
  declarations: Readonly<Record<string, string>>;
  line: number;
  /** Where its children begin among those that have no parent yet. */
  first: number;
};

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
  /** Position of the first line break that was not counted yet. */
  private nextBreak: number;
  private root: XmlElement | undefined;
  private readonly open: Open[] = [];
  private depth = 0;
  /** Children whose parent is still open: an array of the right size is made of them when it ends. */
  private readonly pending: (XmlElement | string)[] = [];
  private pendingCount = 0;
  private readonly hasCdataEnd: boolean;

  constructor(private readonly text: string) {
    this.hasCdataEnd = text.includes(']]>');
    this.nextBreak = this.breakFrom(0);
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
    return this.depth === 0 && this.root ? this.root : refuse();
  }

  private declaration(): number {
    return xmlDeclaration.exec(this.text)?.[0].length ?? refuse();
  }

  /** Text up to the next markup. */
  private content(end: number): void {
    const piece = indentation(this.text, this.at, end) ?? this.text.slice(this.at, end);
    this.at = end;
    if (this.depth === 0) {
      if (piece.trim() !== '' || /[^ \t\n]/.test(piece)) refuse();
      return;
    }
    if (this.hasCdataEnd && piece.includes(']]>')) refuse();
    this.add(piece.includes('&') ? expand(piece) : piece);
  }

  /** Keeps a child until its parent ends. */
  private add(child: XmlElement | string): void {
    this.pending[this.pendingCount] = child;
    this.pendingCount += 1;
  }

  private markup(code: number): void {
    if (code === slash) this.endTag();
    else if (code === exclamation) this.commentOrCdata();
    else if (code === question) this.instruction();
    else this.startTag();
  }

  private endTag(): void {
    const { text } = this;
    const closed = this.open[this.depth - 1];
    if (this.depth === 0 || !closed) refuse();
    const { tag } = closed.name;
    if (!text.startsWith(tag, this.at + 2)) refuse();
    let end = this.at + 2 + tag.length;
    while (isBlank(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) !== greater) refuse();
    this.at = end + 1;
    this.depth -= 1;
    this.finish(closed, this.childrenFrom(closed.first));
  }

  /** The pending children from a place on, which are pending no more. */
  private childrenFrom(first: number): readonly (XmlElement | string)[] {
    const { pending, pendingCount } = this;
    this.pendingCount = first;
    if (pendingCount === first) return noChildren;
    const one = pending[first];
    if (pendingCount === first + 1 && one !== undefined) return [one];
    return pending.slice(first, pendingCount);
  }

  private finish(
    { name, scope, attributes, declarations, line }: Open,
    children: readonly (XmlElement | string)[],
  ): void {
    const { prefix, local } = name;
    const namespace = scope[prefix] ?? (prefix === '' ? '' : refuse());
    const element = new XmlElement(local, namespace, prefix, attributes, declarations, children, line);
    if (this.depth > 0) this.add(element);
    else this.root = element;
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
    if (end === -1 || this.depth === 0) refuse();
    this.add(text.slice(at + 9, end));
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
    const { text, depth } = this;
    const start = this.at;
    if ((depth === 0 && this.root) || depth > deepest) refuse();
    while (this.nextBreak < start) {
      this.line += 1;
      this.nextBreak = this.breakFrom(this.nextBreak + 1);
    }
    const element = this.opened();
    element.line = this.line;
    element.name = this.name(start + 1);
    const code = text.charCodeAt(this.at);
    if (code !== greater && code !== slash) this.attributes(element);
    if (text.charCodeAt(this.at) === slash) {
      this.at += 1;
      this.finish(element, noChildren);
    } else {
      this.depth += 1;
    }
    if (text.charCodeAt(this.at) !== greater) refuse();
    this.at += 1;
  }

  /** What is kept of the element that begins, one below the innermost open one. */
  private opened(): Open {
    const scope = this.open[this.depth - 1]?.scope ?? topScope;
    const used = this.open[this.depth];
    if (used) {
      used.scope = scope;
      used.attributes = noAttributes;
      used.declarations = noDeclarations;
      used.first = this.pendingCount;
      return used;
    }
    const added: Open = {
      name: noName,
      scope,
      attributes: noAttributes,
      declarations: noDeclarations,
      line: 0,
      first: this.pendingCount,
    };
    this.open.push(added);
    return added;
  }

  private breakFrom(start: number): number {
    const found = this.text.indexOf('\n', start);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  }

  /** A name at a position, which is passed. */
  private name(start: number): Name {
    const { text } = this;
    let end = start;
    while (nameCodes[text.charCodeAt(end)] === 1) end += 1;
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

  /** The attributes and declarations of an element, and the namespaces in scope from it on. */
  private attributes(element: Open): void {
    const { text } = this;
    const attributes: XmlAttribute[] = [];
    let declarations: Record<string, string> | undefined;
    let isPrefixed = false;
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
        attributes.push({ name: local, namespace: '', prefix, value });
        isPrefixed ||= prefix !== '';
        continue;
      }
      const declared = prefix === '' ? '' : local;
      declarations ??= {};
      if (declared in declarations || !isDeclarable(declared, value)) refuse();
      declarations[declared] = namespaceNamed(value);
    }
    if (declarations) {
      element.declarations = declarations;
      element.scope = words({ ...element.scope, ...declarations });
    }
    if (attributes.length === 0) return;
    if (isPrefixed)
      for (const attribute of attributes) attribute.namespace = namespaceOf(attribute, element.scope);
    if (attributes.length > 1) refuseTwins(attributes);
    element.attributes = attributes;
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

const noName: Name = { tag: '', prefix: '', local: '' };
// Without a prototype: `constructor` is no prefix, and no entity, that anybody declared.
const topScope: Scope = words({ xml: xmlNamespace });
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

/** Whether a code is of a name: letters, digits and `. - _ :` of ASCII; other letters are left to libxml2. */
const nameCodes = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w.:-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

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

/** The namespace of an attribute; one without a prefix has none. */
function namespaceOf({ prefix }: XmlAttribute, scope: Scope): string {
  return prefix === '' ? '' : (scope[prefix] ?? refuse());
}

/** More attributes than any record has, which are left to libxml2: each is compared with each. */
const mostAttributes = 50;

/** The same name twice is no XML. */
function refuseTwins(attributes: readonly XmlAttribute[]): void {
  if (attributes.length > mostAttributes) refuse();
  for (let later = 1; later < attributes.length; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1)
      if (
        attributes[later]?.name === attributes[earlier]?.name &&
        attributes[later]?.namespace === attributes[earlier]?.namespace
      )
        refuse();
}

function attributeValue(raw: string): string {
  if (raw.includes('<')) refuse();
  const plain = raw.includes('\n') || raw.includes('\t') ? raw.replace(/[\n\t]/g, ' ') : raw;
  return plain.includes('&') ? expand(plain) : plain;
}

const entities = words({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

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

/**
 * The one copy of a text that the engine keeps for keys: no slice, which would hold the whole document, and the same
 * object as the literals that it is compared with, so that a comparison is of two addresses.
 */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

/** Names taken apart once: documents use the same few hundred again and again. */
const names = new Map<string, Name>();

function nameOf(tag: string): Name {
  const known = names.get(tag);
  if (known) return known;
  const [, prefix = '', local = ''] = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/.exec(tag) ?? refuse();
  const name = { tag: interned(tag), prefix: interned(prefix), local: interned(local) };
  // Documents choose their names: without a bound a hostile source could fill the memory.
  if (names.size < 5000) names.set(name.tag, name);
  return name;
}

const namespaces = new Map<string, string>();

/** The one copy of the name of a namespace. */
function namespaceNamed(uri: string): string {
  const known = namespaces.get(uri);
  if (known !== undefined) return known;
  const kept = interned(uri);
  if (namespaces.size < 5000) namespaces.set(kept, kept);
  return kept;
}
