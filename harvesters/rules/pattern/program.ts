import { isWordCharacter, PatternFault, type PatternNode, type Range } from './syntax.ts';

type Step =
  | { do: 'character'; ranges: readonly Range[]; negated: boolean }
  | { do: 'place'; at: 'start' | 'end' | 'boundary' | 'inside' }
  | { do: 'fork'; first: number; second: number }
  | { do: 'go'; to: number }
  | { do: 'note'; slot: number }
  | { do: 'match' };

/** A pattern as steps of a machine (Thompson 1968, Pike's captures). */
export type Program = { steps: readonly Step[]; slots: number };

/** Steps of a program: with the length of the text they bound the time of a match. */
const mostSteps = 500;

/** @throws PatternFault where the pattern is too large once its repetitions are written out */
export function compileProgram(node: PatternNode, groups: number): Program {
  const steps: Step[] = [];
  const add = (step: Step) => {
    if (steps.length >= mostSteps)
      throw new PatternFault('The pattern is too large: its repetitions count too high.', 1);
    steps.push(step);
    return steps.length - 1;
  };

  /** Writes a fork whose one way goes on here; the other way is told later. */
  function fork(greedy: boolean): (to: number) => void {
    const step = { do: 'fork' as const, first: 0, second: 0 };
    const here = add(step) + 1;
    if (greedy) step.first = here;
    else step.second = here;
    return (to) => {
      if (greedy) step.second = to;
      else step.first = to;
    };
  }

  function write(part: PatternNode): void {
    switch (part.kind) {
      case 'character':
        add({ do: 'character', ranges: part.ranges, negated: part.negated });
        return;
      case 'place':
        add({ do: 'place', at: part.at });
        return;
      case 'sequence':
        for (const each of part.nodes) write(each);
        return;
      case 'group':
        add({ do: 'note', slot: part.number * 2 });
        write(part.node);
        add({ do: 'note', slot: part.number * 2 + 1 });
        return;
      case 'choice': {
        const ends: { do: 'go'; to: number }[] = [];
        for (const [index, each] of part.nodes.entries()) {
          if (index === part.nodes.length - 1) {
            write(each);
            break;
          }
          const otherwise = fork(true);
          write(each);
          const end = { do: 'go' as const, to: 0 };
          add(end);
          ends.push(end);
          otherwise(steps.length);
        }
        for (const end of ends) end.to = steps.length;
        return;
      }
      case 'repeat':
        repeat(part);
    }
  }

  function repeat({ node: part, least, most, greedy }: Extract<PatternNode, { kind: 'repeat' }>): void {
    for (let count = 0; count < least; count += 1) write(part);
    if (most === Number.POSITIVE_INFINITY) {
      const begin = steps.length;
      const leave = fork(greedy);
      write(part);
      add({ do: 'go', to: begin });
      leave(steps.length);
      return;
    }
    const leaves: ((to: number) => void)[] = [];
    for (let count = least; count < most; count += 1) {
      leaves.push(fork(greedy));
      write(part);
    }
    for (const leave of leaves) leave(steps.length);
  }

  add({ do: 'note', slot: 0 });
  write(node);
  add({ do: 'note', slot: 1 });
  add({ do: 'match' });
  return { steps, slots: (groups + 1) * 2 };
}

type Thread = { step: number; notes: readonly (number | undefined)[] };

/**
 * Finds the first place where the pattern matches, as JavaScript's `exec` does, case aside. Every step is tried at most
 * once per character, whatever the pattern: the time is at most steps × characters.
 * @returns what matched and its groups, `null` where nothing does
 */
export function execute({ steps, slots }: Program, text: string): (string | undefined)[] | null {
  const visited = new Int32Array(steps.length).fill(-1);
  const nothing: readonly (number | undefined)[] = new Array<number | undefined>(slots).fill(undefined);
  let threads: Thread[] = [];
  let found: readonly (number | undefined)[] | null = null;
  let previous: number | undefined;

  for (let position = 0; ; ) {
    const code = text.codePointAt(position);
    const entering: Thread[] = found ? threads : [...threads, { step: 0, notes: nothing }];
    const ready = settle(entering, position, previous, code);
    threads = [];
    const next = position + (code !== undefined && code > 0xffff ? 2 : 1);
    for (const { step, notes } of ready) {
      const what = steps[step];
      if (what?.do === 'match') {
        found = notes;
        // Threads behind this one are of lesser rank: what they would find is not preferred.
        break;
      }
      if (what?.do === 'character' && code !== undefined && accepts(what, code))
        threads.push({ step: step + 1, notes });
    }
    if (code === undefined || (found && threads.length === 0)) break;
    previous = code;
    position = next;
  }
  if (!found) return null;
  const notes = found;
  return Array.from({ length: slots / 2 }, (_, group) => {
    const [begin, end] = [notes[group * 2], notes[group * 2 + 1]];
    return begin === undefined || end === undefined ? undefined : text.slice(begin, end);
  });

  /** Follows the steps that take no character, in order of rank. */
  function settle(
    entering: readonly Thread[],
    position: number,
    before: number | undefined,
    after: number | undefined,
  ): Thread[] {
    const ready: Thread[] = [];
    const waiting = [...entering].reverse();
    for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
      const { step, notes } = thread;
      const what = steps[step];
      if (!what || visited[step] === position) continue;
      visited[step] = position;
      if (what.do === 'go') waiting.push({ step: what.to, notes });
      else if (what.do === 'fork') waiting.push({ step: what.second, notes }, { step: what.first, notes });
      else if (what.do === 'note') waiting.push({ step: step + 1, notes: notes.with(what.slot, position) });
      else if (what.do !== 'place') ready.push(thread);
      else if (holds(what.at, before, after)) waiting.push({ step: step + 1, notes });
    }
    return ready;
  }
}

function holds(
  place: 'start' | 'end' | 'boundary' | 'inside',
  before: number | undefined,
  after: number | undefined,
): boolean {
  if (place === 'start') return before === undefined;
  if (place === 'end') return after === undefined;
  const isBoundary = isWord(before) !== isWord(after);
  return place === 'boundary' ? isBoundary : !isBoundary;
}

const isWord = (code: number | undefined) => code !== undefined && isWordCharacter(code);

function accepts({ ranges, negated }: { ranges: readonly Range[]; negated: boolean }, code: number): boolean {
  const isIn = (candidate: number) =>
    ranges.some(([from, through]) => candidate >= from && candidate <= through);
  if (isIn(code)) return !negated;
  const character = String.fromCodePoint(code);
  const [lower, upper] = [character.toLowerCase().codePointAt(0), character.toUpperCase().codePointAt(0)];
  const folded = [lower, upper].some((other) => other !== undefined && other !== code && isIn(other));
  return folded !== negated;
}
