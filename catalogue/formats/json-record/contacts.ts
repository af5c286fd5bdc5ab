import type { JsonObject } from '../../json/index.ts';
import {
  type CatalogueRecord,
  findCode,
  type LanguageMap,
  localise,
  type Party,
  type PartyIdentifier,
  type Responsibility,
  roles,
  words,
} from '../../model/index.ts';
import { isAddress, isPersonName, makeParty, readPartyIdentifier, withoutRepeats } from '../reading/index.ts';
import type { JsonNode } from './node.ts';

/** Words of STAC providers and WMO contacts that no standard of ours lists. */
const furtherRoles: Readonly<Record<string, string>> = words({
  producer: 'originator',
  licensor: 'owner',
  host: 'distributor',
});
/** Words that say what the contact is for, not who it is: for the metadata, for the resource or in its citation. */
const scopes = new Set(['about', 'citation', 'metadata']);
const organisations =
  /\b(cent(re|er)|institut\w*|team|agency|office|service|organi[sz]ation|department|university|network|programme?|observatory|survey|data|ministry|council|laboratory|facility|helpdesk)\b/i;

/**
 * Contacts as OGC API Records (contact) and the contacts extension of STAC write them. The word `metadata` among the
 * roles, which catalogues of the AODN add, makes it a contact of the metadata.
 */
export function readContacts(
  contacts: readonly JsonNode[],
  language: string,
): { responsibilities: Responsibility[]; metadataContacts: Responsibility[] } {
  const responsibilities: Responsibility[] = [];
  const metadataContacts: Responsibility[] = [];
  for (const contact of contacts) {
    const party = partyOf(contact, language);
    if (!party) continue;
    const words = contact.texts('roles').map(({ text }) => text.trim());
    const said = words.filter((word) => !scopes.has(word));
    const found = (said.length > 0 ? said : ['pointOfContact']).map((word) => responsibilityOf(word, party));
    (words.includes('metadata') ? metadataContacts : responsibilities).push(...found);
  }
  return {
    responsibilities: withoutRepeats(responsibilities),
    metadataContacts: withoutRepeats(metadataContacts),
  };
}

/** The party in the role that a word means; a word that is not known is kept. */
export function responsibilityOf(word: string, party: Party): Responsibility {
  const role = furtherRoles[word.toLowerCase()] ?? findCode(roles, word)?.value;
  return role === undefined ? { role: 'other', roleAsGiven: word, party } : { role, party };
}

function partyOf(contact: JsonNode, language: string): Party | undefined {
  const name = contact.text('name');
  const organisation = contact.text('organization', 'organisation');
  const position = contact.text('position');
  const isOrganisation =
    name !== undefined && organisation === undefined && !isPersonName(name) && organisations.test(name);
  const code = contact.text('identifier');
  const identifier = code === undefined ? undefined : readPartyIdentifier(code);
  const called = isOrganisation ? name : organisation;
  const phones = values(contact, 'phones');
  const instructions = contact.text('contactInstructions');
  const hours = contact.text('hoursOfService');
  return makeParty({
    ...(name === undefined || isOrganisation ? {} : { person: name }),
    ...(called === undefined ? {} : { organisation: { [language]: called } }),
    ...(position === undefined ? {} : { position: { [language]: position } }),
    identifiers: identifier ? [identifier] : [],
    emails: values(contact, 'emails').map(({ text }) => text.replace(/^mailto:/i, '')),
    phones: phones.filter(({ kind }) => !/^fa/i.test(kind)).map(({ text }) => text),
    facsimiles: phones.filter(({ kind }) => /^fa/i.test(kind)).map(({ text }) => text),
    addresses: contact.nodes('addresses').flatMap(addressOf),
    online: contact.nodes('links').flatMap((link) => {
      const url = link.text('href');
      const title = link.text('title');
      if (url === undefined || !isAddress(url) || /icon|preview|logo/.test(link.text('rel') ?? '')) return [];
      return [{ url, ...(title === undefined ? {} : { name: { [language]: title } }) }];
    }),
    ...(hours === undefined ? {} : { hoursOfService: hours }),
    ...(instructions === undefined ? {} : { contactInstructions: { [language]: instructions } }),
  });
}

/** `{value, roles}` as the standards have it, or the bare text. */
function values(contact: JsonNode, name: string): { text: string; kind: string }[] {
  return [
    ...contact.texts(name).map(({ text }) => ({ text: text.trim(), kind: '' })),
    ...contact.nodes(name).flatMap((node) => {
      const text = node.text('value');
      return text === undefined ? [] : [{ text, kind: node.text('roles') ?? '' }];
    }),
  ];
}

