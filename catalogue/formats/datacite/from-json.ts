import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { oneLine, type Place, present } from '../reading/index.ts';
import {
  type DataciteDocument,
  emptyDocument,
  type GeoLocation,
  type Name,
  type Related,
  type RelatedItem,
  type Text,
  type Title,
} from './document.ts';

/**
 * Reads the attributes of a DOI as the REST API of DataCite gives them, or a datacite.json of any version: keys also in
 * snake_case, single objects where lists belong, numbers as texts.
 * @param attributes the object that holds `titles`
 * @param path JSON pointer to it
 */
export function fromJson(attributes: JsonObject, path: string): DataciteDocument {
  const document = emptyDocument({ path: path || '/' });
  const list = (...keys: string[]) => entries(attributes, path, ...keys);

  const doi = text(attributes['doi']);
  if (doi !== undefined)
    document.identifiers.push({ value: doi, type: 'DOI', place: { path: `${path}/doi` } });
  for (const { value, place } of list('identifiers', 'alternateIdentifiers', 'alternate_identifiers')) {
    const code = string(value, 'identifier', 'alternateIdentifier', 'Identifier');
    if (code !== undefined)
      document.identifiers.push(
        present({ value: code, type: string(value, 'identifierType', 'alternateIdentifierType'), place }),
      );
  }
  document.creators = list('creators').flatMap(({ value, place }) => nameOf(value, place));
  document.contributors = list('contributors').flatMap(({ value, place }) =>
    nameOf(value, place).map((name) =>
      present({ ...name, contributorType: string(value, 'contributorType') }),
    ),
  );
  document.titles = list('titles').flatMap(({ value, place }) => titleOf(value, place));
  const [publisher] = list('publisher').flatMap(({ value, place }) => nameOf(value, place));
  const year = text(attributes['publicationYear'] ?? attributes['publication_year']);
  const language = text(attributes['language']);
  const types = attributes['types'];
  const container = attributes['container'];
  Object.assign(
    document,
    present({
      publisher: publisher && { ...publisher, nameType: 'Organizational' },
      publicationYear:
        year === undefined ? undefined : { text: year, place: { path: `${path}/publicationYear` } },
      language: language === undefined ? undefined : { text: language, place: { path: `${path}/language` } },
      resourceTypeGeneral: string(types, 'resourceTypeGeneral', 'resource_type_general'),
      resourceType: string(types, 'resourceType', 'resource_type'),
      version: text(attributes['version']),
      seriesName: string(container, 'title'),
      url: text(attributes['url']),
      updated: text(attributes['updated']),
    }),
  );
  document.subjects = list('subjects').flatMap(({ value, place }) =>
    textOf(value, place, 'subject').map((found) =>
      present({
        ...found,
        scheme: string(value, 'subjectScheme'),
        schemeUri: string(value, 'schemeUri', 'schemeURI'),
        valueUri: string(value, 'valueUri', 'valueURI'),
        code: string(value, 'classificationCode'),
      }),
    ),
  );
  document.dates = list('dates').flatMap(({ value, place }) =>
    textOf(value, place, 'date').map((found) =>
      present({
        ...found,
        dateType: string(value, 'dateType'),
        information: string(value, 'dateInformation'),
      }),
    ),
  );
  document.relatedIdentifiers = list('relatedIdentifiers', 'related_identifiers').map(({ value, place }) =>
    relatedIdentifier(value, place),
  );
  document.relatedItems = list('relatedItems').map(({ value, place }) => relatedItem(value, place));
  document.sizes = list('sizes').flatMap(({ value }) => text(value) ?? []);
  document.formats = list('formats').flatMap(({ value }) => text(value) ?? []);
  document.rights = list('rightsList', 'rights_list').flatMap(({ value, place }) => {
    const uri = string(value, 'rightsUri', 'rightsURI', 'rights_uri');
    const [found = { text: '', place }] = textOf(value, place, 'rights');
    const identifier = string(value, 'rightsIdentifier');
    if (found.text === '' && uri === undefined && identifier === undefined) return [];
    return [
      present({
        ...found,
        uri,
        identifier,
        scheme: string(value, 'rightsIdentifierScheme'),
        schemeUri: string(value, 'schemeUri', 'schemeURI'),
      }),
    ];
  });
  document.descriptions = list('descriptions').flatMap(({ value, place }) =>
    textOf(value, place, 'description').map((found) =>
      present({
        ...found,
        text: text(isJsonObject(value) ? value['description'] : value, false) ?? found.text,
        descriptionType: string(value, 'descriptionType'),
      }),
    ),
  );
  document.geoLocations = list('geoLocations', 'geo_locations').map(({ value, place }) =>
    geoLocation(value, place),
  );
  document.funding = list('fundingReferences', 'funding_references').map(({ value }) =>
    present({
      funder: string(value, 'funderName'),
      identifier: string(value, 'funderIdentifier'),
      identifierType: string(value, 'funderIdentifierType'),
      schemeUri: string(value, 'schemeUri', 'schemeURI'),
      awardNumber: string(value, 'awardNumber'),
      awardUri: string(value, 'awardUri', 'awardURI'),
      awardTitle: string(value, 'awardTitle'),
    }),
  );
  document.contentUrls = list('contentUrl').flatMap(({ value }) => text(value) ?? []);
  return document;
}

