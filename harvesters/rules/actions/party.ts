import { z } from 'zod';
import {
  type CatalogueRecord,
  type LanguageMap,
  type Party,
  type PartyIdentifier,
  parsePartyIdentifier,
  type Responsibility,
} from '#catalogue/model';
import { type Action, change, type Effect, editEach, unchanged } from '../change.ts';
import { compileTextTest, textTest } from '../text-test.ts';
import { asRead, isSame, saidText, webAddress } from './said.ts';

/** Identifiers of an organisation, as addresses: ROR, EDMO, ISNI, Wikidata. */
const organisationIdentifiers = z
  .array(
    z.string().refine((text) => !['other', 'orcid'].includes(parsePartyIdentifier(text).scheme), {
      message: 'This is no identifier of an organisation.',
      params: {
        remedy: 'Give its address, such as https://ror.org/044jxhp58 or an EDMO, ISNI or Wikidata one.',
      },
    }),
  )
  .default([]);

/** Names a party in a role that the record names nobody for. */
export const defaultParty = z.strictObject({
  do: z.literal('default-party'),
  role: z.enum(['publisher', 'pointOfContact', 'distributor', 'custodian', 'owner', 'resourceProvider']),
  organisation: saidText,
  email: z.email().optional(),
  url: webAddress.optional(),
  identifiers: organisationIdentifiers,
  /** `metadata`: as contact for the metadata, where the record names none. */
  of: z.enum(['resource', 'metadata']).default('resource'),
});

export function compileDefaultParty(given: z.infer<typeof defaultParty>): Action {
  const { role, organisation, email, url, identifiers, of } = given;
  const responsible = (name: LanguageMap): Responsibility => ({
    role,
    party: {
      organisation: name,
      identifiers: identifiers.map((text) => parsePartyIdentifier(text)),
      organisationIdentifiers: [],
      emails: email ? [email] : [],
      phones: [],
      facsimiles: [],
      addresses: [],
      online: url ? [{ url }] : [],
    },
  });
  return (record, about) => {
    const path = of === 'metadata' ? 'metadataContacts' : 'resource.responsibilities';
    const named = of === 'metadata' ? record.metadataContacts : record.resource.responsibilities;
    const isNamed = of === 'metadata' ? named.length > 0 : named.some((other) => other.role === role);
    if (isNamed) return unchanged(record);
    const responsibility = responsible(asRead(organisation, record, about));
    const list = [...named, responsibility];
    const changes = [change(`${path}[${named.length}]`, undefined, responsibility)];
    return of === 'metadata'
      ? { record: { ...record, metadataContacts: list }, changes }
      : { record: { ...record, resource: { ...record.resource, responsibilities: list } }, changes };
  };
}

/** Calls an organisation by one name, and says which it is. */
export const organisation = z
  .strictObject({
    do: z.literal('organisation'),
    match: textTest,
    name: saidText.optional(),
    identifiers: organisationIdentifiers,
  })
  .refine(({ name, identifiers }) => name || identifiers.length > 0, {
    message: 'The rule changes nothing.',
    params: { remedy: 'Give the "name" of the organisation, its "identifiers", or both.' },
  });

export function compileOrganisation(given: z.infer<typeof organisation>): Action {
  const test = compileTextTest(given.match);
  const identifiers = given.identifiers.map((text) => parsePartyIdentifier(text));
  const editParty = (party: Party, name: LanguageMap | undefined): Party => {
    if (!Object.values(party.organisation ?? {}).some((text) => test(text) !== null)) return party;
    // Identifiers of a person's employer stand apart from the person's own.
    const field =
      party.person === undefined && party.givenName === undefined && party.familyName === undefined
        ? 'identifiers'
        : 'organisationIdentifiers';
    const added = identifiers.filter(
      (wanted) => !party[field].some((held) => isSameIdentifier(held, wanted)),
    );
    const isNamed = !name || isSame(party.organisation, name);
    if (isNamed && added.length === 0) return party;
    return {
      ...party,
      ...(name ? { organisation: name } : {}),
      [field]: [...party[field], ...added],
    };
  };
  return (record, about) => {
    const name = given.name && asRead(given.name, record, about);
    return editParties(record, (party) => editParty(party, name));
  };
}

const isSameIdentifier = (one: PartyIdentifier, other: PartyIdentifier) =>
  (one.uri ?? one.value) === (other.uri ?? other.value);

function editParties(record: CatalogueRecord, editParty: (party: Party) => Party): Effect {
  const editOf = (given: Responsibility): Responsibility => {
    const party = editParty(given.party);
    return party === given.party ? given : { ...given, party };
  };
  const { resource } = record;
  const named = editEach(resource.responsibilities, 'resource.responsibilities', editOf);
  const contacts = editEach(record.metadataContacts, 'metadataContacts', editOf);
  const distributors = editEach(resource.distributors, 'resource.distributors', (given) => {
    const responsibility = editOf(given.responsibility);
    return responsibility === given.responsibility ? given : { ...given, responsibility };
  });
  const changes = [...named.changes, ...contacts.changes, ...distributors.changes];
  if (changes.length === 0) return unchanged(record);
  return {
    record: {
      ...record,
      metadataContacts: contacts.list,
      resource: { ...resource, responsibilities: named.list, distributors: distributors.list },
    },
    changes,
  };
}
