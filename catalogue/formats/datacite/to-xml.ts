import { escapeAttribute, escapeText } from '../../xml/index.ts';
import { uri } from './address.ts';
import type {
  Affiliation,
  DataciteDocument,
  GeoLocation,
  Name,
  Position,
  Related,
  RelatedItem,
  Title,
} from './document.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

const head = `<?xml version="1.0" encoding="UTF-8"?>
<resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
`;

/**
 * Writes a document in the XML of kernel 4, valid in 4.6 and 4.7. Line ends in descriptions are br elements; what has
 * to be an address in the schema and is none is left out.
 */
export function toXml(document: DataciteDocument): string {
  const [identifier, ...alternates] = document.identifiers;
  const { publisher, publicationYear, version, language } = document;
  const [publisherIdentifier] = publisher?.identifiers ?? [];
  const parts = [
    element('identifier', identifier?.value, { identifierType: identifier?.type ?? 'URL' }),
    list(
      'creators',
      document.creators.map((name) => nameOf('creator', name)),
    ),
    list('titles', document.titles.map(titleOf)),
    element('publisher', publisher?.text, {
      publisherIdentifier: publisherIdentifier?.value,
      publisherIdentifierScheme: publisherIdentifier?.scheme,
      schemeURI: uri(publisherIdentifier?.schemeUri),
      'xml:lang': publisher?.language,
    }),
    element('publicationYear', publicationYear?.text),
    element('resourceType', document.resourceType ?? '', {
      resourceTypeGeneral: document.resourceTypeGeneral ?? 'Other',
    }),
    list(
      'subjects',
      document.subjects.map(({ text, language: lang, scheme, schemeUri, valueUri, code }) =>
        element('subject', text, {
          subjectScheme: scheme,
          schemeURI: uri(schemeUri),
          valueURI: uri(valueUri),
          classificationCode: uri(code),
          'xml:lang': lang,
        }),
      ),
    ),
    list(
      'contributors',
      document.contributors.map((name) => nameOf('contributor', name)),
    ),
    list(
      'dates',
      document.dates.map(({ text, dateType, information }) =>
        element('date', text, { dateType, dateInformation: information }),
      ),
    ),
    element('language', language?.text),
    list(
      'alternateIdentifiers',
      alternates.map(({ value, type }) =>
        element('alternateIdentifier', value, { alternateIdentifierType: type ?? 'Other' }),
      ),
    ),
    list(
      'relatedIdentifiers',
      document.relatedIdentifiers.map((related) =>
        element('relatedIdentifier', related.identifier, {
          resourceTypeGeneral: related.resourceType,
          relatedIdentifierType: related.identifierType,
          relationType: related.relationType,
          ...schemeOf(related),
        }),
      ),
    ),
    list(
      'sizes',
      document.sizes.map((size) => element('size', size)),
    ),
    list(
      'formats',
      document.formats.map((format) => element('format', format)),
    ),
    element('version', version),
    list(
      'rightsList',
      document.rights.map(({ text, language: lang, uri: address, identifier: id, scheme, schemeUri }) =>
        element('rights', text, {
          rightsURI: uri(address),
          rightsIdentifier: id,
          rightsIdentifierScheme: scheme,
          schemeURI: uri(schemeUri),
          'xml:lang': lang,
        }),
      ),
    ),
    list(
      'descriptions',
      document.descriptions.map(({ text, language: lang, descriptionType }) =>
        tag(
          'description',
          text
            .split(/\r\n|\r|\n/)
            .map(escapeText)
            .join('<br/>'),
          {
            descriptionType: descriptionType ?? 'Other',
            'xml:lang': lang,
          },
        ),
      ),
    ),
    list('geoLocations', document.geoLocations.map(geoLocation)),
    list('fundingReferences', document.funding.map(fundingReference)),
    list('relatedItems', document.relatedItems.map(relatedItem)),
  ];
  return `${head}${parts.filter((part) => part !== '').join('\n')}\n</resource>\n`;
}

function tag(name: string, content: string, attributes: Attributes = {}): string {
  let start = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) start += ` ${key}="${escapeAttribute(value)}"`;
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

