import { isMap, isNode, LineCounter, parseDocument, stringify } from 'yaml';
import { parseSourceRules, type RulesError } from './parse.ts';
import type { SourceRules } from './source-rules.ts';

/** Rules of one source take far less. */
const mostCharacters = 1_000_000;
/** Aliases of YAML may be used so often: more is a bomb. */
const mostAliases = 50;

/** One thing amiss in a text of rules. */
export type RulesTextError = RulesError & {
  /** Line of the text, from 1; absent where it can't be told. */
  line?: number;
};

/**
 * Reads the rules of a source as a person writes them, in JSON or YAML (which JSON is a part of). Never throws.
 * @returns the rules, or everything that is wrong, with its line and what to do
 */
export function parseRulesText(text: string): { rules: SourceRules } | { errors: RulesTextError[] } {
  if (text.length > mostCharacters)
    return {
      errors: [
        {
          path: '',
          message: 'The text is longer than a million characters: these can’t be rules of one source.',
          remedy: 'Give the rules of this source alone.',
        },
      ],
    };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0)
    return {
      errors: document.errors.map(({ message, pos }) => ({
        path: '',
        message: `The text is neither JSON nor YAML: ${sentence(message)}`,
        remedy: 'Mend the text there; what belongs to something stands further to the right.',
        line: lines.linePos(pos[0]).line,
      })),
    };
  let given: unknown;
  try {
    given = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    const message = sentence(error instanceof Error ? error.message : String(error));
    return { errors: [{ path: '', message, remedy: 'Write the text without aliases (& and *).' }] };
  }
  // An empty text is no rules.
  const parsed = parseSourceRules(given ?? {});
  if ('rules' in parsed) return parsed;
  const lineOf = (path: string): number | undefined => {
    for (let keys = keysOf(path); ; keys = keys.slice(0, -1)) {
      const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
      if (isNode(node) && node.range) return lines.linePos(startOf(node, node.range[0])).line;
      if (keys.length === 0) return undefined;
    }
  };
  return {
    errors: parsed.errors.map((error) => {
      const line = lineOf(error.path);
      return { ...error, ...(line === undefined ? {} : { line }) };
    }),
  };
}

/** Rules as a person reads and writes them: YAML. */
export function rulesText(rules: SourceRules): string {
  return stringify(rules, { lineWidth: 100, aliasDuplicateObjects: false });
}

/** A mapping begins with its first key. */
function startOf(node: unknown, fallback: number): number {
  if (!isMap(node)) return fallback;
  const key = node.items[0]?.key;
  return isNode(key) && key.range ? key.range[0] : fallback;
}

/** `rules[2].action.licence` as keys. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );
}

const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);
