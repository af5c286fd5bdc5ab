import {
  type CatalogueRecord,
  localise,
  type Party,
  type PartyIdentifier,
  type Responsibility,
  roles,
} from '../../model/index.ts';
import { oneLine, present } from '../reading/index.ts';
import {
  type Affiliation,
  type DataciteDocument,
  type Name,
  type NameIdentifier,
  nowhere,
} from './document.ts';
import { contributorTypes, wordOf } from './vocabulary.ts';

type Names = Pick<DataciteDocument, 'creators' | 'contributors' | 'funding'> & { publisher?: Name };

/** Who made a resource, by the definition of Creator; the next role counts where nobody has the one before. */
const creatorRoles = [['author', 'coAuthor'], ['principalInvestigator'], ['originator']];
/** Who "holds, archives, publishes, prints, distributes, releases, issues or produces" it (property 4, Publisher). */
const publisherRoles = ['publisher', 'distributor', 'resourceProvider', 'custodian'];
/** Roles that DataCite has no contributorType for. */
const unsaid = new Set(['user', 'mediator', 'stakeholder']);

/**
 * Creators, publisher, contributors by their type, and funders that are no funding reference yet.
 * @param language to prefer where a name is told in several
 */
export function writeNames({ resource }: CatalogueRecord, language: string): Names {
  const { responsibilities, distributors, funding } = resource;
  const all = [...responsibilities, ...distributors.map(({ responsibility }) => responsibility)];
  const makers =
    creatorRoles
      .map((some) => responsibilities.filter(({ role }) => some.includes(role)))
      .find((found) => found.length > 0) ?? [];
  const [issuer] = publisherRoles.flatMap((wanted) => all.filter(({ role }) => role === wanted));
  const rest = all.filter((one) => !makers.includes(one) && one !== issuer && !unsaid.has(one.role));
  const publisher = issuer && publisherOf(issuer.party, language);
  const told = new Set(funding.flatMap(({ funder }) => Object.values(funder ?? {})));
  return {
    creators: unique(makers.flatMap(({ party }) => nameOf(party, language) ?? [])),
    contributors: unique(
      rest
        .filter(({ role }) => role !== 'funder')
        .flatMap(({ role, roleAsGiven, party }) => {
          const name = nameOf(party, language);
          return name ? [{ ...name, contributorType: contributorType({ role, roleAsGiven }) }] : [];
        }),
    ),
    funding: rest
      .filter(({ role }) => role === 'funder')
      .flatMap(({ party }) => {
        const name = publisherOf(party, language);
        if (!name || told.has(name.text)) return [];
        const [first] = name.identifiers;
        return [present({ funder: name.text, identifier: first?.value, identifierType: first?.scheme })];
      }),
    ...(publisher ? { publisher } : {}),
  };
}

function contributorType({ role, roleAsGiven }: { role: string; roleAsGiven: string | undefined }): string {
  const given = wordOf(contributorTypes, roleAsGiven);
  if (given !== undefined) return given;
  const code = roles.find(({ value }) => value === role);
  return wordOf(contributorTypes, code && 'datacite' in code ? code.datacite : undefined) ?? 'Other';
}

/** Publishers and funders are organisations: a person among them is named by the organisation where there is one. */
function publisherOf(party: Party, language: string): Name | undefined {
  const organisation = localise(party.organisation ?? {}, language, 'en');
  if (!organisation || party.person === undefined) return nameOf(party, language);
  const { organisation: names, organisationIdentifiers } = party;
  return nameOf(
    { ...organisationOnly, ...(names ? { organisation: names } : {}), identifiers: organisationIdentifiers },
    language,
  );
}

const organisationOnly: Party = {
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
};

/** @returns `undefined` for a party without a name, such as a position */
function nameOf(party: Party, language: string): Name | undefined {
  const { person, givenName, familyName } = party;
  const personal = person ?? ([familyName, givenName].filter(Boolean).join(', ') || undefined);
  const organisation = localise(party.organisation ?? {}, language, 'en');
  const identifiers = unique(party.identifiers.map(identifierOf));
  if (personal?.trim())
    return present({
      text: oneLine(personal),
      nameType: 'Personal',
      givenName,
      familyName,
      identifiers,
      affiliations: affiliationsOf(organisation?.text, party.organisationIdentifiers),
      place: nowhere,
    });
  if (!organisation?.text.trim()) return undefined;
  return present({
    text: oneLine(organisation.text),
    language: organisation.language === 'und' ? undefined : organisation.language,
    nameType: 'Organizational',
    identifiers: unique([...identifiers, ...party.organisationIdentifiers.map(identifierOf)]),
    affiliations: [],
    place: nowhere,
  });
}

/** Several organisations in one text are as many affiliations; which identifier is whose is told only by their number. */
function affiliationsOf(
  organisation: string | undefined,
  identifiers: readonly PartyIdentifier[],
): Affiliation[] {
  const written = identifiers.map(identifierOf);
  const parts = oneLine(organisation ?? '')
    .split(/\s*;\s*/)
    .filter((part) => part !== '');
  if (parts.length === 0) return unique(written.map((one) => affiliation(one.value, one)));
  if (parts.length === written.length || written.length === 0)
    return unique(parts.map((name, index) => affiliation(name, written[index])));
  const [first] = written;
  return [affiliation(parts.join('; '), first)];
}

function affiliation(name: string, identifier: NameIdentifier | undefined): Affiliation {
  const { value, scheme, schemeUri } = identifier ?? {};
  return present({ name, identifier: value, scheme, schemeUri });
}

/** Names and addresses of the schemes as DataCite's documentation writes them. */
const schemes: Readonly<Record<PartyIdentifier['scheme'], { scheme: string; schemeUri?: string }>> = {
  orcid: { scheme: 'ORCID', schemeUri: 'https://orcid.org' },
  ror: { scheme: 'ROR', schemeUri: 'https://ror.org' },
  edmo: { scheme: 'EDMO', schemeUri: 'https://edmo.seadatanet.org' },
  isni: { scheme: 'ISNI', schemeUri: 'https://isni.org' },
  grid: { scheme: 'GRID', schemeUri: 'https://www.grid.ac' },
  wikidata: { scheme: 'Wikidata', schemeUri: 'http://www.wikidata.org' },
  uri: { scheme: 'URI' },
  other: { scheme: 'Other' },
};

function identifierOf({ scheme, value, uri }: PartyIdentifier): NameIdentifier {
  return { value: uri ?? value, ...schemes[scheme] };
}

/** DataCite's JSON schema wants each once. */
function unique<T>(names: readonly T[]): T[] {
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
}

/** Whether all that is known of the parties is said: DataCite has names, identifiers and affiliations only. */
export function partyLosses(responsibilities: readonly Responsibility[]): string[] {
  const found = new Set<string>();
  for (const { role, party } of responsibilities) {
    if (unsaid.has(role)) found.add(`responsibilities: ${role}`);
    const contact =
      party.emails.length +
      party.phones.length +
      party.facsimiles.length +
      party.addresses.length +
      party.online.length;
    if (contact > 0) found.add('responsibilities: contact details');
    if (party.position) found.add('responsibilities: positions');
  }
  return [...found];
}
