import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, localise, type Party, type PartyIdentifier } from '../../model/index.ts';
import { several } from './write-about.ts';

type Resource = CatalogueRecord['resource'];

/** Roles that a property of schema.org stands for by itself. */
const properties: Readonly<Record<string, string>> = {
  author: 'creator',
  publisher: 'publisher',
  editor: 'editor',
  custodian: 'maintainer',
  resourceProvider: 'provider',
  rightsHolder: 'copyrightHolder',
  sponsor: 'sponsor',
  funder: 'funder',
  contributor: 'contributor',
};

/** Roles that need a word of their own (science-on-schema.org: Role), under the property that is nearest. */
const nearest: Readonly<Record<string, string>> = {
  coAuthor: 'creator',
  distributor: 'provider',
  owner: 'copyrightHolder',
};

/** Parties by their property, in the order of the record, each once. */
export function contributors(resource: Resource, language: string): JsonObject {
  const found: Record<string, Map<string, JsonObject>> = {};
  for (const { role, roleAsGiven, party } of resource.responsibilities) {
    const agent = agentOf(party, language);
    if (!agent) continue;
    const own = properties[role];
    const property = own ?? nearest[role] ?? 'contributor';
    const members = found[property] ?? new Map<string, JsonObject>();
    const word = role === 'other' ? (roleAsGiven ?? role) : role;
    members.set(
      `${own === undefined ? word : ''} ${JSON.stringify(agent)}`,
      own === undefined ? { '@type': 'Role', roleName: word, [property]: agent } : agent,
    );
    found[property] = members;
  }
  return Object.fromEntries(
    Object.entries(found).map(([property, members]): [string, JsonValue] => {
      const [first = null, ...rest] = members.values();
      return [property, rest.length === 0 ? first : [first, ...rest]];
    }),
  );
}

function agentOf(party: Party, language: string): JsonObject | undefined {
  const organisation = localise(party.organisation ?? {}, language)?.text;
  const name = party.person ?? ([party.givenName, party.familyName].filter(Boolean).join(' ') || undefined);
  if (name === undefined) {
    if (organisation === undefined) return undefined;
    const url = party.online[0]?.url;
    return {
      '@type': 'Organization',
      ...idOf(party.identifiers),
      name: organisation,
      ...(url === undefined ? {} : { url }),
      ...contactOf(party),
    };
  }
  const position = localise(party.position ?? {}, language)?.text;
  return {
    '@type': 'Person',
    ...idOf(party.identifiers),
    name,
    ...(party.givenName === undefined ? {} : { givenName: party.givenName }),
    ...(party.familyName === undefined ? {} : { familyName: party.familyName }),
    ...(position === undefined ? {} : { jobTitle: position }),
    ...contactOf(party),
    ...(organisation === undefined
      ? {}
      : {
          affiliation: {
            '@type': 'Organization',
            ...idOf(party.organisationIdentifiers),
            name: organisation,
          },
        }),
  };
}

/** How a party is reached, but by e-mail: the document stands in a public page, where addresses are harvested. */
function contactOf({ phones, facsimiles, addresses }: Party): JsonObject {
  return {
    ...several('telephone', phones),
    ...several('faxNumber', facsimiles),
    ...several(
      'address',
      addresses.map((address) => ({
        '@type': 'PostalAddress',
        ...(address.deliveryPoints.length === 0 ? {} : { streetAddress: address.deliveryPoints.join(', ') }),
        ...(address.city === undefined ? {} : { addressLocality: address.city }),
        ...(address.administrativeArea === undefined ? {} : { addressRegion: address.administrativeArea }),
        ...(address.postalCode === undefined ? {} : { postalCode: address.postalCode }),
        ...(address.country === undefined ? {} : { addressCountry: address.country }),
      })),
    ),
  };
}

/** The identifier of a register as @id: ORCID for people, ROR before all others for organisations. */
function idOf(identifiers: readonly PartyIdentifier[]): JsonObject {
  const order = ['orcid', 'ror', 'edmo', 'isni', 'grid', 'wikidata', 'uri'];
  const best = [...identifiers]
    .filter(({ uri }) => uri !== undefined)
    .sort((one, other) => order.indexOf(one.scheme) - order.indexOf(other.scheme))[0];
  return best?.uri === undefined ? {} : { '@id': best.uri };
}

/** Grants with their funder. */
export function funding(resource: Resource, language: string): JsonObject[] {
  return resource.funding.map((reference) => {
    const funder = localise(reference.funder ?? {}, language)?.text;
    const title = localise(reference.awardTitle ?? {}, language)?.text;
    const id = reference.funderIdentifier;
    return {
      '@type': 'Grant',
      ...(reference.awardUri === undefined ? {} : { '@id': reference.awardUri, url: reference.awardUri }),
      ...(title === undefined ? {} : { name: title }),
      ...(reference.awardNumber === undefined ? {} : { identifier: reference.awardNumber }),
      ...(funder === undefined && id === undefined
        ? {}
        : {
            funder: {
              '@type': 'Organization',
              ...(id !== undefined && /^https?:/i.test(id) ? { '@id': id } : {}),
              ...(funder === undefined ? {} : { name: funder }),
              ...(id === undefined ? {} : { identifier: id }),
            },
          }),
    };
  });
}
