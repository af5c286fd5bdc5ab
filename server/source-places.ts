import type { SourcePlace } from '#accounts';
import { slugOf } from '#app';
import type { SourceStore } from '#harvesters';

/** Who owns each source, and which themes it is meant for, by the addresses of their pages: what roles follow from. */
export async function sourcePlacesOf(sources: Pick<SourceStore, 'belongings'>): Promise<SourcePlace[]> {
  const all = await sources.belongings();
  return all.map(({ themes = [], ...source }) => ({ ...source, themes: themes.map(slugOf) }));
}