/** Members of the first of these keys that is there; a single value counts as a list of one. */
function entries(owner: JsonObject, path: string, ...keys: string[]): { value: JsonValue; place: Place }[] {
  return keys.flatMap((key) => {
    const found = owner[key];
    if (found === undefined || found === null) return [];
    return Array.isArray(found)
      ? found.map((value, index) => ({ value, place: { path: `${path}/${key}/${index}` } }))
      : [{ value: found, place: { path: `${path}/${key}` } }];
  });
}

function text(value: JsonValue | undefined, folded = true): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const written = folded ? oneLine(String(value)) : String(value).trim();
  return written === '' ? undefined : written;
}

function string(owner: JsonValue | undefined, ...keys: string[]): string | undefined {
  if (!isJsonObject(owner)) return undefined;
  for (const key of keys) {
    const found = text(owner[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A text with its language, written as an object with that key or as the bare text. */
function textOf(value: JsonValue, place: Place, key: string): Text[] {
  const found = text(value) ?? string(value, key);
  const language = string(value, 'lang', 'language');
  return found === undefined ? [] : [present({ text: found, language, place })];
}

function nameOf(value: JsonValue, place: Place): Name[] {
  const givenName = string(value, 'givenName');
  const familyName = string(value, 'familyName');
  const name = text(value) ?? string(value, 'name', 'creatorName', 'contributorName');
  const full = name ?? ([familyName, givenName].filter(Boolean).join(', ') || undefined);
  if (full === undefined) return [];
  const owner = isJsonObject(value) ? value : {};
  const publisherId = string(value, 'publisherIdentifier');
  const scheme = string(value, 'publisherIdentifierScheme');
  const schemeUri = string(value, 'schemeUri', 'schemeURI');
  const ids = [
    ...(text(owner['id']) === undefined ? [] : [{ value: text(owner['id']) ?? '' }]),
    ...(publisherId === undefined ? [] : [present({ value: publisherId, scheme, schemeUri })]),
  ];
  const identifiers = entries(owner, '', 'nameIdentifiers').flatMap(({ value: one }) => {
    const code = text(one) ?? string(one, 'nameIdentifier');
    if (code === undefined) return [];
    return [
      present({
        value: code,
        scheme: string(one, 'nameIdentifierScheme'),
        schemeUri: string(one, 'schemeUri', 'schemeURI'),
      }),
    ];
  });
  const affiliations = entries(owner, '', 'affiliation', 'affiliations').flatMap(({ value: one }) => {
    const organisation = text(one) ?? string(one, 'name', 'affiliation');
    return organisation === undefined
      ? []
      : [
          present({
            name: organisation,
            identifier: string(one, 'affiliationIdentifier'),
            scheme: string(one, 'affiliationIdentifierScheme'),
            schemeUri: string(one, 'schemeUri', 'schemeURI'),
          }),
        ];
  });
  return [
    present({
      text: full,
      place,
      language: string(value, 'lang'),
      nameType: string(value, 'nameType', 'type'),
      givenName,
      familyName,
      identifiers: [...ids, ...identifiers],
      affiliations,
    }),
  ];
}

function titleOf(value: JsonValue, place: Place): Title[] {
  return textOf(value, place, 'title').map((found) =>
    present({ ...found, titleType: string(value, 'titleType') }),
  );
}

/** @param identified what holds the scheme: the relation itself, or the identifier of a related item */
function relation(value: JsonValue, identified: JsonValue | undefined, place: Place): Related {
  return present({
    relationType: string(value, 'relationType', 'relation_type'),
    information: string(value, 'relationTypeInformation'),
    metadataScheme: string(identified, 'relatedMetadataScheme'),
    schemeUri: string(identified, 'schemeUri', 'schemeURI'),
    schemeType: string(identified, 'schemeType'),
    place,
  });
}

function relatedIdentifier(value: JsonValue, place: Place): Related {
  return present({
    ...relation(value, value, place),
    identifier: text(value) ?? string(value, 'relatedIdentifier', 'related_identifier'),
    identifierType: string(value, 'relatedIdentifierType', 'related_identifier_type'),
    resourceType: string(value, 'resourceTypeGeneral'),
  });
}

function relatedItem(value: JsonValue, place: Place): RelatedItem {
  const owner = isJsonObject(value) ? value : {};
  const identifier = owner['relatedItemIdentifier'];
  const number = owner['number'];
  return present({
    ...relation(value, identifier, place),
    identifier: text(identifier) ?? string(identifier, 'relatedItemIdentifier'),
    identifierType: string(identifier, 'relatedItemIdentifierType'),
    resourceType: string(value, 'relatedItemType'),
    titles: entries(owner, place.path, 'titles').flatMap((title) => titleOf(title.value, title.place)),
    creators: entries(owner, place.path, 'creators').flatMap((one) => nameOf(one.value, one.place)),
    contributors: entries(owner, place.path, 'contributors').flatMap((one) =>
      nameOf(one.value, one.place).map((name) =>
        present({ ...name, contributorType: string(one.value, 'contributorType') }),
      ),
    ),
    publicationYear: string(value, 'publicationYear'),
    volume: string(value, 'volume'),
    issue: string(value, 'issue'),
    number: text(number) ?? string(number, 'number'),
    numberType: string(value, 'numberType') ?? string(number, 'numberType'),
    firstPage: string(value, 'firstPage'),
    lastPage: string(value, 'lastPage'),
    publisher: string(value, 'publisher'),
    edition: string(value, 'edition'),
  });
}

function geoLocation(value: JsonValue, place: Place): GeoLocation {
  const location: GeoLocation = { points: [], boxes: [], polygons: [], place };
  if (!isJsonObject(value)) return location;
  const name = text(value['geoLocationPlace']);
  if (name !== undefined) location.name = { text: name, place: { path: `${place.path}/geoLocationPlace` } };
  const point = value['geoLocationPoint'];
  if (isJsonObject(point) && Object.keys(point).length > 0) location.points.push(pointOf(point));
  const box = value['geoLocationBox'];
  if (isJsonObject(box) && Object.keys(box).length > 0) {
    location.boxes.push({
      west: number(box['westBoundLongitude']),
      south: number(box['southBoundLatitude']),
      east: number(box['eastBoundLongitude']),
      north: number(box['northBoundLatitude']),
    });
  }
  location.polygons = polygonsOf(value['geoLocationPolygon'] ?? value['geoLocationPolygons']);
  return location;
}

/** One polygon as a list of points, several as a list of such lists. */
function polygonsOf(value: JsonValue | undefined): number[][][] {
  if (isJsonObject(value)) return polygonsOf(value['polygonPoints'] ?? value['polygonPoint']);
  if (!Array.isArray(value) || value.length === 0) return [];
  if (value.every((member) => Array.isArray(member))) return value.flatMap(polygonsOf);
  const ring = value.flatMap((member) => {
    if (!isJsonObject(member)) return [];
    if (member['polygonPoints'] !== undefined) return [];
    const point = isJsonObject(member['polygonPoint']) ? member['polygonPoint'] : member;
    if (point['pointLongitude'] === undefined) return [];
    const { longitude, latitude } = pointOf(point);
    return [[longitude, latitude]];
  });
  return ring.length > 0 ? [ring] : value.flatMap(polygonsOf);
}

function pointOf(value: JsonObject): { longitude: number; latitude: number } {
  return { longitude: number(value['pointLongitude']), latitude: number(value['pointLatitude']) };
}

function number(value: JsonValue | undefined): number {
  return value === undefined || value === null || value === '' ? Number.NaN : Number(value);
}
