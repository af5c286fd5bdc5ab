import { compileProgram, execute } from './program.ts';
import { PatternFault, parsePattern } from './syntax.ts';

/** Characters of a pattern, and of a text that it is looked for in; what is behind is not looked at. */
export const mostPatternCharacters = 200;
const mostTextCharacters = 5000;

/** Finds a pattern in a text. @returns what matched, then its groups; `null` where nothing does */
export type Pattern = (text: string) => (string | undefined)[] | null;

/**
 * Understands a regular expression of a person. It is matched without regard to case, and never by backtracking: no
 * pattern can make a harvest hang. Never throws.
 * @returns the pattern, or why it is none and where (characters from 1)
 */
export function compilePattern(source: string): { pattern: Pattern } | { fault: string; position: number } {
  if (source.length > mostPatternCharacters)
    return {
      fault: `The pattern is longer than ${mostPatternCharacters} characters.`,
      position: mostPatternCharacters,
    };
  try {
    const { node, groups } = parsePattern(source);
    const program = compileProgram(node, groups);
    return { pattern: (text) => execute(program, text.slice(0, mostTextCharacters)) };
  } catch (error) {
    if (error instanceof PatternFault) return { fault: error.message, position: error.position };
    throw error;
  }
}
