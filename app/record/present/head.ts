import { codeLabel, makersOf, persistentUrl, resourceTypeNames } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import type { Locale } from '../../locales/index.ts';
import type { TypedLink } from '../../negotiation/link-header.ts';
import { pageLinks, signpostsOf } from '../../negotiation/signposting.ts';
import { schemaOrgOf, type Writing } from '../../negotiation/written-formats.ts';
import { mainOrganisation, partyName } from '../names.ts';
import { withoutMarkup } from '../summary.ts';
import { plainText } from '../texts.ts';

/** What a page says of itself in its `<head>` and its `Link` header, for machines. */
export type RecordHead = {
  title: string;
  description: string;
  /** Address of the record that stands for this resource, where that is another one. */
  canonical?: string;
  /** Dublin Core, as name and content. */
  dublinCore: [name: string, content: string][];
  links: TypedLink[];
  /** schema.org, as the writer of that format gives it; `null` when the record can't be said in it. */
  jsonLd: { [key: string]: unknown } | null;
};

const longestDescription = 300;
const mostSubjects = 60;

/**
 * Gathers what machines read of a record's page.
 * @param canonical path of the record that stands for this resource, where that is another one
 */
export function headOf(
  stored: StoredRecord,
  title: string,
  locale: Locale,
  services: Writing,
  canonical?: string,
): RecordHead {
  const { resource } = stored.record;
  const signposts = signpostsOf(stored, services);
  const abstract = withoutMarkup(plainText(resource.abstracts, locale) ?? '');
  const date = ['publication', 'released', 'revision', 'creation']
    .map((type) => resource.dates.find((candidate) => candidate.type === type)?.date)
    .find((candidate) => candidate !== undefined);
  const several = (name: string, values: readonly (string | undefined)[]) =>
    [...new Set(values)].flatMap((value): [string, string][] => (value ? [[name, value]] : []));
  return {
    title,
    description: shortened(abstract) || title,
    ...(canonical ? { canonical: services.config.publicUrl + canonical } : {}),
    dublinCore: [
      ...several('DC.title', [title]),
      ...several(
        'DC.creator',
        makersOf(resource).map((party) => partyName(party, locale)),
      ),
      ...several('DC.publisher', [mainOrganisation(resource, locale)]),
      ...several('DC.date', [date]),
      ...several('DC.description', [shortened(abstract, 2000)]),
      ...several('DC.type', [codeLabel(resourceTypeNames, resource.type, 'en')]),
      ...several('DC.identifier', [persistentUrl(resource), signposts.page]),
      ...several('DC.language', resource.languages),
      ...several(
        'DC.subject',
        resource.keywords.map(({ label }) => plainText(label, locale)),
      ).slice(0, mostSubjects),
      ...several('DC.rights', [signposts.licence]),
    ],
    links: pageLinks(signposts),
    jsonLd: schemaOrgOf(stored, services),
  };
}

function shortened(text: string, length = longestDescription): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')}…`;
}
