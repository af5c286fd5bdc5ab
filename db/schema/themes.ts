import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LanguageMap } from '#catalogue/model';

/** What people say of themes, by the end of the address of each; a theme without a row goes by its name. */
export const themeWords = sqliteTable('theme_words', {
  slug: text().primaryKey(),
  titles: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  descriptions: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
});
