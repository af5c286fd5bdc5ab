import type { LanguageMap } from '#catalogue/model';

/** What people say of a theme, on the page that makes it a sub-portal. `slug` is the end of its address. */
export type ThemeWords = { slug: string; titles: LanguageMap; descriptions: LanguageMap };

/** Words of themes, implemented by db/. A theme of which nobody said anything has none. */
export type ThemeStore = {
  list(): Promise<ThemeWords[]>;
  get(slug: string): Promise<ThemeWords | null>;
  /** Adds or replaces by slug. */
  save(words: ThemeWords): Promise<void>;
};
