import type { Party, Responsibility } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, of } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import type { Writing } from '../writing.ts';
import { contactInfo, emptyParty, hasContact } from './contact.ts';
import { individual, membersOf, organisation, organisationName, personName, writeParty } from './party.ts';

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
    parties: {
      read(properties, model, reading) {
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
      },
      write: ({ parties }, writing) => parties.map((one) => ({ children: [writeParty(one, writing)] })),
    },
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

/** Roles that a citation names; all others are contacts, unless the responsibility says otherwise. */
const citedRoles = new Set([
  'author',
  'coAuthor',
  'editor',
  'publisher',
  'originator',
  'principalInvestigator',
]);
export const isCitedParty = ({ role, cited }: Responsibility) => cited ?? citedRoles.has(role);

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
 * @param cited whether they are those of the citation or the contacts, when both share the list
 */
export function responsibilities<K extends string>(
  key: K,
  cited?: boolean,
): Field<{ [P in K]: Responsibility[] }> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const element = reading.classElement(property);
        if (!element) continue;
        for (const one of readResponsibilities(element, reading))
          model[key].push(
            cited === undefined || cited === citedRoles.has(one.role) ? one : { ...one, cited },
          );
      }
    },
    write: (model, writing) =>
      model[key]
        .filter((one: Responsibility) => cited === undefined || cited === isCitedParty(one))
        .map((one: Responsibility) => writeResponsibility(one, writing)),
  };
}
