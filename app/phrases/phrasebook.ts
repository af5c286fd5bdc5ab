/** A sentence in English, with {} for each thing it names, and the same in French; {2} is the second of these. */
export type Phrase = readonly [english: string, french: string];

type Pattern = { literals: string[]; french: string };

/** Says in French what a sentence of the software says in English; built once. */
export type Phrasebook = (english: string) => string | undefined;

/** A sentence longer than this is no sentence of ours. */
const longest = 4000;

/**
 * Makes a phrasebook. What a sentence names is looked up again, since a sentence may stand within another.
 * @returns what gives `undefined` for a sentence that is not in it
 */
export function phrasebookOf(phrases: readonly Phrase[]): Phrasebook {
  const whole = new Map(phrases.filter(([english]) => !english.includes('{}')));
  const patterns = phrases
    .filter(([english]) => english.includes('{}'))
    .map(([english, french]): Pattern => ({ literals: english.split('{}'), french }))
    // The more a pattern says itself, the surer it is.
    .sort((one, other) => weightOf(other) - weightOf(one));
  const say: Phrasebook = (english) => {
    const known = whole.get(english);
    if (known !== undefined || english.length > longest) return known;
    for (const { literals, french } of patterns) {
      const named = namedIn(english, literals);
      if (named)
        return filled(
          french,
          named.map((part) => say(part.trim()) ?? (isSentence(part) ? '' : part)),
        );
    }
    return undefined;
  };
  return say;
}

/** A sentence within another that is in no phrasebook would stand there in English. */
function isSentence(text: string): boolean {
  return /^\s*["A-Z].* .*\.\s*$/s.test(text);
}

function weightOf({ literals }: Pattern): number {
  return literals.join('').length;
}

/** What stands between the literals, each as near to the one before as can be. */
function namedIn(text: string, literals: readonly string[]): string[] | undefined {
  const [first = '', ...others] = literals;
  if (!text.startsWith(first)) return undefined;
  const named: string[] = [];
  let at = first.length;
  for (const [place, literal] of others.entries()) {
    const isLast = place === others.length - 1;
    const next = isLast ? text.length - literal.length : text.indexOf(literal, at);
    if (next < at || !text.startsWith(literal, next)) return undefined;
    named.push(text.slice(at, next));
    at = next + literal.length;
  }
  return named;
}

function filled(french: string, named: readonly string[]): string {
  let next = 0;
  return french.replace(/\{(\d?)\}/g, (_, number: string) => {
    const place = number === '' ? next : Number(number) - 1;
    next += 1;
    return named[place] ?? '';
  });
}
