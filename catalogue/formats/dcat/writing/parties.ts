import {
  codeLabel,
  localise,
  type Party,
  type PartyIdentifier,
  type Responsibility,
  roles,
} from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { inspire, inspireRoles, isoAddress } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';

/** Roles that a property of their own says. */
const properties: Readonly<Record<string, Curie>> = {
  author: 'dct:creator',
  publisher: 'dct:publisher',
  contributor: 'dct:contributor',
  rightsHolder: 'dct:rightsHolder',
};
/** Those that GeoDCAT-AP adds. */
const geoProperties: Readonly<Record<string, Curie>> = {
  custodian: 'geodcatap:custodian',
  distributor: 'geodcatap:distributor',
  originator: 'geodcatap:originator',
  principalInvestigator: 'geodcatap:principalInvestigator',
  processor: 'geodcatap:processor',
  resourceProvider: 'geodcatap:resourceProvider',
  user: 'geodcatap:user',
};

/**
 * Everybody who has to do with a node: contacts as vcard:Kind, others as foaf:Agent by the property of their role, or in
 * a qualified attribution where there is none. An agent must have a name (DCAT-AP): who has none is a contact.
 */
export function writeResponsibilities(
  graph: DcatGraph,
  subject: Subject,
  responsibilities: readonly Responsibility[],
  path: string,
): void {
  let published = false;
  for (const { role, roleAsGiven, party } of responsibilities) {
    if (role !== 'other' && roleAsGiven !== undefined) graph.losses.add(`${path}.roleAsGiven`);
    const own = properties[role] ?? (graph.isGeo ? geoProperties[role] : undefined);
    if (role === 'pointOfContact' || !isNamed(party)) {
      const contact = contactOf(graph, party, path);
      if (role !== 'pointOfContact') graph.add(contact, 'vcard:role', graph.plain(roleAsGiven ?? role));
      graph.add(subject, 'dcat:contactPoint', contact);
    } else if (own && !(role === 'publisher' && published)) {
      published ||= role === 'publisher';
      graph.add(subject, own, agentOf(graph, party, path));
    } else {
      const attribution = graph.blank('prov:Attribution');
      graph.add(attribution, 'prov:agent', agentOf(graph, party, path));
      graph.add(attribution, 'dcat:hadRole', roleNode(graph, role, roleAsGiven));
      graph.add(subject, 'prov:qualifiedAttribution', attribution);
    }
  }
}

function roleNode(graph: DcatGraph, role: string, roleAsGiven: string | undefined) {
  if (role === 'other') return graph.concept(undefined, { en: roleAsGiven ?? role }, 'dcat:Role');
  const address = inspireRoles.has(role)
    ? `${inspire}ResponsiblePartyRole/${role}`
    : isoAddress('CI_RoleCode', role);
  return graph.concept(address, { en: codeLabel(roles, role, 'en') }, 'dcat:Role');
}

function isNamed(party: Party): boolean {
  return party.person !== undefined || Object.keys(party.organisation ?? {}).length > 0;
}

/** Of an organisation, all that is told: it is the party itself. */
function ownIdentifiers({ person, identifiers, organisationIdentifiers }: Party): PartyIdentifier[] {
  return person === undefined ? [...identifiers, ...organisationIdentifiers] : identifiers;
}

