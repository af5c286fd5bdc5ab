import type { Reason, ReasonCode } from './compare.ts';

const texts: Readonly<Record<ReasonCode, { en: string; fr: string }>> = {
  joined: { en: 'joined by a person', fr: 'réunies par une personne' },
  doi: { en: 'same DOI', fr: 'même DOI' },
  identifier: { en: 'same identifier', fr: 'même identifiant' },
  equals: { en: 'one says that it is the same as the other', fr: 'l’une se dit identique à l’autre' },
  'local-identifier': { en: 'same local identifier', fr: 'même identifiant local' },
  title: { en: 'same title', fr: 'même titre' },
  'similar-title': { en: 'similar title', fr: 'titre proche' },
  'other-language': { en: 'titles in different languages', fr: 'titres en langues différentes' },
  extent: { en: 'same area', fr: 'même emprise' },
  time: { en: 'same period', fr: 'même période' },
  parties: { en: 'a party in common', fr: 'un acteur en commun' },
  abstract: { en: 'same abstract', fr: 'même résumé' },
  'title-differs': { en: 'different titles', fr: 'titres différents' },
  'extent-differs': { en: 'different areas', fr: 'emprises différentes' },
  'time-differs': { en: 'different periods', fr: 'périodes différentes' },
  'parties-differ': { en: 'no party in common', fr: 'aucun acteur en commun' },
  'edition-differs': { en: 'different versions', fr: 'versions différentes' },
  'doi-differs': { en: 'DOIs of their own', fr: 'des DOI distincts' },
  'kind-differs': { en: 'different kinds of resource', fr: 'ressources de natures différentes' },
  'says-apart': {
    en: 'one names the other as its part, whole or version',
    fr: 'l’une désigne l’autre comme sa partie, son ensemble ou sa version',
  },
  'same-source': { en: 'both from one source', fr: 'toutes deux de la même source' },
};

/** A reason in words: `same DOI 10.17882/42182`. */
export function reasonText({ code, value }: Reason, language: 'en' | 'fr'): string {
  return value === undefined ? texts[code][language] : `${texts[code][language]} ${value}`;
}

/** Reasons in words, those for it before those against it. */
export function reasonTexts(
  reasons: readonly Reason[],
  language: 'en' | 'fr',
): { for: string[]; against: string[] } {
  const told = (some: readonly Reason[]) => some.map((reason) => reasonText(reason, language));
  return {
    for: told(reasons.filter(({ weight }) => weight > 0)),
    against: told(reasons.filter(({ weight }) => weight < 0)),
  };
}
