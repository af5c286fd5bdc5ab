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
    if (name === '') {
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
 * Finds where an element ends by counting tags of its own name only, so that broken markup inside it does no harm.
 * @param tag its start tag
 * @returns offset behind the end tag and of its start; `undefined` when it never ends
 */
export function endOfElement(text: string, tag: Tag): { contentEnd: number; end: number } | undefined {
  if (tag.kind === 'empty') return { contentEnd: tag.end, end: tag.end };
  let depth = 1;
  for (let found = nextTag(text, tag.end); found; found = nextTag(text, found.end)) {
    if (found.name !== tag.name || found.kind === 'empty') continue;
    depth += found.kind === 'open' ? 1 : -1;
    if (depth === 0) return { contentEnd: found.start, end: found.end };
  }
  return undefined;
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
