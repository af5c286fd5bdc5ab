import { z } from 'zod';
import { languageMap, translations } from './language.ts';

/** An identifier of a person or organisation: ORCID, ROR, EDMO, ISNI… `value` without resolver prefix, `uri` with it. */
export const partyIdentifier = z.object({
  scheme: z.enum(['orcid', 'ror', 'edmo', 'isni', 'grid', 'wikidata', 'uri', 'other']),
  value: z.string(),
  uri: z.string().optional(),
});
export type PartyIdentifier = z.infer<typeof partyIdentifier>;

export const address = z.object({
  deliveryPoints: z.array(z.string()).default([]),
  city: z.string().optional(),
  administrativeArea: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
  translations: translations.optional(),
});

export const onlineReference = z.object({
  url: z.string(),
  name: languageMap.optional(),
  description: languageMap.optional(),
  function: z.string().optional(),
  protocol: z.string().optional(),
  applicationProfile: z.string().optional(),
  mediaType: z.string().optional(),
  translations: translations.optional(),
});
export type OnlineReference = z.infer<typeof onlineReference>;

const contact = z.object({
  emails: z.array(z.string()).default([]),
  phones: z.array(z.string()).default([]),
  facsimiles: z.array(z.string()).default([]),
  addresses: z.array(address).default([]),
  online: z.array(onlineReference).default([]),
  hoursOfService: z.string().optional(),
  contactInstructions: languageMap.optional(),
  translations: translations.optional(),
});

/** A person, an organisation, or a person within an organisation (ISO CI_Party, foaf:Agent, DataCite creator). */
export const party = z.object({
  /** Person's name as given ("Family, Given" is kept as sent). */
  person: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  organisation: languageMap.optional(),
  position: languageMap.optional(),
  identifiers: z.array(partyIdentifier).default([]),
  /** Identifiers of the organisation when the party is a person in it. */
  organisationIdentifiers: z.array(partyIdentifier).default([]),
  emails: z.array(z.string()).default([]),
  phones: z.array(z.string()).default([]),
  facsimiles: z.array(z.string()).default([]),
  addresses: z.array(address).default([]),
  online: z.array(onlineReference).default([]),
  hoursOfService: z.string().optional(),
  contactInstructions: languageMap.optional(),
  /** How the organisation is reached, where the document tells it beside a person of it. */
  organisationContact: contact.optional(),
  translations: translations.optional(),
});
export type Party = z.infer<typeof party>;

/** A party in a role. `role` is a value of the codelist `roles`; `roleAsGiven` keeps a word that is not in it. */
export const responsibility = z.object({
  role: z.string(),
  roleAsGiven: z.string().optional(),
  /** Whether an ISO document names it in the citation; told where the role alone would say otherwise. */
  cited: z.boolean().optional(),
  party,
});
export type Responsibility = z.infer<typeof responsibility>;
