import {
  localise,
  type Party,
  type PartyIdentifier,
  parsePartyIdentifier,
  type Translations,
} from '../../../model/index.ts';
import { line, of, told } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, readTranslations, valueElement } from '../values.ts';
import type { Node, Writing } from '../writing.ts';
import { contactInfo, emptyParty, hasContact } from './contact.ts';
import { identifierCode } from './identifier.ts';

/** An organisation's name; EDMO codes of SeaDataNet and anchors identify the organisation. */
export const organisationName: Field<Party> = {
  read(properties, model, reading) {
    const [property] = properties;
    const name = property && readLine(property, reading);
    if (!property || !name) return;
    model.organisation ??= name;
    const element = valueElement(property);
    const edmo = element.name === 'SDN_EDMOCode' ? element.attribute('codeListValue')?.trim() : undefined;
    const uri = anchorOf(property);
    if (edmo) model.organisationIdentifiers.push(parsePartyIdentifier(edmo, 'EDMO'));
    else if (uri) model.organisationIdentifiers.push(parsePartyIdentifier(uri));
  },
  write({ organisation, organisationIdentifiers: [first] }, writing) {
    const uri = writing.says('organisation', 'partyIdentifier') ? undefined : first?.uri;
    const text = organisation && writing.text(organisation, uri);
    return text ? [text] : [];
  },
};

/** A person's name; an anchor (ORCID) identifies the person. */
export const personName: Field<Party> = {
  read([property], model, reading) {
    if (!property) return;
    const { text, others } = readTranslations(property, reading);
    if (text === undefined) return;
    model.person ??= text;
    if (others) model.translations = { ...model.translations, person: [others] };
    const uri = anchorOf(property);
    if (uri) model.identifiers.push(parsePartyIdentifier(uri));
  },
  write({ person, identifiers: [first], translations }, writing) {
    if (!person) return [];
    // The identifiers stand beside the name where the standard has a property for them.
    const uri = writing.says('individual', 'partyIdentifier') ? undefined : first?.uri;
    const [others] = translations?.['person'] ?? [];
    const text = others
      ? writing.text({ ...others, [writing.language]: person }, uri)
      : writing.string(person, uri);
    return told([text]);
  },
};

/** Schemes under the names that go into a code space. */
const schemeNames: Readonly<Record<PartyIdentifier['scheme'], string | undefined>> = {
  orcid: 'ORCID',
  ror: 'ROR',
  edmo: 'EDMO',
  isni: 'ISNI',
  grid: 'GRID',
  wikidata: 'Wikidata',
  uri: undefined,
  other: undefined,
};

const partyIdentifiers = (key: 'identifiers' | 'organisationIdentifiers'): Field<Party> => ({
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { code: value, uri, codeSpace, by } = reading.object(identifierCode, element);
      const scheme = codeSpace ?? (by && localise(by)?.text);
      if (uri || value) model[key].push(parsePartyIdentifier(uri ?? value ?? '', scheme));
    }
  },
  write: (model, writing) =>
    model[key].map(({ scheme, value, uri }) => {
      const anchor = uri === value ? undefined : uri;
      const parts = { code: value, uri: anchor, codeSpace: schemeNames[scheme] };
      return { children: [writing.object(identifierCode, parts)] };
    }),
});

/** CI_Individual of ISO 19115-1 */
export const individual = table<Party>()('individual', emptyParty, {
  name: personName,
  contactInfo: contactInfo(),
  partyIdentifier: partyIdentifiers('identifiers'),
  positionName: line('position'),
});

type Organisation = { party: Party; individuals: Party[] };

/** CI_Organisation of ISO 19115-1 */
export const organisation = table<Organisation>()(
  'organisation',
  () => ({ party: emptyParty(), individuals: [] }),
  {
    name: of('party', organisationName),
    contactInfo: of('party', contactInfo()),
    partyIdentifier: of('party', partyIdentifiers('organisationIdentifiers')),
    individual: {
      read(properties, model, reading) {
        for (const property of properties) {
          const element = reading.classElement(property);
          if (element) model.individuals.push(reading.object(individual, element));
        }
      },
      write: ({ individuals }, writing) =>
        individuals.map((person) => ({ children: [writing.object(individual, person)] })),
    },
  },
);

/** The people of an organisation; one without contact of their own is reached as the organisation is. */
export function membersOf({ party, individuals }: Organisation): Party[] {
  if (individuals.length === 0) return [party];
  return individuals.map((person) => {
    const own = hasContact(person) ? person : party;
    const { person: names, ...texts } = { ...own.translations, ...person.translations };
    const translations = names ? { ...texts, person: names } : texts;
    const { translations: _, ...reached } = own;
    return {
      ...reached,
      identifiers: person.identifiers,
      organisationIdentifiers: party.organisationIdentifiers,
      ...(party.organisation ? { organisation: party.organisation } : {}),
      ...(person.person ? { person: person.person } : {}),
      ...(person.position ? { position: person.position } : {}),
      ...(hasContact(party) ? { organisationContact: contactOf(party) } : {}),
      ...(Object.keys(translations).length > 0 ? { translations } : {}),
    };
  });
}

function contactOf(party: Party): NonNullable<Party['organisationContact']> {
  const { emails, phones, facsimiles, addresses, online, hoursOfService, contactInstructions } = party;
  const { person: _, ...translations } = party.translations ?? {};
  return {
    emails,
    phones,
    facsimiles,
    addresses,
    online,
    ...(hoursOfService ? { hoursOfService } : {}),
    ...(contactInstructions ? { contactInstructions } : {}),
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
  };
}

/** The element of a party in ISO 19115-1: a person, an organisation, or a person within one. */
export function writeParty(party: Party, writing: Writing): Node {
  const { organisationContact } = party;
  const isPerson = party.person !== undefined || party.position !== undefined || party.identifiers.length > 0;
  const isWithin = party.organisation !== undefined || party.organisationIdentifiers.length > 0;
  if (!isWithin && isPerson) return writing.object(individual, party);
  const isReachedThere =
    organisationContact && JSON.stringify(organisationContact) === JSON.stringify(contactOf(party));
  const person = isReachedThere ? { ...party, ...emptyContact(), translations: personTexts(party) } : party;
  const reached: Party = isPerson
    ? { ...party, ...emptyContact(), ...organisationContact, translations: organisationContact?.translations }
    : party;
  return writing.object(organisation, { party: reached, individuals: isPerson ? [person] : [] });
}

const emptyContact = () => ({
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
  hoursOfService: undefined,
  contactInstructions: undefined,
});

function personTexts({ translations }: Party): Translations {
  const names = translations?.['person'];
  return names ? { person: names } : {};
}
