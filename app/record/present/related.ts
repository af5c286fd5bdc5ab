import { codeLabel, type RelatedResource, relationTypes } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import type { Locale, Messages } from '../../locales/index.ts';
import { type PageText, pageText, typeLabel } from '../texts.ts';
import { webAddress } from './address.ts';
import { citationView, identifierAddress } from './provenance.ts';
import type { Relatives } from './relatives.ts';

/** Another resource. `inside`: its page here; else `href` leads to where it is. */
export type RelatedLink = PageText & { inside?: string; href?: string; identifier?: string; kind?: string };
export type RelatedGroup = { relation: string; links: RelatedLink[] };

/** Related resources by relation: the parent first, then as the document tells them, documentation last. */
export function relatedGroups(
  { record }: StoredRecord,
  relatives: Relatives,
  locale: Locale,
  messages: Messages,
): RelatedGroup[] {
  const groups = new Map<string, RelatedLink[]>();
  const add = (relation: string, link: RelatedLink | undefined) => {
    if (!link) return;
    const links = groups.get(relation) ?? [];
    const same = (other: RelatedLink) =>
      (link.inside !== undefined && other.inside === link.inside) ||
      (other.text === link.text && other.href === link.href);
    if (!links.some(same)) links.push(link);
    groups.set(relation, links);
  };
  const label = (relation: string) => codeLabel(relationTypes, relation, locale);
  const inside = (identifier: string) => linkInside(relatives.byIdentifier(identifier), locale, messages);
  if (record.parentIdentifier) add(label('isPartOf'), inside(record.parentIdentifier));
  for (const related of record.resource.related)
    add(relationLabel(related, locale), relatedLink(related, relatives, locale, messages));
  for (const identifier of record.resource.service?.operatesOn ?? [])
    add(label('operatesOn'), inside(identifier) ?? plainLink(identifier));
  for (const citation of record.resource.additionalDocumentation)
    add(messages.recordPage.documentation, citationView(citation, locale));
  return [...groups].map(([relation, links]) => ({ relation, links }));
}

/** A record of the catalogue as a link to its page. */
export function linkInside(
  stored: StoredRecord | undefined,
  locale: Locale,
  { recordPage }: Messages,
): RelatedLink | undefined {
  if (!stored) return undefined;
  const { titles, type } = stored.record.resource;
  return {
    ...(pageText(titles, locale) ?? { text: recordPage.untitled }),
    inside: `/records/${stored.id}`,
    kind: typeLabel(type, locale),
  };
}

function relatedLink(
  related: RelatedResource,
  relatives: Relatives,
  locale: Locale,
  messages: Messages,
): RelatedLink | undefined {
  for (const identifier of [related.identifier, related.url]) {
    const known =
      identifier === undefined ? undefined : linkInside(relatives.byIdentifier(identifier), locale, messages);
    if (known) return known;
  }
  const title = pageText(related.titles, locale);
  const href =
    webAddress(related.url) ?? (related.identifier ? identifierAddress(related.identifier) : undefined);
  const shown = title ?? (related.identifier ? { text: related.identifier } : undefined);
  if (!shown) return href ? { text: href, href } : undefined;
  return {
    ...shown,
    ...(href ? { href } : {}),
    ...(related.identifier && shown.text !== related.identifier ? { identifier: related.identifier } : {}),
    ...(related.resourceType ? { kind: related.resourceType } : {}),
  };
}

function plainLink(identifier: string): RelatedLink {
  const href = identifierAddress(identifier);
  return { text: identifier, ...(href ? { href } : {}) };
}

function relationLabel({ relation, relationAsGiven }: RelatedResource, locale: Locale): string {
  return relation === 'other' && relationAsGiven
    ? relationAsGiven
    : codeLabel(relationTypes, relation, locale);
}
