import { localise, type Party, parsePartyIdentifier, type Responsibility } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, inline, line, many, of, readOnly, string, strings } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, readString, valueElement } from '../values.ts';
import type { Writing } from '../writing.ts';
import { identifierParts } from './citation.ts';
import { onlineReference } from './online.ts';

const emptyParty = (): Party => ({
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
});

type PostalAddress = Party['addresses'][number] & { emails: string[] };

/** CI_Address: it holds the e-mail addresses too. */
export const address = table<PostalAddress>()('address', () => ({ deliveryPoints: [], emails: [] }), {
  deliveryPoint: strings('deliveryPoints'),
  city: string('city'),
  administrativeArea: string('administrativeArea'),
  postalCode: string('postalCode'),
  country: string('country'),
  email: strings('emails'),
});

const addresses: Field<Party> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { emails, ...postal } = reading.object(address, element);
      model.emails.push(...emails);
      if (postal.deliveryPoints.length > 0 || Object.keys(postal).length > 1) model.addresses.push(postal);
    }
  },
  write(model, writing) {
    const [first = { deliveryPoints: [] }, ...others] = model.addresses;
    // Addresses without e-mail would be lost in the first one: all stand there.
    const all = [{ ...first, emails: model.emails }, ...others.map((postal) => ({ ...postal, emails: [] }))];
    return model.addresses.length === 0 && model.emails.length === 0
      ? []
      : all.map((postal) => ({ children: [writing.object(address, postal)] }));
  },
};

/** CI_Telephone of ISO 19115-1: a number and what it is for. */
export const telephone = table<{ number?: string; type?: string }>()('telephone', () => ({}), {
  number: string('number'),
  type: readOnly((properties, model) => {
    const [property] = properties;
    const element = property && valueElement(property);
    const type = element?.attribute('codeListValue') || element?.text.trim();
    if (type) model.type = type;
  }),
});

/** CI_Contact */
export const contact = table<Party>()('contact', emptyParty, {
  voice: strings('phones'),
  facsimile: strings('facsimiles'),
  telephone: readOnly((properties, model, reading) => {
    for (const property of properties) {
      const element = reading.classElement(property);
      const { number, type } = element ? reading.object(telephone, element) : {};
      if (number) (/fac|fax/i.test(type ?? '') ? model.facsimiles : model.phones).push(number);
    }
  }),
  address: addresses,
  onlineResource: many('online', onlineReference),
  hoursOfService: string('hoursOfService'),
  contactInstructions: line('contactInstructions'),
});

const hasContact = (party: Party) =>
  party.phones.length +
    party.facsimiles.length +
    party.addresses.length +
    party.emails.length +
    party.online.length >
    0 ||
  party.hoursOfService !== undefined ||
  party.contactInstructions !== undefined;

const contactInfo = () => inline<Party>(() => contact, hasContact);

/** An organisation's name; EDMO codes of SeaDataNet and anchors identify the organisation. */
const organisationName: Field<Party> = {
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
    const text = organisation && writing.text(organisation, first?.uri);
    return text ? [text] : [];
  },
};

/** A person's name; an anchor (ORCID) identifies the person. */
const personName: Field<Party> = {
  read([property], model) {
    const name = property && readString(property);
    if (!property || !name) return;
    model.person ??= name;
    const uri = anchorOf(property);
    if (uri) model.identifiers.push(parsePartyIdentifier(uri));
  },
  write: ({ person, identifiers: [first] }, writing) => (person ? [writing.string(person, first?.uri)] : []),
};

const partyIdentifiers = (key: 'identifiers' | 'organisationIdentifiers'): Field<Party> =>
  readOnly((properties, model, reading) => {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { code: value, uri, codeSpace, authority } = reading.object(identifierParts, element);
      const scheme = codeSpace ?? (authority && localise(authority)?.text);
      if (uri || value) model[key].push(parsePartyIdentifier(uri ?? value ?? '', scheme));
    }
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
    individual: readOnly((properties, model, reading) => {
      for (const property of properties) {
        const element = reading.classElement(property);
        if (element) model.individuals.push(reading.object(individual, element));
      }
    }),
  },
);

/** A person in an organisation has the organisation's contact where it has none of its own. */
function membersOf({ party, individuals }: Organisation): Party[] {
  if (individuals.length === 0) return [party];
  return individuals.map((person) => ({
    ...(hasContact(person) ? emptyParty() : party),
    ...(party.organisation ? { organisation: party.organisation } : {}),
    organisationIdentifiers: party.organisationIdentifiers,
    ...pickContact(hasContact(person) ? person : party),
    identifiers: person.identifiers,
    ...(person.person ? { person: person.person } : {}),
    ...(person.position ? { position: person.position } : {}),
  }));
}

function pickContact(party: Party): Partial<Party> {
  const {
    emails,
    phones,
    facsimiles,
    addresses: postal,
    online,
    hoursOfService,
    contactInstructions,
  } = party;
  return {
    emails,
    phones,
    facsimiles,
    addresses: postal,
    online,
    ...(hoursOfService ? { hoursOfService } : {}),
    ...(contactInstructions ? { contactInstructions } : {}),
  };
}

type Responsibles = { role?: string; party: Party; parties: Party[] };

/** CI_ResponsibleParty of ISO 19115:2003 (one party) and CI_Responsibility of 19115-1 (any number). */
export const responsibles = table<Responsibles>()(
  'responsibles',
  () => ({ party: emptyParty(), parties: [] }),
  {
    individualName: of('party', personName),
    organisationName: of('party', organisationName),
    positionName: of('party', line('position')),
    contactInfo: of('party', contactInfo()),
    parties: readOnly((properties, model, reading) => {
      for (const property of properties) {
        const element = reading.classElement(property);
        if (!element) continue;
        const isPerson = reading.className(element) === 'CI_Individual';
        model.parties.push(
          ...(isPerson
            ? [reading.object(individual, element)]
            : membersOf(reading.object(organisation, element))),
        );
      }
    }),
    role: code('role', codelists.role),
  },
);

/** Whether a party has anything to be known by. */
export const isNamed = (party: Party) =>
  party.person !== undefined ||
  party.organisation !== undefined ||
  party.position !== undefined ||
  party.emails.length > 0 ||
  party.identifiers.length > 0 ||
  party.organisationIdentifiers.length > 0 ||
  hasContact(party);

/** The parties that an element names, each with the role; none when it names nobody. */
export function readResponsibilities(element: XmlElement, reading: Reading): Responsibility[] {
  const { role: word, party, parties } = reading.object(responsibles, element);
  const named = [party, ...parties].filter(isNamed);
  const known = word !== undefined && codelists.role.find(word) !== undefined;
  const role = known ? { role: word } : { role: 'other', ...(word ? { roleAsGiven: word } : {}) };
  return named.map((someone) => ({ ...role, party: someone }));
}

/** How parties are written, as one element each. */
export const writeResponsibility = ({ role, roleAsGiven, party }: Responsibility, writing: Writing) => ({
  children: [writing.object(responsibles, { role: roleAsGiven ?? role, party, parties: [party] })],
});

/**
 * Parties in their roles.
 * @param isWritten which of them belong into this property, when several properties share the list
 */
export function responsibilities<K extends string>(
  key: K,
  isWritten: (responsibility: Responsibility) => boolean = () => true,
): Field<{ [P in K]: Responsibility[] }> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const element = reading.classElement(property);
        if (element) model[key].push(...readResponsibilities(element, reading));
      }
    },
    write: (model, writing) =>
      model[key].filter(isWritten).map((one: Responsibility) => writeResponsibility(one, writing)),
  };
}
