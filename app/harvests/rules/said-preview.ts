import type { RulesPreview } from '#harvesters';
import type { Locale } from '../../locales/index.ts';
import { sentenceFor } from '../../phrases/index.ts';

/** A preview with its reasons in the reader's language. */
export function saidPreview(preview: RulesPreview, locale: Locale): RulesPreview {
  const say = (sentence: string) => sentenceFor(locale, sentence);
  const { excluded, refused } = preview;
  return {
    ...preview,
    excluded: {
      ...excluded,
      examples: excluded.examples.map((one) => ({ ...one, reason: say(one.reason) })),
    },
    refused: {
      ...refused,
      examples: refused.examples.map((one) => ({
        ...one,
        reason: say(one.reason),
        remedy: say(one.remedy),
      })),
    },
  };
}
