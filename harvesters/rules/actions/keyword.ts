import { z } from 'zod';
import { type Keyword, localise } from '#catalogue/model';
import { type Action, editEach, unchanged, withResource } from '../change.ts';
import { compileTextTest, foldText, type TextMatch, textTest } from '../text-test.ts';
import { asRead, isSame, saidText, webAddress } from './said.ts';

/** What the first of a keyword's labels that passes the test gave. */
function matchOf({ label }: Keyword, test: TextMatch): (string | undefined)[] | null {
  for (const text of Object.values(label)) {
    const found = test(text);
    if (found) return found;
  }
  return null;
}

/** Says which thesaurus keywords are from that tell none. */
export const keywordThesaurus = z.strictObject({
  do: z.literal('thesaurus'),
  keyword: textTest,
  thesaurus: z.strictObject({
    title: saidText,
    uri: webAddress.optional(),
    identifier: z.string().min(1).optional(),
  }),
  /** ISO MD_KeywordTypeCode; a type that the document tells stays. */
  type: z
    .enum([
      'theme',
      'place',
      'discipline',
      'stratum',
      'temporal',
      'platform',
      'instrument',
      'project',
      'taxon',
    ])
    .optional(),
  /**
   * Address of the term, made of the keyword: `{label}` as it is written, `{slug}` in lower case with hyphens, `{1}` what
   * the first group of the pattern matched.
   */
  uri: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^\s{}]+(?:\{(?:label|slug|[1-9])\}[^\s{}]*)*$/, {
      error: 'This is no address with {label}, {slug} or {1} in it.',
    })
    .optional(),
});

export function compileKeywordThesaurus(given: z.infer<typeof keywordThesaurus>): Action {
  const test = compileTextTest(given.keyword);
  const { title, uri, identifier } = given.thesaurus;
  const rest = { dates: [], ...(uri ? { uri } : {}), ...(identifier ? { identifier } : {}) };
  return (record, about) => {
    const thesaurus = { title: asRead(title, record, about), ...rest };
    const { list, changes } = editEach(record.resource.keywords, 'resource.keywords', (keyword) => {
      const found = keyword.thesaurus ? null : matchOf(keyword, test);
      if (!found) return keyword;
      const address = given.uri === undefined || keyword.uri ? undefined : fill(given.uri, keyword, found);
      return {
        ...keyword,
        thesaurus,
        ...(given.type && keyword.type === undefined ? { type: given.type } : {}),
        ...(address ? { uri: address } : {}),
      };
    });
    return changes.length === 0 ? unchanged(record) : withResource(record, { keywords: list }, changes);
  };
}

/** @returns `undefined` where a part that the template asks for is empty */
function fill(
  template: string,
  { label }: Keyword,
  found: readonly (string | undefined)[],
): string | undefined {
  const text = localise(label, 'en')?.text ?? '';
  const parts: Record<string, string | undefined> = {
    label: text,
    slug: foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  };
  let isWhole = true;
  const filled = template.replace(/\{(label|slug|[1-9])\}/g, (_place, name: string) => {
    const value = parts[name] ?? found[Number(name)];
    if (!value) isWhole = false;
    return encodeURIComponent(value ?? '');
  });
  return isWhole ? filled : undefined;
}

/** Says a keyword in other words. */
export const replaceKeyword = z.strictObject({
  do: z.literal('replace-keyword'),
  keyword: textTest,
  label: saidText,
  uri: webAddress.optional(),
});

export function compileReplaceKeyword({
  keyword: asked,
  label: words,
  uri,
}: z.infer<typeof replaceKeyword>): Action {
  const test = compileTextTest(asked);
  return (record, about) => {
    const label = asRead(words, record, about);
    const { list, changes } = editEach(record.resource.keywords, 'resource.keywords', (keyword) => {
      const isDone = isSame(keyword.label, label) && (uri === undefined || keyword.uri === uri);
      if (isDone || !matchOf(keyword, test)) return keyword;
      const { uri: _former, code: _code, ...rest } = keyword;
      return { ...rest, label, ...(uri ? { uri } : {}) };
    });
    return changes.length === 0 ? unchanged(record) : withResource(record, { keywords: list }, changes);
  };
}

/** Takes keywords away. */
export const removeKeyword = z.strictObject({
  do: z.literal('remove-keyword'),
  keyword: textTest,
  /** Only those of a thesaurus whose title passes this test. */
  thesaurus: textTest.optional(),
});

export function compileRemoveKeyword(given: z.infer<typeof removeKeyword>): Action {
  const test = compileTextTest(given.keyword);
  const title = given.thesaurus && compileTextTest(given.thesaurus);
  return (record) => {
    const { list, changes } = editEach(record.resource.keywords, 'resource.keywords', (keyword) => {
      if (title && !Object.values(keyword.thesaurus?.title ?? {}).some((text) => title(text))) return keyword;
      return matchOf(keyword, test) ? null : keyword;
    });
    return changes.length === 0 ? unchanged(record) : withResource(record, { keywords: list }, changes);
  };
}
