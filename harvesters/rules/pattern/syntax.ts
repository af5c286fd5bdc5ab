/** Code points from and through. */
export type Range = readonly [from: number, through: number];

/** A pattern as it was understood. */
export type PatternNode =
  | { kind: 'character'; ranges: readonly Range[]; negated: boolean }
  | { kind: 'place'; at: 'start' | 'end' | 'boundary' | 'inside' }
  | { kind: 'sequence'; nodes: readonly PatternNode[] }
  | { kind: 'choice'; nodes: readonly PatternNode[] }
  | { kind: 'group'; number: number; node: PatternNode }
  | { kind: 'repeat'; node: PatternNode; least: number; most: number; greedy: boolean };

/** Why a pattern is none that we match; `position` counts characters from 1. */
export class PatternFault extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

const lastCodePoint = 0x10ffff;
const digits: readonly Range[] = [[48, 57]];
const wordCharacters: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const blanks: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const lineEnds: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

/** Everything but the ranges, which are sorted and apart. */
function others(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  let next = 0;
  for (const [from, through] of ranges) {
    if (from > next) found.push([next, from - 1]);
    next = through + 1;
  }
  found.push([next, lastCodePoint]);
  return found;
}

const classes: Readonly<Record<string, readonly Range[]>> = {
  d: digits,
  D: others(digits),
  w: wordCharacters,
  W: others(wordCharacters),
  s: blanks,
  S: others(blanks),
};
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11 };

/** Whether a character is one that `\w` stands for. */
export const isWordCharacter = (code: number): boolean =>
  wordCharacters.some(([from, through]) => code >= from && code <= through);

/**
 * Reads a regular expression as JavaScript writes it, as far as it can be matched in a time that grows with the text
 * alone: no back references, no looking ahead or behind.
 * @returns the pattern and the number of its groups
 * @throws PatternFault
 */
export function parsePattern(source: string): { node: PatternNode; groups: number } {
  const characters = [...source];
  let at = 0;
  let groups = 0;

  const fault = (message: string, position = at) => new PatternFault(message, position + 1);
  const isNext = (character: string) => characters[at] === character;
  const skip = (character: string) => {
    if (!isNext(character)) return false;
    at += 1;
    return true;
  };

  function choice(): PatternNode {
    const nodes = [sequence()];
    while (skip('|')) nodes.push(sequence());
    const [only] = nodes;
    return nodes.length === 1 && only ? only : { kind: 'choice', nodes };
  }

  function sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (at < characters.length && !isNext('|') && !isNext(')')) nodes.push(repeated());
    return { kind: 'sequence', nodes };
  }

  function repeated(): PatternNode {
    const begun = at;
    const node = single();
    const bounds = quantifier();
    if (!bounds) return node;
    if (node.kind === 'place') throw fault('A place in the text can’t be repeated.', begun);
    const [least, most] = bounds;
    const greedy = !skip('?');
    if (isNext('*') || isNext('+') || isNext('?')) throw fault('There is nothing to repeat here.');
    return { kind: 'repeat', node, least, most, greedy };
  }

  function quantifier(): [number, number] | undefined {
    if (skip('*')) return [0, Number.POSITIVE_INFINITY];
    if (skip('+')) return [1, Number.POSITIVE_INFINITY];
    if (skip('?')) return [0, 1];
    if (!isNext('{')) return undefined;
    const told = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(characters.slice(at).join(''));
    if (!told) throw fault('A brace must hold a number, as in {3} or {1,3}; write \\{ for the character.');
    const least = Number(told[1]);
    const most =
      told[3] === undefined ? (told[2] === undefined ? least : Number.POSITIVE_INFINITY) : Number(told[3]);
    if (most < least) throw fault('The bounds of a repetition are the wrong way round.');
    at += told[0].length;
    return [least, most];
  }

  function single(): PatternNode {
    const character = characters[at] ?? '';
    if ('*+?'.includes(character)) throw fault('There is nothing to repeat here.');
    at += 1;
    switch (character) {
      case '(':
        return group();
      case '[':
        return characterClass();
      case '.':
        return { kind: 'character', ranges: lineEnds, negated: true };
      case '^':
        return { kind: 'place', at: 'start' };
      case '$':
        return { kind: 'place', at: 'end' };
      case '\\':
        if (skip('b')) return { kind: 'place', at: 'boundary' };
        if (skip('B')) return { kind: 'place', at: 'inside' };
        return { kind: 'character', ranges: escaped(), negated: false };
      case '{':
        throw fault('There is nothing to repeat here; write \\{ for the character.', at - 1);
      default:
        return { kind: 'character', ranges: [exactly(character)], negated: false };
    }
  }

  function group(): PatternNode {
    const opened = at - 1;
    let number = 0;
    if (isNext('?')) {
      if (characters[at + 1] !== ':')
        throw fault('Only plain groups (…) and (?:…) are matched: no looking ahead or behind.', opened);
      at += 2;
    } else {
      groups += 1;
      number = groups;
    }
    const node = choice();
    if (!skip(')')) throw fault('This group is not closed.', opened);
    return number === 0 ? node : { kind: 'group', number, node };
  }

  function escaped(): readonly Range[] {
    const character = characters[at];
    if (character === undefined) throw fault('A backslash at the end stands for nothing.', at - 1);
    at += 1;
    const known = classes[character];
    if (known) return known;
    const control = controls[character];
    if (control !== undefined) return [[control, control]];
    if (character === 'u' || character === 'x') return [hexadecimal(character === 'u' ? 4 : 2)];
    if (/[0-9k]/.test(character)) throw fault('References to groups are not matched.', at - 2);
    if (/[A-Za-z]/.test(character)) throw fault(`\\${character} is no escape that is known here.`, at - 2);
    return [exactly(character)];
  }

  function hexadecimal(length: number): Range {
    const told = characters.slice(at, at + length).join('');
    if (told.length < length || !/^[0-9a-f]+$/i.test(told))
      throw fault(`\\u takes four hexadecimal digits, \\x two.`, at - 2);
    at += length;
    const code = Number.parseInt(told, 16);
    return [code, code];
  }

  function characterClass(): PatternNode {
    const opened = at - 1;
    const negated = skip('^');
    const ranges: Range[] = [];
    while (!isNext(']')) {
      if (at >= characters.length) throw fault('This class of characters is not closed.', opened);
      const from = member();
      if (isNext('-') && characters[at + 1] !== ']' && at + 1 < characters.length) {
        const dash = at;
        at += 1;
        const [begin, end] = [only(from), only(member())];
        if (begin === undefined || end === undefined || end < begin)
          throw fault('A range goes from one character to a later one.', dash);
        ranges.push([begin, end]);
      } else ranges.push(...from);
    }
    at += 1;
    return { kind: 'character', ranges, negated };
  }

  function member(): readonly Range[] {
    const character = characters[at] ?? '';
    at += 1;
    return character === '\\' ? escaped() : [exactly(character)];
  }

  const node = choice();
  if (at < characters.length) throw fault('This bracket closes nothing.');
  return { node, groups };
}

function exactly(character: string): Range {
  const code = character.codePointAt(0) ?? 0;
  return [code, code];
}

function only(ranges: readonly Range[]): number | undefined {
  const [first] = ranges;
  return ranges.length === 1 && first && first[0] === first[1] ? first[0] : undefined;
}
