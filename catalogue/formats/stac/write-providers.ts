import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';

/** Roles of a provider by our roles; other roles make nobody one. */
const providerRoles: Readonly<Record<string, 'licensor' | 'producer' | 'processor' | 'host'>> = {
  author: 'producer',
  coAuthor: 'producer',
  principalInvestigator: 'producer',
  originator: 'producer',
  owner: 'licensor',
  rightsHolder: 'licensor',
  processor: 'processor',
  publisher: 'host',
  distributor: 'host',
  resourceProvider: 'host',
  custodian: 'host',
};

/** Organisations that made, own, process or serve the data, each once with all its roles. */
export function providersOf(
  { responsibilities }: CatalogueRecord['resource'],
  language: string,
): JsonObject[] {
  const found = new Map<string, { url: string | undefined; roles: Set<string> }>();
  for (const { role, party } of responsibilities) {
    const word = providerRoles[role];
    const name = localise(party.organisation ?? {}, language)?.text;
    if (word === undefined || name === undefined) continue;
    const known = found.get(name) ?? { url: undefined, roles: new Set<string>() };
    if (party.person === undefined) known.url ??= party.online.find(({ url }) => URL.canParse(url))?.url;
    known.roles.add(word);
    found.set(name, known);
  }
  return [...found].map(([name, { url, roles }]) => ({
    name,
    roles: [...roles],
    ...(url === undefined ? {} : { url: new URL(url).href }),
  }));
}
