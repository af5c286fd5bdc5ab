import type { JsonObject } from '../../json/index.ts';
import { present } from '../reading/index.ts';
import { absoluteUri } from './address.ts';
import type {
  DataciteDocument,
  GeoLocation,
  Name,
  Position,
  Related,
  RelatedItem,
  Title,
} from './document.ts';

/**
 * Writes a document as the attributes of a DOI in the REST API of DataCite, with the names of its JSON schema. Lists
 * that would be empty are left out, as are addresses that are none.
 */
export function toJson(document: DataciteDocument): JsonObject {
  const [identifier, ...alternates] = document.identifiers;
  const { publisher } = document;
  const [publisherIdentifier] = publisher?.identifiers ?? [];
  return {
    ...(identifier?.type === 'DOI' ? { doi: identifier.value } : {}),
    ...present({ url: document.url }),
    identifiers: identifier
      ? [{ identifier: identifier.value, identifierType: identifier.type ?? 'URL' }]
      : [],
    ...filled(
      'alternateIdentifiers',
      alternates.map(({ value, type }) => ({
        alternateIdentifier: value,
        alternateIdentifierType: type ?? 'Other',
      })),
    ),
    creators: document.creators.map(nameOf),
    titles: document.titles.map(titleOf),
    publisher: present({
      name: publisher?.text ?? '',
      publisherIdentifier: publisherIdentifier?.value,
      publisherIdentifierScheme: publisherIdentifier?.scheme,
      schemeUri: absoluteUri(publisherIdentifier?.schemeUri),
      lang: publisher?.language,
    }),
    publicationYear: document.publicationYear?.text ?? '',
    types: {
      resourceTypeGeneral: document.resourceTypeGeneral ?? 'Other',
      resourceType: document.resourceType ?? '',
    },
    ...filled(
      'subjects',
      document.subjects.map(({ text, language, scheme, schemeUri, valueUri, code }) =>
        present({
          subject: text,
          subjectScheme: scheme,
          schemeUri: absoluteUri(schemeUri),
          valueUri: absoluteUri(valueUri),
          classificationCode: code,
          lang: language,
        }),
      ),
    ),
    ...filled('contributors', document.contributors.map(nameOf)),
    ...filled(
      'dates',
      document.dates.map(({ text, dateType, information }) =>
        present({ date: text, dateType, dateInformation: information }),
      ),
    ),
    ...present({ language: document.language?.text }),
    ...filled('relatedIdentifiers', document.relatedIdentifiers.map(relatedIdentifier)),
    ...filled('relatedItems', document.relatedItems.map(relatedItem)),
    ...filled('sizes', document.sizes),
    ...filled('formats', document.formats),
    ...present({ version: document.version }),
    ...filled(
      'rightsList',
      document.rights.map(({ text, language, uri, identifier: id, scheme, schemeUri }) =>
        present({
          rights: text,
          rightsUri: absoluteUri(uri),
          rightsIdentifier: id,
          rightsIdentifierScheme: scheme,
          schemeUri: absoluteUri(schemeUri),
          lang: language,
        }),
      ),
    ),
    ...filled(
      'descriptions',
      document.descriptions.map(({ text, language, descriptionType }) =>
        present({ description: text, descriptionType: descriptionType ?? 'Other', lang: language }),
      ),
    ),
    ...filled('geoLocations', document.geoLocations.map(geoLocation)),
    ...filled(
      'fundingReferences',
      document.funding.map((reference) =>
        present({
          funderName: reference.funder,
          funderIdentifier: reference.identifier,
          funderIdentifierType: reference.identifierType,
          schemeUri: absoluteUri(reference.schemeUri),
          awardNumber: reference.awardNumber,
          awardUri: absoluteUri(reference.awardUri),
          awardTitle: reference.awardTitle,
        }),
      ),
    ),
    ...filled('contentUrl', document.contentUrls),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

function filled(key: string, members: readonly JsonObject[string][]): JsonObject {
  return members.length === 0 ? {} : { [key]: [...members] };
}

function nameOf(name: Name): JsonObject {
  return present({
    name: name.text,
    nameType: name.nameType,
    givenName: name.givenName,
    familyName: name.familyName,
    lang: name.language,
    contributorType: name.contributorType,
    ...filled(
      'nameIdentifiers',
      name.identifiers.map(({ value, scheme, schemeUri }) =>
        present({
          nameIdentifier: value,
          nameIdentifierScheme: scheme ?? 'Other',
          schemeUri: absoluteUri(schemeUri),
        }),
      ),
    ),
    ...filled(
      'affiliation',
      name.affiliations.map(({ name: organisation, identifier, scheme, schemeUri }) =>
        present({
          name: organisation,
          affiliationIdentifier: identifier,
          affiliationIdentifierScheme: scheme,
          schemeUri: absoluteUri(schemeUri),
        }),
      ),
    ),
  });
}

function titleOf({ text, titleType, language }: Title): JsonObject {
  return present({ title: text, titleType, lang: language });
}

function schemeOf({ metadataScheme, schemeUri, schemeType }: Related): JsonObject {
  return present({ relatedMetadataScheme: metadataScheme, schemeUri: absoluteUri(schemeUri), schemeType });
}

function relatedIdentifier(related: Related): JsonObject {
  return present({
    relatedIdentifier: related.identifier,
    relatedIdentifierType: related.identifierType,
    relationType: related.relationType,
    resourceTypeGeneral: related.resourceType,
    ...schemeOf(related),
  });
}

function relatedItem(item: RelatedItem): JsonObject {
  return present({
    relatedItemType: item.resourceType ?? 'Other',
    relationType: item.relationType,
    relatedItemIdentifier:
      item.identifier === undefined
        ? undefined
        : present({
            relatedItemIdentifier: item.identifier,
            relatedItemIdentifierType: item.identifierType,
            ...schemeOf(item),
          }),
    ...filled('creators', item.creators.map(nameOf)),
    ...filled('titles', item.titles.map(titleOf)),
    publicationYear: item.publicationYear,
    volume: item.volume,
    issue: item.issue,
    number: item.number,
    numberType: item.numberType,
    firstPage: item.firstPage,
    lastPage: item.lastPage,
    publisher: item.publisher,
    edition: item.edition,
    ...filled('contributors', item.contributors.map(nameOf)),
  });
}

/** One polygon is a list of points, several are a list of such lists. */
function geoLocation({ name, points: [point], boxes: [box], polygons }: GeoLocation): JsonObject {
  const rings = polygons.map((ring) =>
    ring.map(([longitude = 0, latitude = 0]) => ({ polygonPoint: position({ longitude, latitude }) })),
  );
  const [ring] = rings;
  return present({
    geoLocationPlace: name?.text,
    geoLocationPoint: point && position(point),
    geoLocationBox: box && {
      westBoundLongitude: box.west,
      eastBoundLongitude: box.east,
      southBoundLatitude: box.south,
      northBoundLatitude: box.north,
    },
    geoLocationPolygon: rings.length > 1 ? rings : ring,
  });
}

function position({ longitude, latitude }: Position): JsonObject {
  return { pointLongitude: longitude, pointLatitude: latitude };
}
