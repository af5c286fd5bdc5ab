import { compareProfiles, reasonTexts } from '#catalogue/identity';
import type { StoredRecord } from '#ledger';
import type { Locale } from '../../locales/index.ts';
import { messagesIn } from '../../locales/index.ts';
import type { PortalServices } from '../../services.ts';
import { linkInside, type RelatedLink } from './related.ts';

/** Other records of the same resource that the public may see, and why they are taken for it. */
export type CopyView = RelatedLink & { source: string; reasons: string[]; isCanonical: boolean };

type Finding = Pick<PortalServices, 'identity' | 'records'>;

/**
 * The other records of the resource, the one that stands for all first.
 * @param sourceName what a source is called
 */
export async function copiesOf(
  stored: StoredRecord,
  locale: Locale,
  { identity, records }: Finding,
  sourceName: (id: string) => string,
): Promise<CopyView[]> {
  const cluster = (await identity.clustersOf([stored.id])).get(stored.id);
  if (!cluster) return [];
  const others = cluster.members.filter((id) => id !== stored.id);
  const [visible, profiles] = await Promise.all([
    records.getMany(others, 'public'),
    identity.profilesOf(cluster.members),
  ]);
  const own = profiles.get(stored.id);
  return visible.flatMap((other) => {
    const link = other.deleted ? undefined : linkInside(other, locale, messagesIn(locale));
    if (!link) return [];
    const profile = profiles.get(other.id);
    const judged = own && profile ? compareProfiles(own, profile, false) : undefined;
    const isAlike = judged?.verdict === 'same' || judged?.verdict === 'perhaps';
    return [
      {
        ...link,
        source: sourceName(other.sourceId),
        reasons: judged && isAlike ? reasonTexts(judged.reasons, locale).for : [],
        isCanonical: other.id === cluster.canonical,
      },
    ];
  });
}
