import type { Party } from './party.ts';
import type { Resource } from './record.ts';

/** Roles whose parties made the resource, in the order of a citation's preference. */
const makers = [
  ['author', 'coAuthor'],
  ['principalInvestigator'],
  ['originator'],
  ['owner', 'custodian', 'resourceProvider'],
  ['publisher'],
  ['pointOfContact'],
] as const;

/** Parties who made a resource: authors, or who comes closest where no author is named. */
export function makersOf(resource: Resource): Party[] {
  for (const roles of makers) {
    const found = resource.responsibilities.filter(({ role }) => roles.some((wanted) => wanted === role));
    if (found.length > 0) return found.map(({ party }) => party);
  }
  return [];
}

/** Types of dates that may stand for the year of publication, in the order of preference. */
const publishing = ['publication', 'released', 'revision', 'lastUpdate', 'creation'];

/** The date that a resource is cited with (ISO 8601, with its own precision). */
export function publicationDate(resource: Resource): string | undefined {
  for (const type of publishing) {
    const date = resource.dates.find((candidate) => candidate.type === type)?.date;
    if (date && /^\d{4}/.test(date)) return date;
  }
  return undefined;
}

/** The DOI, handle or ARK as an address; `undefined` when the resource has none. */
export function persistentUrl(resource: Resource): string | undefined {
  for (const scheme of ['doi', 'handle', 'ark']) {
    const found = resource.identifiers.find((identifier) => identifier.scheme === scheme && identifier.uri);
    if (found?.uri) return found.uri;
  }
  return undefined;
}
