import { findCode, type Party, type PartyIdentifier, type Responsibility, roles } from '../../model/index.ts';
import type { Curie, RdfNode } from '../../rdf/index.ts';
import { isPersonName, makeParty, readPartyIdentifier, withoutRepeats } from '../reading/index.ts';
import {
  addressOf,
  codeOf,
  type DcatReading,
  labelNodes,
  labels,
  lines,
  paragraphs,
  told,
} from './reading.ts';

/** Properties that name a party in a role of ours. */
const roleProperties: readonly (readonly [Curie, string])[] = [
  ['dct:creator', 'author'],
  ['dct:publisher', 'publisher'],
  ['dct:contributor', 'contributor'],
  ['dct:rightsHolder', 'rightsHolder'],
  ['dcat:contactPoint', 'pointOfContact'],
  ['adms:contactPoint', 'pointOfContact'],
  ['geodcatap:custodian', 'custodian'],
  ['geodcatap:distributor', 'distributor'],
  ['geodcatap:originator', 'originator'],
  ['geodcatap:owner', 'owner'],
  ['geodcatap:principalInvestigator', 'principalInvestigator'],
  ['geodcatap:processor', 'processor'],
  ['geodcatap:resourceProvider', 'resourceProvider'],
  ['geodcatap:user', 'user'],
];

/** Everybody who has to do with a resource or a CatalogRecord, by property and by qualified attribution. */
export function responsibilitiesOf(node: RdfNode, reading: DcatReading): Responsibility[] {
  const found: Responsibility[] = [];
  for (const [property, role] of roleProperties) {
    for (const agent of node.all(property)) {
      const party = partyOf(agent, role, reading);
      if (party) found.push({ ...roleOf(agent.text('vcard:role'), role), party });
    }
  }
  for (const attribution of node.all('prov:qualifiedAttribution')) {
    const given = attribution.one('dcat:hadRole', 'prov:hadRole', 'dct:type');
    for (const agent of attribution.all('prov:agent')) {
      const party = partyOf(agent, 'other', reading);
      if (party) found.push({ ...roleOf(given && codeOf(given), 'other'), party });
    }
  }
  return withoutRepeats(found);
}

/** GeoNetwork writes the ISO role of a contact as its vcard:role; any other text there is a job. */
function roleOf(given: string | undefined, otherwise: string): { role: string; roleAsGiven?: string } {
  const code = given === undefined ? undefined : findCode(roles, given);
  if (code) return { role: code.value };
  return { role: otherwise, ...(given !== undefined && otherwise === 'other' ? { roleAsGiven: given } : {}) };
}

/** The party that an agent or contact is; `undefined` for one of whom nothing is told. */
export function partyOf(agent: RdfNode, role: string, reading: DcatReading): Party | undefined {
  if (agent.isLiteral) {
    const name = agent.value.trim();
    if (name === '') return undefined;
    const person = (role === 'author' || role === 'contributor') && isPersonName(name);
    return makeParty(person ? { person: name } : { organisation: lines([agent], reading) });
  }
  const identifiers = identifiersOf(agent);
  return makeParty({
    ...(isContact(agent) ? contactNames(agent, reading) : agentNames(agent, reading)),
    identifiers,
    emails: mailboxes(agent),
    ...telephones(agent),
    addresses: addresses(agent),
    online: homepages(agent, reading),
    ...instructions(agent, reading),
  });
}

function isContact(agent: RdfNode): boolean {
  const isCard = agent.one('vcard:fn', 'vcard:organization-name', 'vcard:hasOrganizationName') !== undefined;
  return isCard || (agent.one('vcard:title') !== undefined && agent.one('foaf:name') === undefined);
}

function contactNames(agent: RdfNode, reading: DcatReading): Partial<Party> {
  const names = lines(agent.all('vcard:fn'), reading);
  const members = agent.all('org:memberOf');
  const organisation = lines(
    [
      ...agent.all('vcard:organization-name', 'vcard:hasOrganizationName', 'vcard:organization-unit'),
      ...(agent.is('vcard:Individual') ? members.flatMap(labelNodes) : agent.all('foaf:name')),
    ],
    reading,
  );
  const organisationIdentifiers = members.flatMap(identifiersOf);
  const full = Object.values(names)[0];
  const inOrganisation = Object.keys(organisation).length > 0;
  const isPerson =
    agent.is('vcard:Individual') || (inOrganisation && !Object.values(organisation).includes(full ?? ''));
  const title = lines(agent.all('vcard:title'), reading);
  // GeoNetwork's own DCAT output has the organisation as the vcard:title of a contact without any name.
  if (full === undefined)
    return inOrganisation ? { organisation } : { ...(told(title) ? { organisation: title } : {}) };
  const position = told(title);
  if (!isPerson)
    return { organisation: inOrganisation ? organisation : names, ...(position ? { position } : {}) };
  const given = agent.text('vcard:given-name');
  const family = agent.text('vcard:family-name');
  return {
    person: full,
    ...(given === undefined ? {} : { givenName: given }),
    ...(family === undefined ? {} : { familyName: family }),
    ...(inOrganisation ? { organisation } : {}),
    ...(position ? { position } : {}),
    ...(organisationIdentifiers.length > 0 ? { organisationIdentifiers } : {}),
  };
}

