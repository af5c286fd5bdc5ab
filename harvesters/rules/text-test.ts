import { z } from 'zod';
import { compilePattern, mostPatternCharacters } from './pattern/index.ts';

/** A regular expression as a person writes it; see `compilePattern` for what is understood. */
const patternText = z.string().superRefine((source, context) => {
  const compiled = compilePattern(source);
  if ('fault' in compiled)
    context.addIssue({
      code: 'custom',
      message: `Character ${compiled.position} of the pattern: ${compiled.fault}`,
      params: {
        remedy: `Write a regular expression of at most ${mostPatternCharacters} characters, without back references, looking ahead or behind.`,
      },
    });
});

const someTexts = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(z.string().min(1)).min(1),
);

/**
 * What a text is asked: to equal one of some texts, to contain one (both without regard to case, accents and the number
 * of blanks), or to match a regular expression (without regard to case). Bare texts stand for `equals`. Where several
 * are told, all must hold.
 */
export const textTest = z.preprocess(
  (given) => (typeof given === 'string' || Array.isArray(given) ? { equals: given } : given),
  z
    .strictObject({
      equals: someTexts.optional(),
      contains: someTexts.optional(),
      matches: patternText.optional(),
    })
    .refine(({ equals, contains, matches }) => equals ?? contains ?? matches, {
      message: 'Nothing is asked of the text.',
      params: { remedy: 'Give "equals", "contains" or "matches".' },
    }),
);
export type TextTest = z.infer<typeof textTest>;

/** @returns the whole that matched and the groups of the pattern; `null` where the text is another */
export type TextMatch = (text: string) => (string | undefined)[] | null;

/** @param test as validated by `textTest`: a pattern that is none matches nothing */
export function compileTextTest({ equals, contains, matches }: TextTest): TextMatch {
  const wholes = equals && new Set(equals.map(foldText));
  const parts = contains?.map(foldText);
  const compiled = matches === undefined ? undefined : compilePattern(matches);
  return (text) => {
    const folded = wholes || parts ? foldText(text) : '';
    if (wholes && !wholes.has(folded)) return null;
    if (parts && !parts.some((part) => folded.includes(part))) return null;
    if (!compiled) return [text];
    return 'pattern' in compiled ? compiled.pattern(text) : null;
  };
}

/** A text without what people write one way or the other: case, accents, blanks. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
