import { codeLabel, type Party, type PartyIdentifier, type Responsibility, roles } from '#catalogue/model';
import type { Locale } from '../../locales/index.ts';
import { type PageText, pageText } from '../texts.ts';
import { type EmailParts, emailParts, hostOf, webAddress } from './address.ts';

export type IdentifierLink = { label: string; value: string; href?: string };
export type PersonView = {
  /** Person or, without one, organisation. */
  name: PageText;
  /** The organisation of a person. */
  organisation?: PageText;
  position?: PageText;
  identifiers: IdentifierLink[];
  organisationIdentifiers: IdentifierLink[];
  emails: EmailParts[];
  phones: string[];
  address?: string;
  sites: { label: string; href: string }[];
};
export type PeopleOfRole = { role: string; people: PersonView[] };

const schemeLabels: Record<PartyIdentifier['scheme'], string> = {
  orcid: 'ORCID',
  ror: 'ROR',
  edmo: 'EDMO',
  isni: 'ISNI',
  grid: 'GRID',
  wikidata: 'Wikidata',
  uri: 'URI',
  other: 'ID',
};

/** People and organisations by role, in the order of the codelist; a party that is told twice stands once. */
export function peopleByRole(responsibilities: readonly Responsibility[], locale: Locale): PeopleOfRole[] {
  const groups = new Map<string, Map<string, PersonView>>();
  for (const { role, roleAsGiven, party } of responsibilities) {
    const person = personView(party, locale);
    if (!person) continue;
    const label = role === 'other' && roleAsGiven ? roleAsGiven : codeLabel(roles, role, locale);
    const group = groups.get(label) ?? new Map<string, PersonView>();
    const key = `${person.name.text} ${person.organisation?.text ?? ''}`.toLowerCase();
    const known = group.get(key);
    group.set(key, known ? joined(known, person) : person);
    groups.set(label, group);
  }
  const order = roles.map(({ value }) => codeLabel(roles, value, locale));
  const rank = (label: string) => (order.indexOf(label) + order.length + 1) % (order.length + 1);
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([role, people]) => ({ role, people: [...people.values()] }));
}

/** `undefined` for a party of which nothing is told. */
export function personView(party: Party, locale: Locale): PersonView | undefined {
  const organisation = pageText(party.organisation, locale);
  const position = pageText(party.position, locale);
  const person = party.person ?? ([party.givenName, party.familyName].filter(Boolean).join(' ') || undefined);
  const emails = party.emails.map(emailParts).filter((parts) => parts !== undefined);
  const name = person ? { text: person } : (organisation ?? position ?? atHost(emails[0]));
  if (!name) return undefined;
  const address = addressLine(party);
  return {
    name,
    ...(person && organisation ? { organisation } : {}),
    ...(position && name !== position ? { position } : {}),
    identifiers: party.identifiers.map(identifierLink),
    organisationIdentifiers: party.organisationIdentifiers.map(identifierLink),
    emails,
    phones: party.phones,
    ...(address ? { address } : {}),
    sites: party.online.flatMap(({ url, name: label }) => {
      const href = webAddress(url);
      return href ? [{ label: pageText(label, locale)?.text ?? hostOf(href), href }] : [];
    }),
  };
}

/** An ORCID, ROR, EDMO… with its page where it has one. */
export function identifierLink({ scheme, value, uri }: PartyIdentifier): IdentifierLink {
  const href = webAddress(uri);
  return { label: schemeLabels[scheme], value, ...(href ? { href } : {}) };
}

function atHost(email: EmailParts | undefined): PageText | undefined {
  return email && { text: email.host };
}

function joined(first: PersonView, second: PersonView): PersonView {
  const distinct = <Value>(values: Value[]) => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
  ];
  return {
    ...second,
    ...first,
    identifiers: distinct([...first.identifiers, ...second.identifiers]),
    organisationIdentifiers: distinct([...first.organisationIdentifiers, ...second.organisationIdentifiers]),
    emails: distinct([...first.emails, ...second.emails]),
    phones: distinct([...first.phones, ...second.phones]),
    sites: distinct([...first.sites, ...second.sites]),
  };
}

function addressLine({ addresses }: Party): string | undefined {
  const [address] = addresses;
  if (!address) return undefined;
  const { deliveryPoints, postalCode, city, administrativeArea, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [...deliveryPoints, town, administrativeArea, country].filter(Boolean).join(', ') || undefined;
}
