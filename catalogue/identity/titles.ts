import type { LanguageMap } from '../model/index.ts';
import { foldWords } from './fold.ts';

/** A title as it is compared. `language` is the primary subtag, `und` where nobody told. */
export type FoldedTitle = { language: string; text: string; alternate?: true };

/**
 * `same`: the same words in the same order; `similar`: nearly the same words; `contained`: one says all that the other says
 * and more, as parts do of wholes; `numbered`: they differ in numbers (legs, years, versions); `different`; `unsure`:
 * different, but perhaps in different languages; `other-language`: in different languages, so nothing can be said.
 */
export type TitleAgreement =
  | 'same'
  | 'similar'
  | 'contained'
  | 'numbered'
  | 'different'
  | 'unsure'
  | 'other-language'
  | 'untold';

const longestTitle = 300;

/** The titles of a resource, folded, each text once. */
export function foldTitles(titles: LanguageMap, alternates: readonly LanguageMap[]): FoldedTitle[] {
  const folded = new Map<string, FoldedTitle>();
  const add = (map: LanguageMap, alternate: boolean) => {
    for (const [tag, title] of Object.entries(map)) {
      // Bytes that were no UTF-8 leave nothing to compare.
      if (title.includes('\uFFFD')) continue;
      const text = foldWords(title).slice(0, longestTitle);
      if (text === '' || folded.has(text)) continue;
      folded.set(text, { language: tag.split('-')[0] ?? 'und', text, ...(alternate ? { alternate } : {}) });
    }
  };
  add(titles, false);
  for (const map of alternates.slice(0, 5)) add(map, true);
  return [...folded.values()];
}

/** Whether a title tells a resource from others: `Bathymetry` and `CTD data` do not. */
export function isTelling(title: string): boolean {
  return title.length >= 14 && title.split(' ').length >= 3;
}

/** How the titles of two records agree: the best that any two of them give. */
export function titleAgreement(left: readonly FoldedTitle[], right: readonly FoldedTitle[]): TitleAgreement {
  const [own, other] = [left, right].map((titles) => titles.filter(({ alternate }) => !alternate));
  if (!own?.length || !other?.length) return 'untold';
  let best: TitleAgreement = 'other-language';
  for (const first of own)
    for (const second of other) {
      if (first.text === second.text) return 'same';
      if (first.language === second.language) best = better(best, wordsAgreement(first.text, second.text));
      else if (first.language === 'und' || second.language === 'und') {
        const agreement = wordsAgreement(first.text, second.text);
        best = better(best, agreement === 'different' ? 'unsure' : agreement);
      }
    }
  const alternates = (titles: readonly FoldedTitle[]) => new Set(titles.map(({ text }) => text));
  const [allLeft, allRight] = [alternates(left), alternates(right)];
  const isAlternate =
    own.some(({ text }) => isTelling(text) && allRight.has(text)) ||
    other.some(({ text }) => isTelling(text) && allLeft.has(text));
  return isAlternate ? better(best, 'similar') : best;
}

const order: readonly TitleAgreement[] = [
  'similar',
  'contained',
  'unsure',
  'numbered',
  'different',
  'other-language',
];

function better(left: TitleAgreement, right: TitleAgreement): TitleAgreement {
  return order.indexOf(left) <= order.indexOf(right) ? left : right;
}

function wordsAgreement(left: string, right: string): TitleAgreement {
  const [first, second] = [new Set(left.split(' ')), new Set(right.split(' '))];
  const onlyFirst = [...first].filter((word) => !second.has(word));
  const onlySecond = [...second].filter((word) => !first.has(word));
  const shared = first.size - onlyFirst.length;
  const share = shared / (first.size + onlySecond.length);
  // `leg 1` and `leg 2`, `2010` and `2011`, `v2` and `v3` are never two spellings of one name.
  const isNumber = (word: string) => /\d/.test(word) || /^[ivx]{1,4}$/.test(word);
  if (share >= 0.4 && onlyFirst.some(isNumber) && onlySecond.some(isNumber)) return 'numbered';
  if (left.replaceAll(' ', '') === right.replaceAll(' ', '')) return 'similar';
  const fewer = Math.min(first.size, second.size);
  if (shared === fewer && fewer >= 2) return share >= 0.85 ? 'similar' : 'contained';
  return share >= 0.7 ? 'similar' : 'different';
}
