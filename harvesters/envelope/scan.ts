/**
 * A start tag, end tag or empty element found in text. Positions are offsets into the text.
 */
export type Tag = {
  kind: 'open' | 'close' | 'empty';
  /** Qualified name as written. */
  name: string;
  start: number;
  /** Behind the `>`. */
  end: number;
};

/**
 * Finds the next tag, stepping over comments, CDATA sections, processing instructions and `>` within attribute values.
 * It reads markup only and judges nothing: what stands inside a record may be broken, the envelope is still found.
 * @param text a document of which one character is one byte (latin1), or any string
 * @param from offset to start at
 * @returns `undefined` at the end of the text
 */
export function nextTag(text: string, from: number): Tag | undefined {
  let at = from;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start === -1) return undefined;
    const next = text.charCodeAt(start + 1);
    if (next === exclamation || next === question) {
      at = behindDeclaration(text, start);
      if (at === -1) return undefined;
      continue;
    }
    const close = next === slash;
    const nameStart = close ? start + 2 : start + 1;
    nameEnd.lastIndex = nameStart;
    const name = text.slice(nameStart, nameEnd.exec(text)?.index ?? text.length);
    if (name === '' || name.length > longestName) {
      at = start + 1;
      continue;
    }
    const end = behindTag(text, nameStart + name.length);
    if (end === -1) return undefined;
    const kind = close ? 'close' : text.charCodeAt(end - 2) === slash ? 'empty' : 'open';
    return { kind, name, start, end };
  }
}

/**
 * Finds where an element ends by counting tags of its own name only, so that broken markup inside it does no harm (and
 * so that the tags inside, which are by far the most, need not be looked at).
 * @param tag its start tag
 * @returns offset behind the end tag and of its start; `undefined` when it never ends
 */
export function endOfElement(text: string, tag: Tag): { contentEnd: number; end: number } | undefined {
  if (tag.kind === 'empty') return { contentEnd: tag.end, end: tag.end };
  const marks = marksOf(tag.name);
  let depth = 1;
  let at = tag.end;
  for (;;) {
    marks.lastIndex = at;
    const mark = marks.exec(text);
    if (!mark) return undefined;
    const start = mark.index;
    const next = text.charCodeAt(start + 1);
    const declaration = next === exclamation || next === question;
    at = declaration ? behindDeclaration(text, start) : behindTag(text, start + mark[0].length);
    if (at === -1) return undefined;
    if (declaration) continue;
    if (next === slash) depth -= 1;
    else if (text.charCodeAt(at - 2) !== slash) depth += 1;
    if (depth === 0) return { contentEnd: start, end: at };
  }
}

const knownMarks = new Map<string, RegExp>();

/** Tags of one name, and what may hide others: comments, CDATA sections, processing instructions. */
function marksOf(name: string): RegExp {
  const known = knownMarks.get(name);
  if (known) return known;
  const literal = name.replace(/[^\w:]/g, (character) => `\\${character}`);
  const marks = new RegExp(`<(?:!--|!\\[CDATA\\[|\\?|/?${literal}(?=[\\s/>]))`, 'g');
  // Names come from outside: a page of invented ones must not fill the memory.
  if (knownMarks.size > 500) knownMarks.clear();
  knownMarks.set(name, marks);
  return marks;
}

/** Attributes of a start tag, values as written (entities not resolved). */
export function attributesOf(text: string, tag: Tag): Record<string, string> {
  const found: Record<string, string> = {};
  const start = tag.start + 1 + tag.name.length;
  const written = text.slice(start, Math.min(tag.end - 1, start + longestAttributes));
  for (const [, name = '', double, single] of written.matchAll(attribute))
    found[name] = double ?? single ?? '';
  return found;
}

/** No element is called so; what has a longer name is no tag. */
const longestName = 500;
/** Characters of a start tag that are looked at. */
const longestAttributes = 50_000;
const exclamation = 33;
const slash = 47;
const question = 63;
const nameEnd = /[\s/>]|$/g;
const attribute = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const quoteOrEnd = /["'>]/g;

function behindDeclaration(text: string, start: number): number {
  const until = (mark: string, length: number) => {
    const at = text.indexOf(mark, start + length);
    return at === -1 ? -1 : at + mark.length;
  };
  if (text.startsWith('<!--', start)) return until('-->', 4);
  if (text.startsWith('<![CDATA[', start)) return until(']]>', 9);
  return text.charCodeAt(start + 1) === question ? until('?>', 2) : until('>', 2);
}

function behindTag(text: string, from: number): number {
  let at = from;
  for (;;) {
    quoteOrEnd.lastIndex = at;
    const mark = quoteOrEnd.exec(text);
    if (!mark) return -1;
    if (mark[0] === '>') return mark.index + 1;
    const closing = text.indexOf(mark[0], mark.index + 1);
    // An unbalanced quote would swallow the rest of the page: the tag is broken, and ends at the next ">".
    if (closing === -1) return text.indexOf('>', mark.index) + 1 || -1;
    at = closing + 1;
  }
}
