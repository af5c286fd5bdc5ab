import type { z } from 'zod';
import { actionNames } from './actions/index.ts';
import { type SourceRules, sourceRules } from './source-rules.ts';

/** One thing amiss in rules that a person wrote. */
export type RulesError = {
  /** Where: `rules[2].action.licence`; '' for the whole. */
  path: string;
  message: string;
  remedy: string;
};

/** Objects within objects; zod and conditions are recursive. */
const deepest = 30;

/**
 * Validates the rules of a source. Never throws.
 * @param given JSON of a person, parsed
 * @returns the rules, or everything that is wrong, with what to do
 */
export function parseSourceRules(given: unknown): { rules: SourceRules } | { errors: RulesError[] } {
  if (isTooDeep(given))
    return {
      errors: [
        { path: '', message: 'The rules are nested too deep.', remedy: 'Make the conditions simpler.' },
      ],
    };
  const parsed = sourceRules.safeParse(given);
  return parsed.success
    ? { rules: parsed.data }
    : { errors: parsed.error.issues.map((issue) => toError(issue)) };
}

type Issue = z.core.$ZodIssue;

function toError(issue: Issue): RulesError {
  const path = pathOf(issue.path);
  if (isMissing(issue)) return { path, message: 'This is missing.', remedy: 'Fill it in.' };
  const message = issue.code === 'invalid_union' ? 'There is no such action.' : sentence(issue.message);
  return { path, message, remedy: remedyOf(issue) };
}

/** The library tells what was there in its message only. */
const isMissing = ({ code, message }: Issue) =>
  code === 'invalid_type' && message.endsWith('received undefined');

function remedyOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom': {
      const remedy: unknown = issue.params?.['remedy'];
      return typeof remedy === 'string' ? remedy : 'Write it as docs/rules.md says.';
    }
    case 'unrecognized_keys':
      return `Mend the spelling of ${issue.keys.map((key) => `"${key}"`).join(', ')}, or take it away.`;
    case 'invalid_format':
      if (issue.format === 'url') return 'Write a whole address, with https://.';
      if (issue.format === 'email') return 'Write a whole e-mail address, such as name@example.org.';
      return 'Write it as docs/rules.md says.';
    case 'invalid_union':
      return `Write one of these words in "do": ${actionNames.join(', ')}.`;
    case 'invalid_value':
      return `Write one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return `At most ${issue.maximum} are taken.`;
    case 'too_small':
      return 'Fill it in, or leave it away.';
    default:
      return 'Write it as docs/rules.md says.';
  }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);

function isTooDeep(given: unknown): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
