/** Why a text is no filter that we understand; `position` counts characters from 1. */
export class CqlFault extends Error {
  constructor(
    message: string,
    readonly position: number,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** A word, a quoted name, a text, a number, or a sign; `from` and `to` are positions in the filter, from 0. */
export type Token = {
  kind: 'word' | 'text' | 'number' | 'sign' | 'end';
  /** As it counts: quotes taken off. */
  value: string;
  from: number;
};

const shapes: readonly [Token['kind'], RegExp][] = [
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_][A-Za-z0-9_:.]*/y],
  ['word', /"[^"]*"/y],
  ['text', /'(?:[^']|'')*'/y],
  ['sign', /<>|<=|>=|[=<>(),]/y],
];

/** Cuts a filter into tokens, the last of which is its end. @throws CqlFault */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(source.charAt(at))) at += 1;
    if (at >= source.length) break;
    const found = shapes.map(([kind, shape]) => [kind, taken(shape, source, at)] as const);
    const [kind, text] = found.find(([, matched]) => matched !== undefined) ?? [];
    if (kind === undefined || text === undefined) throw unknownSign(source, at);
    const value =
      kind === 'text'
        ? text.slice(1, -1).replaceAll("''", "'")
        : text.startsWith('"')
          ? text.slice(1, -1)
          : text;
    tokens.push({ kind, value, from: at });
    at += text.length;
  }
  tokens.push({ kind: 'end', value: '', from: source.trimEnd().length });
  return tokens;
}

function taken(shape: RegExp, source: string, at: number): string | undefined {
  shape.lastIndex = at;
  return shape.exec(source)?.[0];
}

function unknownSign(source: string, at: number): CqlFault {
  const sign = source.charAt(at);
  if (sign === "'" || sign === '"')
    return new CqlFault(`The quote ${sign} is not closed.`, at + 1, `Add a ${sign} where the text ends.`);
  const remedy =
    sign === '!' ? 'Write <> for "other than".' : 'Texts stand in single quotes, fields are plain words.';
  return new CqlFault(`"${sign}" has no meaning here.`, at + 1, remedy);
}
