import { findCode, type Party, type PartyIdentifier, type Responsibility, roles } from '../../model/index.ts';
import { isPersonName, makeParty, readPartyIdentifier, withoutRepeats } from '../reading/index.ts';
import { languageOf, mapOf, SchemaNode, type Value } from './node.ts';

/** Properties that name a party in a role. */
const roleProperties: readonly (readonly [string, string])[] = [
  ['creator', 'author'],
  ['author', 'author'],
  ['contributor', 'contributor'],
  ['editor', 'editor'],
  ['publisher', 'publisher'],
  ['provider', 'resourceProvider'],
  ['maintainer', 'custodian'],
  ['copyrightHolder', 'rightsHolder'],
  ['sponsor', 'sponsor'],
  ['contactPoint', 'pointOfContact'],
  ['accountablePerson', 'pointOfContact'],
];

/** Everybody who has to do with the resource. */
export function responsibilitiesOf(node: SchemaNode, language: string): Responsibility[] {
  const found = roleProperties.flatMap(([property, role]) =>
    node.all(property).flatMap((value) => responsibility(value, property, role, language)),
  );
  return withoutRepeats(found);
}

/** A schema.org Role stands between the property and the party, and tells the role in its own words. */
function responsibility(value: Value, property: string, role: string, language: string): Responsibility[] {
  if (value instanceof SchemaNode && value.is('Role', 'OrganizationRole')) {
    const given = value.text('roleName');
    const code = given === undefined ? undefined : findCode(roles, given);
    return value.all(property).flatMap((inner) => {
      const party = partyOf(inner, language);
      return party
        ? [
            {
              role: code?.value ?? role,
              ...(code || given === undefined ? {} : { roleAsGiven: given }),
              party,
            },
          ]
        : [];
    });
  }
  const party = partyOf(value, language);
  return party ? [{ role, party }] : [];
}

export function partyOf(value: Value, language: string): Party | undefined {
  if (!(value instanceof SchemaNode)) {
    const name = value.text.trim();
    if (/^https?:\/\/\S+$/.test(name)) {
      const identifier = readPartyIdentifier(name);
      return makeParty(identifier ? { identifiers: [identifier] } : {});
    }
    return makeParty(
      isPersonName(name) ? { person: name } : { organisation: { [languageOf(value, language)]: name } },
    );
  }
  const contacts = value.nodes('contactPoint');
  const all = [value, ...contacts];
  const emails = all
    .flatMap((node) => node.texts('email'))
    .map(({ text }) => text.trim().replace(/^mailto:/i, ''));
  const phones = all
    .flatMap((node) => node.texts('telephone'))
    .map(({ text }) => text.trim().replace(/^tel:/i, ''));
  const url = value.text('url');
  return makeParty({
    ...names(value, language),
    identifiers: identifiersOf(value),
    emails: [...new Set(emails)],
    phones: [...new Set(phones)],
    facsimiles: all.flatMap((node) => node.texts('faxNumber')).map(({ text }) => text.trim()),
    addresses: addresses(value),
    online: url !== undefined && /^https?:/i.test(url) ? [{ url }] : [],
  });
}

function names(node: SchemaNode, language: string): Partial<Party> {
  const named = mapOf(node.all('name'), language);
  const called =
    Object.keys(named).length > 0 ? named : mapOf(node.all('legalName', 'alternateName'), language);
  const given = node.text('givenName');
  const family = node.text('familyName');
  const full = Object.values(called)[0] ?? [given, family].filter(Boolean).join(' ');
  const isPerson = node.is('Person') || given !== undefined || family !== undefined;
  if (!isPerson) return Object.keys(called).length > 0 ? { organisation: called } : {};
  const affiliations = node.all('affiliation', 'worksFor', 'memberOf');
  const organisation = affiliations
    .map((one) => (one instanceof SchemaNode ? mapOf(one.all('name'), language) : mapOf([one], language)))
    .find((map) => Object.keys(map).length > 0);
  const organisationIdentifiers = affiliations.flatMap((one) =>
    one instanceof SchemaNode ? identifiersOf(one) : [],
  );
  const position = mapOf(node.all('jobTitle'), language);
  return {
    ...(full === '' ? {} : { person: full }),
    ...(given === undefined ? {} : { givenName: given }),
    ...(family === undefined ? {} : { familyName: family }),
    ...(organisation ? { organisation } : {}),
    ...(Object.keys(position).length > 0 ? { position } : {}),
    ...(organisationIdentifiers.length > 0 ? { organisationIdentifiers } : {}),
  };
}

/** Of all that may identify a party, what a register gave out; other addresses of the node only where they are its @id. */
export function identifiersOf(node: SchemaNode): PartyIdentifier[] {
  const written: { text: string; scheme?: string | undefined; onlyRegistered?: boolean }[] = [
    ...(node.id === undefined || node.id.startsWith('_:') ? [] : [{ text: node.id }]),
    ...node.all('identifier').flatMap((value) =>
      value instanceof SchemaNode
        ? [
            {
              text: value.text('url') ?? value.text('value') ?? value.id ?? '',
              scheme: value.text('propertyID'),
            },
          ]
        : [{ text: value.text }],
    ),
    ...node.texts('sameAs').map(({ text }) => ({ text, onlyRegistered: true })),
  ];
  const found = new Map<string, PartyIdentifier>();
  for (const one of written) {
    const scheme = one.scheme?.split(/[/#]/).at(-1);
    const identifier = readPartyIdentifier(one.text, scheme);
    if (!identifier || (one.onlyRegistered && /^(uri|other)$/.test(identifier.scheme))) continue;
    found.set(`${identifier.scheme} ${identifier.value}`, identifier);
  }
  return [...found.values()];
}

function addresses(node: SchemaNode): Party['addresses'] {
  return node.all('address').flatMap((value) => {
    if (!(value instanceof SchemaNode)) return [{ deliveryPoints: [value.text.trim()] }];
    const street = value.text('streetAddress');
    const parts = {
      city: value.text('addressLocality'),
      administrativeArea: value.text('addressRegion'),
      postalCode: value.text('postalCode'),
      country: value.text('addressCountry') ?? value.nodes('addressCountry')[0]?.text('name'),
    };
    const told = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined));
    if (street === undefined && Object.keys(told).length === 0) return [];
    return [{ deliveryPoints: street === undefined ? [] : [street], ...told }];
  });
}
