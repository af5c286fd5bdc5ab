import { knownLicences, type LanguageMap, type Resource } from '#catalogue/model';
import type { Locale } from '../../locales/index.ts';
import { labelOf, restrictionLabels } from '../code-labels.ts';
import { type PageText, pageText } from '../texts.ts';
import { webAddress } from './address.ts';
import { type Prose, prose } from './prose.ts';

export type LicenceLink = PageText & { id?: string; href?: string };
/** A condition in words, with the address that the document anchors it to. */
export type Condition = { text: Prose; href?: string };
export type Conditions = {
  licences: LicenceLink[];
  restrictions: string[];
  texts: Condition[];
};

/** Licences and conditions of access and use; a text that is told twice stands once. */
export function conditionsOf(resource: Resource, locale: Locale): Conditions | undefined {
  const licences = licencesOf(resource, locale);
  const codes = resource.constraints.flatMap(({ accessConstraints, useConstraints, classification }) => [
    ...accessConstraints,
    ...useConstraints,
    ...(classification ? [classification] : []),
  ]);
  // That there are others, or a licence, is told by what they are.
  const restrictions = codes
    .filter((code) => !/^(otherRestrictions|licen[cs]e)$/.test(code))
    .map((code) => labelOf(restrictionLabels, code, locale));
  const texts: { text: LanguageMap; uri?: string | undefined }[] = resource.constraints.flatMap(
    ({ useLimitations, otherConstraints, userNote }) => [
      ...useLimitations,
      ...otherConstraints,
      ...(userNote ? [{ text: userNote }] : []),
    ],
  );
  const conditions = new Map<string, Condition>();
  for (const { text, uri } of texts) {
    const shown = pageText(text, locale);
    const href = webAddress(uri);
    if (shown && !licences.some((licence) => saysNoMore(shown.text, href, licence)))
      conditions.set(shown.text, { text: prose(shown.text, shown.lang), ...(href ? { href } : {}) });
  }
  if (licences.length + restrictions.length + conditions.size === 0) return undefined;
  return { licences, restrictions: [...new Set(restrictions)], texts: [...conditions.values()] };
}

/** A condition that only names a licence which is shown by itself. */
function saysNoMore(text: string, href: string | undefined, licence: LicenceLink): boolean {
  if (text === licence.text || text === licence.href) return true;
  return text.length < 100 && href !== undefined && href === licence.href;
}

/** Recognised licences, by the name that they are known by. */
export function licencesOf({ licences }: Resource, locale: Locale): LicenceLink[] {
  const links = licences.flatMap(({ id, uri, title }) => {
    const known = knownLicences.find((licence) => licence.id === id);
    const name = pageText(title, locale) ?? pageText(known?.title, locale) ?? (id ? { text: id } : undefined);
    const href = webAddress(uri ?? known?.uri);
    const shown = name ?? (uri ? { text: uri } : undefined);
    return shown ? [{ ...shown, ...(id ? { id } : {}), ...(href ? { href } : {}) }] : [];
  });
  return [...new Map(links.map((link) => [link.id ?? link.text, link])).values()];
}
