import type { Party, Responsibility } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, of, readOnly } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import type { Writing } from '../writing.ts';
import { contactInfo, emptyParty, hasContact } from './contact.ts';
import { individual, membersOf, organisation, organisationName, personName } from './party.ts';

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
