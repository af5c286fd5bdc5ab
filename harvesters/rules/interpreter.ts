import { createHash } from 'node:crypto';
import { DomainError } from '#runtime/errors';
import type { Interpreter } from '../engine/index.ts';
import { compileRules, compileSetFilter } from './apply.ts';
import { parseSourceRules } from './parse.ts';
import type { SourceRules } from './source-rules.ts';

/** Counted up whenever the same rules would make something else of a record. */
const engineVersion = 1;

/** Names rules in one word: others make another word; '' for none. */
export function nameOfRules(rules: SourceRules | undefined): string {
  if (!rules || isEmpty(rules)) return '';
  const hash = createHash('sha256').update(JSON.stringify(rules)).digest('hex');
  return `rules-${engineVersion}-${hash.slice(0, 16)}`;
}

/** Names readers and rules of a source in one word, as `Interpreter.name`; never throws. */
export function interpretationName(readers: string, rules: SourceRules | undefined): string {
  const name = nameOfRules(rules);
  return name === '' ? readers : `${readers}+${name}`;
}

/**
 * The interpreter of a source with rules.
 * @param readers name of the readers as they are
 * @param rules as stored: an older version may have known what this one does not
 * @throws DomainError `invalid`, naming each error
 */
export function rulesInterpreter(readers: string, rules: SourceRules): Interpreter {
  const parsed = parseSourceRules(rules);
  if ('errors' in parsed)
    throw new DomainError(
      'invalid',
      `The rules of the source are not understood. ${parsed.errors.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`).join(' ')}`,
    );
  const apply = compileRules(parsed.rules);
  const leavesOut = compileSetFilter(parsed.rules);
  return {
    name: interpretationName(readers, rules),
    rules: nameOfRules(rules),
    ...(leavesOut ? { leavesOut } : {}),
    interpret(record, problems, about) {
      const { trace, ...outcome } = apply(record, about);
      return { ...outcome, problems: [...problems], changedBy: trace.map(({ rule }) => rule) };
    },
  };
}

const isEmpty = ({ filter, rules, refuse }: SourceRules) =>
  rules.length === 0 &&
  !filter?.only &&
  !filter?.except &&
  !filter?.sets &&
  !refuse?.errorsOf &&
  !refuse?.without;
