import { makersOf, type Party, type Resource } from '#catalogue/model';
import type { Locale } from '../locales/index.ts';
import { plainText } from './texts.ts';

/** The name of a party: the person, else the organisation. */
export function partyName(party: Party, locale: Locale): string | undefined {
  if (party.familyName) return [party.givenName, party.familyName].filter(Boolean).join(' ');
  return party.person ?? plainText(party.organisation, locale) ?? plainText(party.position, locale);
}

/** The organisation to show first: the publisher, else that of a maker, else any. */
export function mainOrganisation(resource: Resource, locale: Locale): string | undefined {
  const publishers = resource.responsibilities.filter(({ role }) => role === 'publisher');
  const others = resource.responsibilities.filter(({ role }) => role !== 'publisher');
  for (const party of [
    ...publishers.map((it) => it.party),
    ...makersOf(resource),
    ...others.map((it) => it.party),
  ]) {
    const name = plainText(party.organisation, locale);
    if (name !== undefined) return name;
  }
  return undefined;
}
