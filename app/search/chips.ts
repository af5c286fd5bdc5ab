import type { LanguageMap } from '#catalogue/model';
import { facetNames, type SearchState } from '#search';
import { formatBox, formatDate } from '../locales/format.ts';
import { type Locale, messagesIn } from '../locales/index.ts';
import { facetLabel } from '../record/facet-label.ts';

/** A filter that is set, and the search without it. */
export type StateChip = { label: string; without: SearchState };

/** Every filter of a search, in the order of the page. */
export function chipsOf(
  state: SearchState,
  locale: Locale,
  sources: ReadonlyMap<string, LanguageMap>,
): StateChip[] {
  const { searchPage } = messagesIn(locale);
  const first: SearchState = { ...state, page: 1 };
  const chips: StateChip[] = [];
  if (state.text !== '') {
    chips.push({ label: searchPage.wordsChip(state.text), without: { ...first, text: '' } });
  }
  for (const name of facetNames) {
    for (const value of state.facets[name] ?? []) {
      const rest = (state.facets[name] ?? []).filter((other) => other !== value);
      chips.push({
        label: searchPage.facetChip(searchPage.facets[name], facetLabel(name, value, locale, sources)),
        without: { ...first, facets: { ...state.facets, [name]: rest } },
      });
    }
  }
  if (state.box) {
    const { box, ...without } = first;
    if (box) chips.push({ label: searchPage.boxChip(formatBox(box, locale)), without });
  }
  if (state.from !== undefined || state.to !== undefined) {
    const { from, to, ...without } = first;
    const words = (date: string | undefined) => (date === undefined ? '' : formatDate(date, locale));
    chips.push({ label: searchPage.timeChip(words(from), words(to)), without });
  }
  if (state.depth) {
    const { depth, ...without } = first;
    chips.push({
      label: searchPage.depthChip(String(depth?.minimum ?? ''), String(depth?.maximum ?? '')),
      without,
    });
  }
  return chips;
}
