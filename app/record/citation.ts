import type { Party, Resource } from '#catalogue/model';
import type { Locale, Messages } from '../locales/index.ts';
import { mainOrganisation, makersOf } from './names.ts';
import { plainText } from './texts.ts';

/** More names than these are cut with "et al.". */
const mostNames = 8;

/**
 * A citation in the order that DataCite recommends: Creator (PublicationYear). Title. Version. Publisher. Identifier.
 * @param pageUrl the record's own address, for what has no persistent identifier
 */
export function citationOf(
  resource: Resource,
  pageUrl: string,
  locale: Locale,
  { recordPage }: Messages,
): string {
  const names = [...new Set(makersOf(resource).map((party) => invertedName(party, locale)))].filter(
    (name) => name !== undefined,
  );
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), 'et al.'] : names;
  const year = publicationYear(resource);
  const title = plainText(resource.titles, locale) ?? recordPage.untitled;
  const publisher = mainOrganisation(resource, locale);
  return [
    shown.length > 0 ? `${shown.join('; ')}${year ? ` (${year})` : ''}` : undefined,
    shown.length === 0 && year ? `${title} (${year})` : title,
    resource.edition ? `${recordPage.edition} ${resource.edition}` : undefined,
    publisher !== undefined && names.join() !== publisher ? publisher : undefined,
    persistentUrl(resource) ?? pageUrl,
  ]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\.+$/, ''))
    .join('. ');
}

/** The DOI, handle or ARK as an address; `undefined` when the resource has none. */
export function persistentUrl(resource: Resource): string | undefined {
  for (const scheme of ['doi', 'handle', 'ark']) {
    const found = resource.identifiers.find((identifier) => identifier.scheme === scheme && identifier.uri);
    if (found?.uri) return found.uri;
  }
  return undefined;
}

/** "Family, Given" as citations write a person; an organisation as it is. */
function invertedName(party: Party, locale: Locale): string | undefined {
  if (party.familyName) return [party.familyName, party.givenName].filter(Boolean).join(', ');
  return party.person ?? plainText(party.organisation, locale);
}

function publicationYear(resource: Resource): string | undefined {
  for (const type of ['publication', 'released', 'revision', 'lastUpdate', 'creation']) {
    const date = resource.dates.find((candidate) => candidate.type === type)?.date;
    if (date && /^\d{4}/.test(date)) return date.slice(0, 4);
  }
  return undefined;
}
