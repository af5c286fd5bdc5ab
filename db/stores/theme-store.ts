import { asc, eq } from 'drizzle-orm';
import type { ThemeStore } from '#harvesters/themes';
import type { Database } from '../database.ts';
import { themeWords } from '../schema/index.ts';

/** Builds the store of what is said of themes. */
export function createThemeStore({ query }: Database): ThemeStore {
  return {
    async list() {
      return query.select().from(themeWords).orderBy(asc(themeWords.slug)).all();
    },
    async get(slug) {
      return query.select().from(themeWords).where(eq(themeWords.slug, slug)).get() ?? null;
    },
    async save(words) {
      query
        .insert(themeWords)
        .values(words)
        .onConflictDoUpdate({ target: themeWords.slug, set: words })
        .run();
    },
  };
}
