import { type Actor, can } from '#accounts';
import type { Locale } from '../locales/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';

/** The sources that the records of another can be handed over to, by name, for who looks after both. */
export async function presentHeirs(
  actor: Actor,
  { harvests }: PortalServices,
  sourceId: string,
  locale: Locale,
): Promise<{ id: string; name: PageText }[]> {
  const sources = await harvests.sources(actor);
  return sources
    .filter(
      ({ id, closed }) => id !== sourceId && !closed && can(actor, 'sources.manage', { kind: 'source', id }),
    )
    .map(({ id, names }) => ({ id, name: pageText(names, locale) ?? { text: id } }))
    .sort((one, other) => one.name.text.localeCompare(other.name.text, locale));
}
