/**
 * Where the chosen appearance is kept in the browser; the server never sees it, so that pages stay cacheable.
 * `public/appearance.js` reads it before the first paint.
 */
const appearanceKey = 'halocline-appearance';

export type Appearance = 'light' | 'dark';

/** The appearance that the page has now. */
export function currentAppearance(): Appearance {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Changes the appearance of the page and remembers it. */
export function chooseAppearance(appearance: Appearance): void {
  document.documentElement.dataset['theme'] = appearance;
  try {
    localStorage.setItem(appearanceKey, appearance);
  } catch {
    // Storage refused by the browser: the choice lasts for this page.
  }
  document.dispatchEvent(new Event('appearancechange'));
}