/** A person or an organisation as a foaf:Agent, by the address of its identifier where it has one. */
export function agentOf(graph: DcatGraph, party: Party, path: string): Subject {
  const address = ownIdentifiers(party).find(({ uri }) => /^https?:/i.test(uri ?? ''))?.uri;
  const describe = (node: Subject) => {
    graph.type(node, 'foaf:Agent', party.person === undefined ? 'foaf:Organization' : 'foaf:Person');
    if (party.person === undefined) graph.addTexts(node, 'foaf:name', party.organisation);
    else {
      graph.add(node, 'foaf:name', graph.plain(party.person));
      writeMembership(graph, node, party);
    }
    if (party.givenName) graph.add(node, 'foaf:givenName', graph.plain(party.givenName));
    if (party.familyName) graph.add(node, 'foaf:familyName', graph.plain(party.familyName));
    writeIdentifiers(
      graph,
      node,
      ownIdentifiers(party),
      node.termType === 'NamedNode' ? node.value : undefined,
    );
    writeReach(graph, node, party, 'agent', path);
  };
  const named = graph.iri(address);
  if (named && graph.once(named, party, () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  return node;
}

/** A contact: GeoDCAT-AP allows each of its properties once, so further names stand in another vocabulary. */
function contactOf(graph: DcatGraph, party: Party, path: string): Subject {
  const node = graph.blank(
    'vcard:Kind',
    party.person === undefined ? 'vcard:Organization' : 'vcard:Individual',
  );
  const preferred = graph.language ? [graph.language] : [];
  const organisation = localise(party.organisation ?? {}, ...preferred);
  const name = organisation && graph.text(organisation.text, organisation.language);
  graph.add(node, 'vcard:fn', party.person === undefined ? name : graph.plain(party.person));
  graph.add(node, 'vcard:organization-name', name);
  const severalNames = Object.keys(party.organisation ?? {}).length > 1;
  if (party.person !== undefined) {
    if (severalNames || party.organisationIdentifiers.length > 0) writeMembership(graph, node, party);
  } else if (severalNames) graph.addTexts(node, 'foaf:name', party.organisation);
  if (party.givenName) graph.add(node, 'vcard:given-name', graph.plain(party.givenName));
  if (party.familyName) graph.add(node, 'vcard:family-name', graph.plain(party.familyName));
  writeIdentifiers(graph, node, ownIdentifiers(party));
  writeReach(graph, node, party, 'contact', path);
  return node;
}

function writeMembership(graph: DcatGraph, node: Subject, party: Party): void {
  const names = party.organisation ?? {};
  if (Object.keys(names).length === 0 && party.organisationIdentifiers.length === 0) return;
  const organisation = graph.blank('org:Organization');
  if (Object.keys(names).length > 0) graph.type(organisation, 'foaf:Agent');
  graph.addTexts(organisation, 'foaf:name', names);
  writeIdentifiers(graph, organisation, party.organisationIdentifiers);
  graph.add(node, 'org:memberOf', organisation);
}

function writeIdentifiers(
  graph: DcatGraph,
  node: Subject,
  identifiers: readonly PartyIdentifier[],
  besides?: string,
): void {
  for (const { value, uri } of identifiers) {
    const address = graph.iri(uri);
    if (!address) graph.add(node, 'dct:identifier', graph.plain(value));
    else if (address.value !== besides) graph.add(node, 'owl:sameAs', address);
  }
}

/** The first of each kind by the property that the profile has for it, others by the other vocabulary's. */
const reach = {
  agent: {
    email: ['foaf:mbox', 'vcard:hasEmail'],
    phone: ['foaf:phone', 'vcard:hasTelephone'],
    page: ['foaf:workplaceHomepage', 'vcard:hasURL'],
  },
  contact: {
    email: ['vcard:hasEmail', 'foaf:mbox'],
    phone: ['vcard:hasTelephone', 'foaf:phone'],
    page: ['vcard:hasURL', 'foaf:page'],
  },
} as const satisfies Record<string, Record<string, readonly [Curie, Curie]>>;

function writeReach(
  graph: DcatGraph,
  node: Subject,
  party: Party,
  kind: 'agent' | 'contact',
  path: string,
): void {
  const property = (of: 'email' | 'phone' | 'page', index: number) => reach[kind][of][index === 0 ? 0 : 1];
  for (const [index, email] of party.emails.entries()) {
    const address = /^\S+@\S+$/.test(email.trim())
      ? graph.iri(`mailto:${encodeURIComponent(email.trim()).replaceAll('%40', '@')}`)
      : undefined;
    if (address) graph.once(address, 'email', () => graph.type(address, 'vcard:Email'));
    else graph.losses.add(`${path}.party.emails`);
    graph.add(node, property('email', index), address);
  }
  for (const [index, phone] of party.phones.entries())
    graph.add(node, property('phone', index), telephone(graph, phone, path));
  for (const facsimile of party.facsimiles) {
    const fax = graph.blank('vcard:Fax');
    graph.add(fax, 'vcard:hasValue', telephone(graph, facsimile, path));
    // Not as hasTelephone, which GeoDCAT-AP allows once.
    graph.add(node, 'vcard:tel', fax);
  }
  for (const [index, online] of party.online.entries()) {
    const page = graph.iri(online.url);
    const isDocument =
      page !== undefined &&
      graph.once(page, online, () => {
        graph.type(page, 'foaf:Document');
        graph.addTexts(page, 'dct:title', online.name);
        graph.addTexts(page, 'dct:description', online.description);
      });
    if (!isDocument) graph.losses.add(`${path}.party.online`);
    // The address may be that of the party itself, which is no document.
    graph.add(node, property('page', isDocument ? index : 1), page);
  }
  graph.addTexts(node, 'vcard:title', party.position);
  graph.addTexts(node, 'vcard:note', party.contactInstructions);
  for (const [index, address] of party.addresses.entries())
    writeAddress(graph, node, address, (kind === 'contact') === (index === 0));
}

/** RFC 3966 has no blanks in a number: how it was written is the label. */
function telephone(graph: DcatGraph, number: string, path: string) {
  const node = graph.iri(
    `tel:${number
      .trim()
      .replace(/\s+/g, '-')
      .replace(/[^\w+().-]/g, '')}`,
  );
  if (node) graph.once(node, number, () => graph.add(node, 'rdfs:label', graph.plain(number.trim())));
  else graph.losses.add(`${path}.party.phones`);
  return node;
}

const parts = {
  card: {
    street: 'vcard:street-address',
    city: 'vcard:locality',
    area: 'vcard:region',
    code: 'vcard:postal-code',
    country: 'vcard:country-name',
  },
  location: {
    street: 'locn:thoroughfare',
    city: 'locn:postName',
    area: 'locn:adminUnitL2',
    code: 'locn:postCode',
    country: 'locn:adminUnitL1',
  },
} as const satisfies Record<string, Record<string, Curie>>;

function writeAddress(
  graph: DcatGraph,
  node: Subject,
  address: Party['addresses'][number],
  asCard: boolean,
): void {
  const names = asCard ? parts.card : parts.location;
  const written = graph.blank(asCard ? 'vcard:Address' : 'locn:Address');
  const say = (property: Curie, text: string | undefined) =>
    graph.add(written, property, text ? graph.plain(text) : undefined);
  say(names.street, address.deliveryPoints.join('\n'));
  say(names.city, address.city);
  say(names.area, address.administrativeArea);
  say(names.code, address.postalCode);
  say(names.country, address.country);
  graph.add(node, asCard ? 'vcard:hasAddress' : 'locn:address', written);
}
