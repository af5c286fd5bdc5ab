import { makersOf, type Party, persistentUrl, publicationDate, type Resource } from '#catalogue/model';
import type { Locale, Messages } from '../locales/index.ts';
import { mainOrganisation } from './names.ts';
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
  const year = publicationDate(resource)?.slice(0, 4);
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

/** "Family, Given" as citations write a person; an organisation as it is. */
function invertedName(party: Party, locale: Locale): string | undefined {
  if (party.familyName) return [party.familyName, party.givenName].filter(Boolean).join(', ');
  return party.person ?? plainText(party.organisation, locale);
}
