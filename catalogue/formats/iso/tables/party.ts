import { localise, type Party, parsePartyIdentifier } from '../../../model/index.ts';
import { line, of, readOnly } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, readString, valueElement } from '../values.ts';
import { identifierParts } from './citation.ts';
import { contactInfo, emptyParty, hasContact } from './contact.ts';

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
    const text = organisation && writing.text(organisation, first?.uri);
    return text ? [text] : [];
  },
};

/** A person's name; an anchor (ORCID) identifies the person. */
export const personName: Field<Party> = {
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

/** The people of an organisation; one without contact of their own is reached as the organisation is. */
export function membersOf({ party, individuals }: Organisation): Party[] {
  if (individuals.length === 0) return [party];
  return individuals.map((person) => {
    const { identifiers, person: name, position } = person;
    return {
      ...(hasContact(person) ? person : party),
      identifiers,
      organisationIdentifiers: party.organisationIdentifiers,
      ...(party.organisation ? { organisation: party.organisation } : {}),
      ...(name ? { person: name } : {}),
      ...(position ? { position } : {}),
    };
  });
}
