import { type CatalogueRecord, relationTypes } from '../../model/index.ts';
import { oneLine, present } from '../reading/index.ts';
import { type Name, nowhere, type Related, type RelatedItem, type Title } from './document.ts';
import {
  contributorTypes,
  generalTypes,
  numberTypes,
  relatedIdentifierTypes,
  relationTypeNames,
  wordOf,
} from './vocabulary.ts';

type Resource = CatalogueRecord['resource'];
type RelatedResource = Resource['related'][number];

/** Relations of ours that DataCite says by a wider word. */
const wider: Readonly<Record<string, string>> = {
  series: 'IsPartOf',
  collectiveTitle: 'IsPartOf',
};

/** relatedIdentifierType by the scheme of the model. */
const typeOfScheme: Readonly<Record<string, string>> = {
  doi: 'DOI',
  handle: 'Handle',
  ark: 'ARK',
  urn: 'URN',
  uri: 'URL',
  isbn: 'ISBN',
  issn: 'ISSN',
};

/**
 * Related identifiers, and related items where a title or how it was published is known. Documents that are told of
 * the resource are items as well.
 * @returns them, and what of the relations they do not say
 */
export function writeRelated(resource: Pick<Resource, 'related' | 'additionalDocumentation'>): {
  relatedIdentifiers: Related[];
  relatedItems: RelatedItem[];
  losses: string[];
} {
  const documents = resource.additionalDocumentation.map(
    ({ titles, url, identifiers: [identifier] }): RelatedResource => ({
      relation: 'isDocumentedBy',
      titles,
      ...present({ url, identifier: url === undefined ? identifier : undefined }),
    }),
  );
  const relatedIdentifiers = new Map<string, Related>();
  const relatedItems: RelatedItem[] = [];
  const losses = new Set<string>();
  for (const related of [...resource.related, ...documents]) {
    const relation = relationOf(related);
    const identifier = identifierOf(related);
    const titles = titlesOf(related);
    if (relation === undefined) {
      losses.add(`related: ${related.relation}`);
      continue;
    }
    const { name, uri, type } = related.metadataScheme ?? {};
    const isOfMetadata = /^(HasMetadata|IsMetadataFor)$/.test(relation);
    const shared: Related = present({
      ...identifier,
      relationType: relation,
      ...(isOfMetadata ? { metadataScheme: name, schemeUri: uri, schemeType: type } : {}),
      resourceType: wordOf(generalTypes, related.resourceType),
      place: nowhere,
    });
    if (related.relationDescription !== undefined) losses.add('related: descriptions of relations');
    if (identifier) relatedIdentifiers.set(JSON.stringify(shared), shared);
    else if (related.identifier !== undefined) losses.add('related: identifiers of no known type');
    if (titles.length > 0 || related.publication) relatedItems.push(itemOf(related, shared, titles));
  }
  return { relatedIdentifiers: [...relatedIdentifiers.values()], relatedItems, losses: [...losses] };
}

function relationOf({ relation, relationAsGiven }: RelatedResource): string | undefined {
  const given = wordOf(relationTypeNames, relationAsGiven);
  if (given !== undefined) return given;
  const code = relationTypes.find(({ value }) => value === relation);
  return wordOf(relationTypeNames, code && 'datacite' in code ? code.datacite : wider[relation]);
}

function identifierOf({
  identifier,
  identifierType,
  url,
}: RelatedResource): { identifier: string; identifierType: string } | undefined {
  const type = typeOfScheme[identifierType ?? ''] ?? wordOf(relatedIdentifierTypes, identifierType);
  if (identifier !== undefined && type !== undefined) return { identifier, identifierType: type };
  return url === undefined ? undefined : { identifier: url, identifierType: 'URL' };
}

/** The title in each language; those beside the first are translations of it. */
function titlesOf({ titles }: RelatedResource): Title[] {
  return Object.entries(titles).flatMap(([language, text], index) =>
    text.trim() === ''
      ? []
      : [
          present({
            text: oneLine(text),
            language: language === 'und' ? undefined : language,
            titleType: index > 0 && language !== 'und' ? 'TranslatedTitle' : undefined,
            place: nowhere,
          }),
        ],
  );
}

function itemOf(related: RelatedResource, shared: Related, titles: Title[]): RelatedItem {
  const { publication } = related;
  const named = (text: string): Name => ({ text, identifiers: [], affiliations: [], place: nowhere });
  return present({
    ...shared,
    resourceType: shared.resourceType ?? 'Other',
    titles,
    creators: (publication?.creators ?? []).map(named),
    contributors: (publication?.contributors ?? []).map(({ name, role }) => ({
      ...named(name),
      contributorType: wordOf(contributorTypes, role) ?? 'Other',
    })),
    publicationYear: /^\d{4}$/.test(publication?.year ?? '') ? publication?.year : undefined,
    volume: publication?.volume,
    issue: publication?.issue,
    number: publication?.number,
    numberType: wordOf(numberTypes, publication?.numberType),
    firstPage: publication?.firstPage,
    lastPage: publication?.lastPage,
    publisher: publication?.publisher,
    edition: publication?.edition,
  });
}
