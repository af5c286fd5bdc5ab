import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, localise, type Party, type PartyIdentifier } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Roles that schema.org has a property for; the rest are contributors, except contacts, who may have done nothing. */
const properties: Readonly<Record<string, string>> = {
  author: 'creator',
  coAuthor: 'creator',
  principalInvestigator: 'creator',
  publisher: 'publisher',
  editor: 'editor',
  custodian: 'maintainer',
  distributor: 'provider',
  resourceProvider: 'provider',
  owner: 'copyrightHolder',
  rightsHolder: 'copyrightHolder',
  sponsor: 'sponsor',
  funder: 'funder',
  collaborator: 'contributor',
  contributor: 'contributor',
  originator: 'contributor',
  processor: 'contributor',
};

/** Parties by their property, in the order of the record, each once. */
export function contributors(resource: Resource, language: string): JsonObject {
  const found: Record<string, Map<string, JsonObject>> = {};
  for (const { role, party } of resource.responsibilities) {
    const property = properties[role];
    const agent = property === undefined ? undefined : agentOf(party, language);
    if (property === undefined || !agent) continue;
    const members = found[property] ?? new Map<string, JsonObject>();
    members.set(String(agent['@id'] ?? agent['name']), agent);
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
    };
  }
  return {
    '@type': 'Person',
    ...idOf(party.identifiers),
    name,
    ...(party.givenName === undefined ? {} : { givenName: party.givenName }),
    ...(party.familyName === undefined ? {} : { familyName: party.familyName }),
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
