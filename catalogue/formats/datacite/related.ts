import {
  type CatalogueRecord,
  findCode,
  type Identifier,
  type LanguageMap,
  parseIdentifier,
  relationTypes,
} from '../../model/index.ts';
import { isAddress, present } from '../reading/index.ts';
import {
  type DataciteDocument,
  isUnknownValue,
  type Related,
  type RelatedItem,
  type Text,
} from './document.ts';

type RelatedResource = CatalogueRecord['resource']['related'][number];

/**
 * Related identifiers and related items. What is told both ways of the same identifier and relation, as DataCite
 * recommends, is one relation.
 */
export function relatedOf(
  { relatedIdentifiers, relatedItems }: DataciteDocument,
  language: (text: Text) => string,
): RelatedResource[] {
  const found = new Map<string, RelatedResource>();
  const add = (related: RelatedResource) => {
    const key = `${related.relation} ${related.relationAsGiven ?? ''} ${related.identifier?.toLowerCase() ?? JSON.stringify(related.titles)}`;
    const known = found.get(key);
    found.set(key, known ? merge(known, related) : related);
  };
  for (const given of relatedIdentifiers) {
    if (given.identifier !== undefined && !isUnknownValue(given.identifier))
      add({ ...relationOf(given), titles: {} });
  }
  for (const item of relatedItems) {
    const titles: LanguageMap = {};
    for (const title of item.titles) titles[language(title)] ??= title.text;
    if (item.identifier === undefined && item.titles.length === 0) continue;
    const publication = publicationOf(item);
    // The type is mandatory in an item: "Other" says nothing.
    const { resourceType, ...rest } = item;
    const typed = resourceType === undefined || resourceType === 'Other' ? rest : item;
    add({ ...relationOf(typed), titles, ...(publication ? { publication } : {}) });
  }
  return [...found.values()];
}

function relationOf(given: Related): Omit<RelatedResource, 'titles'> {
  const { relationType, information, metadataScheme, schemeUri, schemeType, resourceType } = given;
  const code = relationType === undefined ? undefined : findCode(relationTypes, relationType);
  const scheme = present({ name: metadataScheme, uri: schemeUri, type: schemeType });
  return {
    relation: code?.value ?? 'other',
    ...(code || relationType === undefined ? {} : { relationAsGiven: relationType }),
    ...identified(given),
    ...present({ resourceType, relationDescription: information }),
    ...(Object.keys(scheme).length > 0 ? { metadataScheme: scheme } : {}),
  };
}

/** Identifiers whose scheme the model has no word for keep the type that DataCite gives them (PMID, bibcode, RRID…). */
function identified({ identifier: text, identifierType }: Related) {
  if (text === undefined) return {};
  const prefix = /^(Handle|ISBN|ISSN)$/i.exec(identifierType ?? '')?.[1]?.replace(/handle/i, 'hdl');
  const bare = parseIdentifier(text);
  const told: Identifier =
    bare.scheme === 'other' && prefix ? parseIdentifier(`${prefix.toLowerCase()}:${text}`) : bare;
  const vague = told.scheme === 'other' || told.scheme === 'uri' || told.scheme === 'urn';
  const known = identifierType !== undefined && !/^(URL|URN|Other)$/i.test(identifierType);
  const url = told.uri ?? (isAddress(text) ? text : undefined);
  return {
    identifier: bare.code,
    identifierType: vague && known ? identifierType : told.scheme,
    ...(url === undefined ? {} : { url }),
  };
}

function merge(known: RelatedResource, more: RelatedResource): RelatedResource {
  return { ...known, ...more, titles: { ...known.titles, ...more.titles } };
}

function publicationOf(item: RelatedItem): RelatedResource['publication'] {
  const { publicationYear, volume, issue, number, numberType, firstPage, lastPage, publisher, edition } =
    item;
  const facts = present({
    year: publicationYear,
    volume,
    issue,
    number,
    numberType,
    firstPage,
    lastPage,
    publisher,
    edition,
  });
  const creators = item.creators.map(({ text }) => text);
  const contributors = item.contributors.map(({ text, contributorType }) => ({
    name: text,
    role: contributorType ?? 'Other',
  }));
  const told = Object.keys(facts).length + creators.length + contributors.length > 0;
  return told ? { ...facts, creators, contributors } : undefined;
}
