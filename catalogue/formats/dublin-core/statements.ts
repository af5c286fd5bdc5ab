import { type CatalogueRecord, type LanguageMap, localise, type Party } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** One element of Dublin Core, to be written. */
export type Statement = { element: string; text: string; language?: string; scheme?: string };

const creators = new Set(['author', 'coAuthor', 'principalInvestigator']);
/** Who answers questions, hands data out or owns them contributed nothing to them by that. */
const notContributors = new Set([
  ...creators,
  'publisher',
  'pointOfContact',
  'distributor',
  'user',
  'owner',
  'rightsHolder',
]);

const accessRights: Readonly<Record<NonNullable<Resource['accessRight']>, string>> = {
  open: 'info:eu-repo/semantics/openAccess',
  embargoed: 'info:eu-repo/semantics/embargoedAccess',
  restricted: 'info:eu-repo/semantics/restrictedAccess',
  'metadata-only': 'info:eu-repo/semantics/closedAccess',
};

export function texts(map: LanguageMap | undefined, element: string): Statement[] {
  return Object.entries(map ?? {}).flatMap(([language, text]) =>
    text.trim() === '' ? [] : [{ element, text: text.trim(), language }],
  );
}

export function plain(element: string, values: readonly (string | null | undefined)[]): Statement[] {
  return values.flatMap((text) => (text?.trim() ? [{ element, text: text.trim() }] : []));
}

export function unique(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values()];
}

/** Creators, publishers and contributors by their names; who only answers, hands out or owns is none. */
export function parties(resource: Resource, language: string): Statement[] {
  const named = (element: string, wanted: (role: string) => boolean) =>
    plain(
      element,
      resource.responsibilities
        .filter(({ role }) => wanted(role))
        .map(({ party }) => nameOf(party, language)),
    );
  return [
    ...named('creator', (role) => creators.has(role)),
    ...named('publisher', (role) => role === 'publisher'),
    ...named('contributor', (role) => !notContributors.has(role)),
  ];
}

function nameOf(party: Party, language: string): string | undefined {
  if (party.person !== undefined) return party.person;
  if (party.familyName !== undefined) return [party.familyName, party.givenName].filter(Boolean).join(', ');
  return localise(party.organisation ?? {}, language)?.text;
}

export function subjects(resource: Resource): Statement[] {
  return [
    ...resource.keywords.flatMap(({ label, uri }) =>
      Object.keys(label).length > 0 ? texts(label, 'subject') : plain('subject', [uri]),
    ),
    ...plain('subject', resource.topicCategories),
  ];
}

export function formats(resource: Resource): (string | undefined)[] {
  return [
    ...resource.formats.map(({ name }) => name),
    ...resource.distributions.map(({ format, mediaType }) => mediaType ?? format?.name),
  ];
}

export function sources(resource: Resource): Statement[] {
  const derived = resource.related.filter(({ relation }) => relation === 'isDerivedFrom');
  return [
    ...(resource.lineage?.sources ?? []).flatMap(({ description }) => texts(description, 'source')),
    ...plain(
      'source',
      derived.map(({ url, identifier }) => url ?? identifier),
    ),
  ];
}

export function rights(resource: Resource): Statement[] {
  return [
    ...plain('rights', [resource.accessRight && accessRights[resource.accessRight]]),
    ...resource.licences.flatMap(({ uri, title }) =>
      uri === undefined ? texts(title, 'rights') : plain('rights', [uri]),
    ),
    ...resource.constraints.flatMap(({ useLimitations, otherConstraints }) =>
      [...useLimitations, ...otherConstraints].flatMap(({ text, uri }) =>
        Object.keys(text).length > 0 ? texts(text, 'rights') : plain('rights', [uri]),
      ),
    ),
  ];
}
