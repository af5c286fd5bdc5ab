import type { Problem } from '#catalogue/model';
import { attributesOf, endOfElement, nextTag, type Tag } from './scan.ts';

/** An element of an envelope: where it stands and what was declared above it. */
export type EnvelopeElement = {
  /** Local name. */
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  /** Prefix → URI in force in it, '' for the default namespace. */
  scope: Readonly<Record<string, string>>;
  /** Those of `scope` that its own start tag declares. */
  declared: Readonly<Record<string, string>>;
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
};

// Bounds of a page made to waste our time: no server sends so many records at once, each unclosed element costs a scan
// of the rest of the page, and no identifier, date or token is so long.
const mostChildren = 50_000;
const mostUnended = 50;
const longestText = 10_000;

/**
 * A page of a protocol (GetRecords or ListRecords response) as bytes that are cut, not parsed: records come out exactly
 * as they were sent, and a broken one does not take its neighbours with it.
 */
export class EnvelopePage {
  readonly #text: string;
  #unended = 0;
  /** Encoding to declare on a cut element, where the page declares one that is not UTF-8. */
  readonly #declaration: string;
  readonly root: EnvelopeElement | null;
  /** Whether the end tag of the root came: otherwise the answer was cut off on its way. */
  readonly whole: boolean;
  /** Why there is no root. */
  readonly problem: Problem | null;

  constructor(bytes: Uint8Array) {
    const page = narrow(bytes);
    // One character per byte: offsets stay true whatever the encoding of the text.
    this.#text = page.toString('latin1');
    const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
      this.#text.slice(0, 300),
    )?.[1];
    this.#declaration =
      declared && !/^utf-?(8|16)/i.test(declared) ? `<?xml version="1.0" encoding="${declared}"?>` : '';
    const first = nextTag(this.#text, 0);
    const prolog = this.#text.slice(0, first?.start ?? this.#text.length);
    const root = first && first.kind !== 'close' ? this.#element(first, {}, true) : undefined;
    this.problem = refusal(prolog, root);
    this.root = this.problem ? null : (root ?? null);
    this.whole =
      first?.kind === 'empty' || (first !== undefined && this.#text.slice(-5000).includes(`</${first.name}`));
  }

  /** Child elements in order; an element that never ends reaches to the next one of its name, or to the parent's end. */
  *children(parent: EnvelopeElement): Generator<EnvelopeElement> {
    let at = parent.contentStart;
    for (let number = 0; number < mostChildren && this.#unended < mostUnended; ) {
      const tag = nextTag(this.#text, at);
      if (!tag || tag.start >= parent.contentEnd) return;
      if (tag.kind === 'close') {
        at = tag.end;
        continue;
      }
      const child = this.#element(tag, parent.scope, false, parent.contentEnd);
      yield child;
      number += 1;
      at = child.end;
    }
  }

  child(parent: EnvelopeElement, name: string): EnvelopeElement | undefined {
    for (const child of this.children(parent)) if (child.name === name) return child;
    return undefined;
  }

  /** Text of an element without markup, entities resolved, trimmed. */
  text(element: EnvelopeElement): string {
    const written = this.#text.slice(
      element.contentStart,
      Math.min(element.contentEnd, element.contentStart + longestText),
    );
    return resolve(Buffer.from(written, 'latin1').toString('utf8')).trim();
  }

  /**
   * The element as a document of its own: the bytes as sent, with the namespaces declared above it added to its
   * start tag, in a fixed order so that the hash of an unchanged record never moves.
   */
  cut(element: EnvelopeElement): Uint8Array {
    const inherited = Object.entries(element.scope)
      .filter(([prefix, uri]) => !(prefix in element.declared) && !(prefix === '' && uri === ''))
      .filter(([prefix]) => prefix === '' || this.#mentions(element, prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([prefix, uri]) => ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${uri}"`)
      .join('');
    const named = element.start + 1 + nameLength(this.#text, element.start + 1);
    return Buffer.from(
      this.#declaration +
        this.#text.slice(element.start, named) +
        inherited +
        this.#text.slice(named, element.end),
      'latin1',
    );
  }

  /** A prefix may also stand in a value (xsi:type, XPath), so any mention counts. */
  #mentions(element: EnvelopeElement, prefix: string): boolean {
    return this.#text.slice(element.start, element.end).includes(`${prefix}:`);
  }

  #element(
    tag: Tag,
    above: Readonly<Record<string, string>>,
    isRoot: boolean,
    limit = this.#text.length,
  ): EnvelopeElement {
    const attributes = attributesOf(this.#text, tag);
    const declared: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') declared[''] = value;
      else if (name.startsWith('xmlns:')) declared[name.slice(6)] = value;
    }
    const scope = { ...above, ...declared };
    const [prefix, local] = tag.name.includes(':')
      ? [tag.name.slice(0, tag.name.indexOf(':')), tag.name.slice(tag.name.indexOf(':') + 1)]
      : ['', tag.name];
    const ending = this.#ending(tag, isRoot, limit);
    return {
      name: local,
      namespace: scope[prefix] ?? '',
      attributes,
      scope,
      declared,
      start: tag.start,
      contentStart: tag.end,
      ...ending,
    };
  }

  #ending(tag: Tag, isRoot: boolean, limit: number): { contentEnd: number; end: number } {
    // The root of a truncated page has no end; what came is still cut.
    if (isRoot && tag.kind === 'open') return { contentEnd: limit, end: limit };
    const found = endOfElement(this.#text, tag);
    if (found && found.end <= limit) return found;
    this.#unended += 1;
    let next = nextTag(this.#text, tag.end);
    while (next && next.start < limit && !(next.kind === 'open' && next.name === tag.name))
      next = nextTag(this.#text, next.end);
    const end = Math.min(next?.start ?? limit, limit);
    return { contentEnd: end, end };
  }
}

/** UTF-16 can't be cut bytewise; it becomes UTF-8. A byte order mark of UTF-8 goes. */
function narrow(bytes: Uint8Array): Buffer {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (page[0] === 0xff && page[1] === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(page));
  if (page[0] === 0xfe && page[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(page));
  return page[0] === 0xef && page[1] === 0xbb && page[2] === 0xbf ? page.subarray(3) : page;
}

function refusal(prolog: string, root: EnvelopeElement | undefined): Problem | null {
  const say = (code: string, message: string, hint: string): Problem => ({
    severity: 'error',
    code,
    path: '/',
    message,
    hint,
  });
  if (/<!DOCTYPE\s+html/i.test(prolog) || root?.name.toLowerCase() === 'html')
    return say(
      'html-instead-of-xml',
      'The server answered with an HTML page where the protocol asks for XML.',
      'Check the address of the source: servers answer error pages with status 200, too.',
    );
  if (/<!DOCTYPE/i.test(prolog))
    return say(
      'doctype-refused',
      'The answer has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
      'Serve the answer without a DOCTYPE, with entities written as plain characters.',
    );
  if (!root) return say('not-xml', 'The answer holds no XML element.', 'Check the address of the source.');
  return null;
}

function nameLength(text: string, from: number): number {
  const end = text.slice(from, from + 300).search(/[\s/>]/);
  return end === -1 ? 0 : end;
}

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Resolves the five entities of XML and character references, and unwraps CDATA. */
export function resolve(text: string): string {
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[')
        ? piece.slice(9, -3)
        : piece
            .replace(/<[^>]*>/g, '')
            .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
              if (name !== undefined) return named[name] ?? whole;
              const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
              return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
            }),
    )
    .join('');
}