/** An element with text; nothing where there is no text to tell. */
function element(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return text === undefined ? '' : tag(name, escapeText(text), attributes);
}

/** Nothing where it would be empty. */
function list(name: string, members: readonly string[]): string {
  const told = members.filter((member) => member !== '');
  return told.length === 0 ? '' : `<${name}>\n${told.join('\n')}\n</${name}>`;
}

function nameOf(kind: 'creator' | 'contributor', name: Name): string {
  const { text, language, nameType, givenName, familyName, identifiers, affiliations, contributorType } =
    name;
  return tag(
    kind,
    [
      element(`${kind}Name`, text, { nameType, 'xml:lang': language }),
      element('givenName', givenName),
      element('familyName', familyName),
      ...identifiers.map(({ value, scheme, schemeUri }) =>
        element('nameIdentifier', value, {
          nameIdentifierScheme: scheme ?? 'Other',
          schemeURI: uri(schemeUri),
        }),
      ),
      ...affiliations.map(affiliation),
    ].join(''),
    kind === 'contributor' ? { contributorType: contributorType ?? 'Other' } : {},
  );
}

function affiliation({ name, identifier, scheme, schemeUri }: Affiliation): string {
  return element('affiliation', name, {
    affiliationIdentifier: identifier,
    affiliationIdentifierScheme: scheme,
    schemeURI: uri(schemeUri),
  });
}

function titleOf({ text, language, titleType }: Title): string {
  return element('title', text, { titleType, 'xml:lang': language });
}

function schemeOf({ metadataScheme, schemeUri, schemeType }: Related): Attributes {
  return { relatedMetadataScheme: metadataScheme, schemeURI: uri(schemeUri), schemeType };
}

function geoLocation({ name, points, boxes, polygons }: GeoLocation): string {
  return tag(
    'geoLocation',
    [
      element('geoLocationPlace', name?.text),
      ...points.map((point) => tag('geoLocationPoint', position(point))),
      ...boxes.map(({ west, east, south, north }) =>
        tag(
          'geoLocationBox',
          [
            element('westBoundLongitude', String(west)),
            element('eastBoundLongitude', String(east)),
            element('southBoundLatitude', String(south)),
            element('northBoundLatitude', String(north)),
          ].join(''),
        ),
      ),
      ...polygons.map((ring) =>
        tag(
          'geoLocationPolygon',
          ring
            .map(([longitude = 0, latitude = 0]) => tag('polygonPoint', position({ longitude, latitude })))
            .join(''),
        ),
      ),
    ].join(''),
  );
}

function position({ longitude, latitude }: Position): string {
  return element('pointLongitude', String(longitude)) + element('pointLatitude', String(latitude));
}

function fundingReference(reference: DataciteDocument['funding'][number]): string {
  const { funder, identifier, identifierType, schemeUri, awardNumber, awardUri, awardTitle } = reference;
  return tag(
    'fundingReference',
    [
      element('funderName', funder),
      element('funderIdentifier', identifier, {
        funderIdentifierType: identifierType ?? 'Other',
        schemeURI: uri(schemeUri),
      }),
      element('awardNumber', awardNumber ?? (awardUri === undefined ? undefined : ''), {
        awardURI: uri(awardUri),
      }),
      element('awardTitle', awardTitle),
    ].join(''),
  );
}

function relatedItem(item: RelatedItem): string {
  return tag(
    'relatedItem',
    [
      element('relatedItemIdentifier', item.identifier, {
        relatedItemIdentifierType: item.identifierType,
        ...schemeOf(item),
      }),
      list(
        'creators',
        item.creators.map((name) => nameOf('creator', name)),
      ),
      list('titles', item.titles.map(titleOf)),
      element('publicationYear', item.publicationYear),
      element('volume', item.volume),
      element('issue', item.issue),
      element('number', item.number, { numberType: item.numberType }),
      element('firstPage', item.firstPage),
      element('lastPage', item.lastPage),
      element('publisher', item.publisher),
      element('edition', item.edition),
      list(
        'contributors',
        item.contributors.map((name) => nameOf('contributor', name)),
      ),
    ].join(''),
    { relatedItemType: item.resourceType ?? 'Other', relationType: item.relationType },
  );
}
