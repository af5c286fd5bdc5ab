import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Actor, authorise, can } from '#accounts';
import { mergeTexts } from '../merge-texts.ts';
import type { ThemeStore, ThemeWords } from './ports.ts';

const title = z.string().trim().max(200);
const text = z.string().trim().max(5000);

/** What a person says of a theme; what is empty is left to its name. */
export const themeDraft = z.object({
  titles: z.object({ en: title, fr: title }),
  descriptions: z.object({ en: text, fr: text }),
});
export type ThemeDraft = z.infer<typeof themeDraft>;

/** What people do with themes. Every method checks the roles of whoever asks. */
export type ThemeDesk = {
  mayEdit(actor: Actor, slug: string): boolean;
  /** What is said of a theme now. @throws DomainError `unauthenticated`, `forbidden` */
  words(actor: Actor, slug: string): Promise<ThemeWords>;
  /** Says something else of it; texts in other languages stay. @throws DomainError as `words` */
  change(actor: Actor, slug: string, draft: ThemeDraft): Promise<void>;
};

type Ports = {
  themes: ThemeStore;
  /** Appends to the audit trail. */
  audit(actor: Actor, action: string, subject: string, details?: Record<string, unknown>): Promise<void>;
};

/** Builds the desk over its ports. */
export function createThemeDesk({ themes, audit }: Ports): ThemeDesk {
  async function wordsFor(actor: Actor, slug: string): Promise<ThemeWords> {
    authorise(actor, 'themes.edit', { kind: 'theme', id: slug });
    return (await themes.get(slug)) ?? { slug, titles: {}, descriptions: {} };
  }
  return {
    mayEdit: (actor, slug) => can(actor, 'themes.edit', { kind: 'theme', id: slug }),
    words: wordsFor,
    async change(actor, slug, draft) {
      const known = await wordsFor(actor, slug);
      const words = {
        slug,
        titles: mergeTexts(known.titles, draft.titles),
        descriptions: mergeTexts(known.descriptions, draft.descriptions),
      };
      if (isDeepStrictEqual(known, words)) return;
      await themes.save(words);
      await audit(actor, 'theme.changed', `theme:${slug}`);
    },
  };
}
