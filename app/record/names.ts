import type { Party, Resource } from '#catalogue/model';
import type { Locale } from '../locales/index.ts';
import { plainText } from './texts.ts';

/** Roles whose parties made the resource, in the order of a citation's preference. */
const makers = [
  ['author', 'coAuthor'],
  ['principalInvestigator'],
  ['originator'],
  ['owner', 'custodian', 'resourceProvider'],
  ['publisher'],
  ['pointOfContact'],
] as const;

/** The name of a party: the person, else the organisation. */
export function partyName(party: Party, locale: Locale): string | undefined {
  if (party.familyName) return [party.givenName, party.familyName].filter(Boolean).join(' ');
  return party.person ?? plainText(party.organisation, locale) ?? plainText(party.position, locale);
}

/** Parties who made a resource: authors, or who comes closest where no author is named. */
export function makersOf(resource: Resource): Party[] {
  for (const roles of makers) {
    const found = resource.responsibilities.filter(({ role }) => roles.some((wanted) => wanted === role));
    if (found.length > 0) return found.map(({ party }) => party);
  }
  return [];
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