function addressOf(node: JsonNode): Party['addresses'] {
  const deliveryPoints = [...node.texts('deliveryPoint'), ...node.texts('delivery_point')].map(({ text }) =>
    text.trim(),
  );
  const parts = {
    city: node.text('city'),
    administrativeArea: node.text('administrativeArea', 'administrative_area'),
    postalCode: node.text('postalCode', 'postal_code'),
    country: node.text('country'),
  };
  const told = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined));
  if (deliveryPoints.length === 0 && Object.keys(told).length === 0) return [];
  return [{ deliveryPoints, ...told }];
}

/**
 * Contacts by OGC API Records, each party once with all its roles. A party that has neither a name nor an organisation
 * can't be written; a telephone number that is not international (E.164) neither.
 * @param losses what could not be said is added here
 */
export function writeContacts(record: CatalogueRecord, language: string, losses: string[]): JsonObject[] {
  const found = new Map<string, { contact: JsonObject; roles: Set<string> }>();
  const add = ({ role, roleAsGiven, party }: Responsibility, ...more: string[]) => {
    const key = JSON.stringify(party);
    const known = found.get(key) ?? newContact(party, language, losses);
    if (!known) return;
    found.set(key, known);
    for (const word of [role === 'other' ? (roleAsGiven ?? role) : role, ...more]) known.roles.add(word);
  };
  for (const responsibility of record.resource.responsibilities) add(responsibility);
  return [...found.values()].map(({ contact, roles: all }) => ({ ...contact, roles: [...all] }));
}

function newContact(
  party: Party,
  language: string,
  losses: string[],
): { contact: JsonObject; roles: Set<string> } | undefined {
  const text = (map: LanguageMap | undefined) => localise(map ?? {}, language)?.text;
  const name = party.person ?? ([party.givenName, party.familyName].filter(Boolean).join(' ') || undefined);
  const organisation = text(party.organisation);
  if (name === undefined && organisation === undefined) {
    losses.push('party: neither name nor organisation');
    return undefined;
  }
  const position = text(party.position);
  const instructions = text(party.contactInstructions);
  const identifier = identifierOf(party.identifiers);
  const emails = party.emails.filter(isEmail);
  if (emails.length < party.emails.length) losses.push('party.emails: not an address');
  const phones = [
    ...party.phones.map((phone) => ({ phone, role: 'voice' })),
    ...party.facsimiles.map((phone) => ({ phone, role: 'fax' })),
  ].flatMap(({ phone, role }) => {
    const value = phone.replace(/\(0\)|[\s().\-/]/g, '').replace(/^00/, '+');
    if (/^\+[1-9]\d{3,14}$/.test(value)) return [{ value, roles: [role] }];
    losses.push('party.phones: not international');
    return [];
  });
  const links = party.online.map(({ url, name: title }) => {
    const told = text(title);
    return {
      rel: 'about',
      type: 'text/html',
      href: url,
      ...(told === undefined ? {} : { title: told }),
    };
  });
  const contact: JsonObject = {
    ...(identifier === undefined ? {} : { identifier }),
    ...(name === undefined ? {} : { name }),
    ...(organisation === undefined ? {} : { organization: organisation }),
    ...(position === undefined ? {} : { position }),
    ...(phones.length === 0 ? {} : { phones }),
    ...(emails.length === 0 ? {} : { emails: emails.map((value) => ({ value })) }),
    ...(party.addresses.length === 0 ? {} : { addresses: party.addresses.map(addressObject) }),
    ...(links.length === 0 ? {} : { links }),
    ...(party.hoursOfService === undefined ? {} : { hoursOfService: party.hoursOfService }),
    ...(instructions === undefined ? {} : { contactInstructions: instructions }),
  };
  return { contact, roles: new Set() };
}

function addressObject({
  deliveryPoints,
  translations: _,
  ...parts
}: Party['addresses'][number]): JsonObject {
  const told = Object.entries(parts).flatMap(([name, text]): [string, string][] =>
    text === undefined ? [] : [[name, text]],
  );
  return {
    ...(deliveryPoints.length === 0 ? {} : { deliveryPoint: deliveryPoints }),
    ...Object.fromEntries(told),
  };
}

function identifierOf(identifiers: readonly PartyIdentifier[]): string | undefined {
  const [first] = identifiers;
  return first && (first.uri ?? first.value);
}

/** RFC 5321 addresses as the validators of JSON schema take them. */
const isEmail = (text: string) =>
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(
    text,
  );
