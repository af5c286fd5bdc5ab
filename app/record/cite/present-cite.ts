import { citationStyles, cslItem, formatCitation } from '#catalogue/citations';
import { recordExports } from '#catalogue/exports';
import type { StoredRecord } from '#ledger';
import type { Locale } from '../../locales/index.ts';
import { pageUrl } from '../../negotiation/written-formats.ts';
import type { PortalServices } from '../../services.ts';

/** A document to take along. */
export type TakenDocument = { title: string; mediaType: string; href: string };

export type CiteView = {
  /** Empty where the record can't be cited. */
  citations: { style: string; title: string; text: string }[];
  references: TakenDocument[];
  documents: TakenDocument[];
};

/** A record in all styles of citation, and what can be taken along of it. */
export function presentCite(
  stored: StoredRecord,
  locale: Locale,
  { config }: Pick<PortalServices, 'config'>,
): CiteView {
  const page = pageUrl(config.publicUrl, stored.id);
  const item = cslItem(stored.record, { id: stored.id, pageUrl: page, language: locale });
  if (!item) return { citations: [], references: [], documents: [] };
  const taken = (kind: 'citation' | 'metadata') =>
    recordExports
      .filter((one) => one.kind === kind)
      .map(({ title, mediaType, suffix }) => ({ title, mediaType, href: `/records/${stored.id}.${suffix}` }));
  return {
    citations: citationStyles.map(({ name, title }) => ({
      style: name,
      title,
      text: formatCitation(item, name, locale),
    })),
    references: taken('citation'),
    documents: taken('metadata'),
  };
}