function agentNames(agent: RdfNode, reading: DcatReading): Partial<Party> {
  const names = lines(agent.all('foaf:name', 'schema:name', 'vcard:fn'), reading);
  const called = told(names) ?? labels(agent, reading);
  const members = agent.all('org:memberOf', 'schema:affiliation');
  const given = agent.text('foaf:givenName', 'foaf:firstName', 'schema:givenName');
  const family = agent.text('foaf:familyName', 'foaf:surname', 'schema:familyName');
  const isPerson =
    agent.is('foaf:Person', 'schema:Person', 'prov:Person', 'vcard:Individual') || members.length > 0;
  const position = told(lines(agent.all('vcard:title'), reading));
  if (!isPerson)
    return { ...(told(called) ? { organisation: called } : {}), ...(position ? { position } : {}) };
  const person = Object.values(called)[0] ?? [given, family].filter(Boolean).join(' ');
  const organisation = members.map((member) => labels(member, reading)).find(told);
  const organisationIdentifiers = members.flatMap(identifiersOf);
  return {
    ...(person === '' ? {} : { person }),
    ...(given === undefined ? {} : { givenName: given }),
    ...(family === undefined ? {} : { familyName: family }),
    ...(organisation ? { organisation } : {}),
    ...(position ? { position } : {}),
    ...(organisationIdentifiers.length > 0 ? { organisationIdentifiers } : {}),
  };
}

function identifiersOf(agent: RdfNode): PartyIdentifier[] {
  const texts = [
    ...(agent.iri !== undefined && /^https?:/i.test(agent.iri) ? [agent.iri] : []),
    ...values(agent, 'dct:identifier', 'schema:identifier', 'owl:sameAs', 'schema:sameAs'),
  ];
  const found = new Map<string, PartyIdentifier>();
  for (const text of texts) {
    const identifier = readPartyIdentifier(text);
    if (identifier) found.set(`${identifier.scheme} ${identifier.value}`, identifier);
  }
  return [...found.values()];
}

function mailboxes(agent: RdfNode): string[] {
  const nodes = agent.all('vcard:hasEmail', 'vcard:email', 'foaf:mbox', 'schema:email');
  const texts = nodes.flatMap((node) =>
    node.isLiteral || node.isNamed
      ? [node.value]
      : values(node, 'vcard:hasValue', 'vcard:value', 'rdf:value'),
  );
  return unique(
    texts.map((text) => text.trim()).map((text) => (/^mailto:/i.test(text) ? decoded(text.slice(7)) : text)),
  ).filter((text) => text.includes('@'));
}

/** What stands in a mailto: address percent-encoded; kept as it is where that is none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Numbers, by how they were written where that is told; a fax is none to ring. */
function telephones(agent: RdfNode): Pick<Party, 'phones' | 'facsimiles'> {
  const numbers = (nodes: readonly RdfNode[]): string[] =>
    unique(
      nodes.flatMap((node) => {
        if (node.isLiteral) return [node.value.trim()];
        const written = node.text('rdfs:label');
        if (written !== undefined) return [written];
        return node.isNamed
          ? [node.value.replace(/^tel:/i, '')]
          : numbers(node.all('vcard:hasValue', 'vcard:value'));
      }),
    ).map((text) => text.replace(/^tel:/i, ''));
  const all = agent.all('foaf:phone', 'vcard:hasTelephone', 'vcard:tel', 'schema:telephone');
  return {
    phones: numbers(all.filter((node) => !node.is('vcard:Fax'))),
    facsimiles: numbers(all.filter((node) => node.is('vcard:Fax'))),
  };
}

function instructions(agent: RdfNode, reading: DcatReading): Pick<Party, 'contactInstructions'> {
  const contactInstructions = told(paragraphs(agent.all('vcard:note'), reading));
  return contactInstructions ? { contactInstructions } : {};
}

function homepages(agent: RdfNode, reading: DcatReading): Party['online'] {
  const nodes = agent.all(
    'foaf:homepage',
    'foaf:workplaceHomepage',
    'vcard:hasURL',
    'vcard:url',
    'schema:url',
    'foaf:page',
  );
  const found = new Map<string, Party['online'][number]>();
  for (const node of nodes) {
    const url = addressOf(node);
    if (url === undefined || found.has(url)) continue;
    const name = told(lines(node.all('dct:title'), reading));
    const description = told(paragraphs(node.all('dct:description'), reading));
    found.set(url, { url, ...(name ? { name } : {}), ...(description ? { description } : {}) });
  }
  return [...found.values()];
}

function addresses(agent: RdfNode): Party['addresses'] {
  return agent.all('locn:address', 'vcard:hasAddress', 'vcard:adr', 'schema:address').flatMap((node) => {
    if (node.isLiteral) return node.value.trim() === '' ? [] : [{ deliveryPoints: [node.value.trim()] }];
    const street = values(
      node,
      'locn:thoroughfare',
      'locn:fullAddress',
      'vcard:street-address',
      'schema:streetAddress',
    ).flatMap((text) => text.split('\n').map((part) => part.trim()));
    const city = node.text('locn:postName', 'vcard:locality', 'schema:addressLocality');
    const administrativeArea = node.text('locn:adminUnitL2', 'vcard:region', 'schema:addressRegion');
    const postalCode = node.text('locn:postCode', 'vcard:postal-code', 'schema:postalCode');
    const country = node.text('locn:adminUnitL1', 'vcard:country-name', 'schema:addressCountry');
    const address = {
      deliveryPoints: street,
      ...(city === undefined ? {} : { city }),
      ...(administrativeArea === undefined ? {} : { administrativeArea }),
      ...(postalCode === undefined ? {} : { postalCode }),
      ...(country === undefined ? {} : { country }),
    };
    return street.length > 0 || Object.keys(address).length > 1 ? [address] : [];
  });
}

function values(node: RdfNode, ...properties: Curie[]): string[] {
  return unique(
    node
      .all(...properties)
      .filter((value) => value.isLiteral || value.isNamed)
      .map((value) => value.value.trim()),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
