import fc from 'fast-check';
import {
  onlineReference,
  type Party,
  type PartyIdentifier,
  parsePartyIdentifier,
  party,
  address as postalAddress,
  type Responsibility,
  responsibility,
  roles,
} from '../index.ts';
import { objectOf, some, valueIn } from './object-of.ts';
import { address, code, line, lines, proses, untranslated } from './texts.ts';

const personIdentifier: fc.Arbitrary<PartyIdentifier> = fc
  .constantFrom('https://orcid.org/0000-0002-1825-0097', 'https://isni.org/isni/0000000121032683')
  .map((text) => parsePartyIdentifier(text));

const organisationIdentifier: fc.Arbitrary<PartyIdentifier> = fc
  .constantFrom(
    'https://ror.org/044jxhp58',
    'https://edmo.seadatanet.org/report/486',
    'grid.4825.b',
    'https://www.wikidata.org/entity/Q1665102',
    'https://example.org/organisations/7',
    'LOCAL-7',
  )
  .map((text) => parsePartyIdentifier(text));

export const online = objectOf(onlineReference, {
  url: address,
  name: lines,
  description: proses,
  function: fc.constantFrom('information', 'download', 'search'),
  protocol: fc.constantFrom('WWW:LINK', 'WWW:DOWNLOAD'),
  applicationProfile: line,
  mediaType: fc.constant('text/html'),
  translations: untranslated,
});

const common = {
  organisation: lines,
  position: lines,
  emails: some(fc.emailAddress()),
  phones: some(fc.constantFrom('+33 2 98 22 40 40', '+1 508 548 1400')),
  facsimiles: some(fc.constantFrom('+33 2 98 22 45 45')),
  addresses: fc.array(
    objectOf(postalAddress, {
      deliveryPoints: some(line),
      city: line,
      administrativeArea: line,
      postalCode: code,
      country: fc.constantFrom('France', 'Norway', 'Canada'),
      translations: untranslated,
    }),
    { maxLength: 1 },
  ),
  online: fc.array(online, { maxLength: 2 }),
  hoursOfService: line,
  contactInstructions: proses,
  organisationContact: objectOf(party.shape.organisationContact.unwrap(), {
    emails: some(fc.emailAddress(), 1),
    phones: fc.constant([]),
    facsimiles: fc.constant([]),
    addresses: fc.constant([]),
    online: fc.constant([]),
    hoursOfService: line,
    contactInstructions: proses,
    translations: untranslated,
  }),
  translations: untranslated,
};

const givenName = fc.constantFrom('Anita', 'Jean-Marc', 'Fridtjof', 'Ángela');
const familyName = fc.constantFrom('Conti', 'Le Goff', 'Nansen', 'Müller');

/** Persons within an organisation or without one, and organisations; each has a name. */
export const anyParty: fc.Arbitrary<Party> = fc.oneof(
  fc
    .tuple(
      objectOf(party, {
        ...common,
        person: line,
        givenName,
        familyName,
        identifiers: fc.array(personIdentifier, { maxLength: 1 }),
        organisationIdentifiers: fc.array(organisationIdentifier, { maxLength: 2 }),
      }),
      givenName,
      familyName,
    )
    // A name and its parts tell the same.
    .map(([{ givenName: first, familyName: last, organisationContact, ...rest }, given, family]) => ({
      ...rest,
      ...(rest.organisation && organisationContact ? { organisationContact } : {}),
      person: `${last ?? family}, ${first ?? given}`,
      ...(first && last ? { givenName: first, familyName: last } : {}),
    })),
  fc
    .tuple(
      objectOf(party, {
        ...common,
        person: fc.constant(''),
        givenName: fc.constant(''),
        familyName: fc.constant(''),
        identifiers: fc.array(organisationIdentifier, { maxLength: 2 }),
        organisationIdentifiers: fc.constant([]),
      }),
      lines,
    )
    .map(
      ([{ person: _, givenName: _first, familyName: _last, organisationContact: _own, ...rest }, name]) => ({
        ...rest,
        organisation: rest.organisation ?? name,
      }),
    ),
);

/** @param some roles, any of the codelist unless told */
export function responsibilityIn(...some: string[]): fc.Arbitrary<Responsibility> {
  return fc
    .tuple(
      objectOf(responsibility, {
        role:
          some.length > 0
            ? fc.constantFrom(...some)
            : valueIn(roles.filter(({ value }) => value !== 'other')),
        roleAsGiven: fc.constant(''),
        party: anyParty,
        cited: fc.constant(true),
      }),
      fc.option(code, { freq: 9, nil: undefined }),
    )
    .map(([{ role, party: who }, foreign]) =>
      foreign === undefined || some.length > 0
        ? { role, party: who }
        : { role: 'other', roleAsGiven: `${foreign}Maker`, party: who },
    );
}
