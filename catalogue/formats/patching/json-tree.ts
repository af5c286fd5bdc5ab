/** A JSON value with its places in the text. */
export type JsonNode = {
  start: number;
  end: number;
} & (
  | { type: 'object'; members: JsonMember[] }
  | { type: 'array'; items: JsonNode[] }
  | { type: 'plain'; value: string | number | boolean | null }
);
export type JsonMember = { key: string /** Offset before the key. */; start: number; value: JsonNode };

const blank = /[\s\uFEFF]*/y;
const text = /"(?:[^"\\]|\\.)*"/y;
const word = /[^\s,\]}]+/y;

/**
 * Builds the tree of a JSON text that a parser accepted.
 * @throws SyntaxError when it is none
 */
export function jsonTree(source: string): JsonNode {
  let at = 0;
  skip();
  return value();

  function skip(): void {
    blank.lastIndex = at;
    blank.exec(source);
    at = blank.lastIndex;
  }

  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found === undefined) throw new SyntaxError(`Unexpected end at ${at}`);
    at = pattern.lastIndex;
    return found;
  }

  function value(): JsonNode {
    const start = at;
    const first = source[at];
    if (first === '{') {
      const members: JsonMember[] = [];
      list('}', () => {
        const begin = at;
        const key: unknown = JSON.parse(take(text));
        skip();
        at += 1;
        skip();
        members.push({ key: String(key), start: begin, value: value() });
      });
      return { type: 'object', members, start, end: at };
    }
    if (first === '[') {
      const items: JsonNode[] = [];
      list(']', () => items.push(value()));
      return { type: 'array', items, start, end: at };
    }
    const plain: unknown = JSON.parse(take(first === '"' ? text : word));
    if (typeof plain === 'object' && plain !== null) throw new SyntaxError(`Unexpected value at ${start}`);
    return { type: 'plain', value: isPlain(plain) ? plain : null, start, end: at };
  }

  function list(close: string, item: () => void): void {
    at += 1;
    skip();
    while (source[at] !== close) {
      if (at >= source.length) throw new SyntaxError('Unexpected end');
      item();
      skip();
      if (source[at] === ',') at += 1;
      skip();
    }
    at += 1;
  }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The value that a tree stands for. */
export function plainOf(node: JsonNode): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plainOf(value)]));
    case 'array':
      return node.items.map(plainOf);
    case 'plain':
      return node.value;
  }
}
