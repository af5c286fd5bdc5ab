import { type XmlElement, xpathOf } from '../../xml/index.ts';
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
 * Reads the resource element of kernels 2 to 4. Namespaces are not looked at within it: records of one kernel in the
 * namespace of another are common.
 */
export function fromXml(root: XmlElement): DataciteDocument {
  const place = (element: XmlElement): Place => ({
    get path() {
      return xpathOf(root, element);
    },
    line: element.line,
  });
  const text = (element: XmlElement): Text => {
    const language = element.attribute('lang');
    return { text: oneLine(element.text), place: place(element), ...(language ? { language } : {}) };
  };
  const document = emptyDocument(place(root));
  const list = (group: string, name: string) => listed(root, group, name);

  for (const element of root.elements()) {
    if (element.name === 'identifier' && oneLine(element.text) !== '')
      document.identifiers.push(
        present({
          value: oneLine(element.text),
          type: element.attribute('identifierType'),
          place: place(element),
        }),
      );
  }
  for (const element of list('alternateIdentifiers', 'alternateIdentifier'))
    document.identifiers.push(
      present({
        value: oneLine(element.text),
        type: element.attribute('alternateIdentifierType'),
        place: place(element),
      }),
    );
  document.creators = list('creators', 'creator').flatMap((element) => nameOf(element, 'creatorName', text));
  document.contributors = list('contributors', 'contributor').flatMap((element) =>
    nameOf(element, 'contributorName', text).map((name) =>
      present({ ...name, contributorType: element.attribute('contributorType') }),
    ),
  );
  document.titles = titlesOf(root, text);
  Object.assign(document, single(root, text), present({ version: child(root, 'version') }));
  document.subjects = list('subjects', 'subject').map((element) =>
    present({
      ...text(element),
      scheme: element.attribute('subjectScheme'),
      schemeUri: element.attribute('schemeURI'),
      valueUri: element.attribute('valueURI'),
      code: element.attribute('classificationCode'),
    }),
  );
  document.dates = list('dates', 'date').map((element) =>
    present({
      ...text(element),
      dateType: element.attribute('dateType'),
      information: element.attribute('dateInformation'),
    }),
  );
  document.relatedIdentifiers = list('relatedIdentifiers', 'relatedIdentifier').map((element) => ({
    ...relation(element, element, 'relatedIdentifierType', place),
    ...present({ resourceType: element.attribute('resourceTypeGeneral') }),
  }));
  document.relatedItems = groups(root, 'relatedItems', 'relatedItem').map((element) =>
    relatedItem(element, text, place),
  );
  document.sizes = list('sizes', 'size').map((element) => oneLine(element.text));
  document.formats = list('formats', 'format').map((element) => oneLine(element.text));
  // Kernel 2 has one rights element, not a list.
  const rights = [
    ...groups(root, 'rightsList', 'rights'),
    ...[...root.elements()].filter(({ name }) => name === 'rights'),
  ];
  document.rights = rights
    .map((element) =>
      present({
        ...text(element),
        uri: element.attribute('rightsURI'),
        identifier: element.attribute('rightsIdentifier'),
        scheme: element.attribute('rightsIdentifierScheme'),
        schemeUri: element.attribute('schemeURI'),
      }),
    )
    .filter((right) => right.text !== '' || right.uri || right.identifier);
  document.descriptions = list('descriptions', 'description').map((element) =>
    present({
      ...text(element),
      text: withBreaks(element).trim(),
      descriptionType: element.attribute('descriptionType'),
    }),
  );
  document.geoLocations = groups(root, 'geoLocations', 'geoLocation').map((element) =>
    geoLocation(element, text, place),
  );
  document.funding = groups(root, 'fundingReferences', 'fundingReference').map((element) => {
    const award = element.child('awardNumber');
    return present({
      funder: child(element, 'funderName'),
      identifier: child(element, 'funderIdentifier'),
      identifierType: element.child('funderIdentifier')?.attribute('funderIdentifierType'),
      schemeUri: element.child('funderIdentifier')?.attribute('schemeURI'),
      awardNumber: child(element, 'awardNumber'),
      awardUri: award?.attribute('awardURI'),
      awardTitle: child(element, 'awardTitle'),
    });
  });
  return document;
}

function single(root: XmlElement, text: (element: XmlElement) => Text): Partial<DataciteDocument> {
  const publisher = root.child('publisher');
  const year = root.child('publicationYear');
  const language = root.child('language');
  const type = root.child('resourceType');
  const identifier = publisher?.attribute('publisherIdentifier');
  const scheme = publisher?.attribute('publisherIdentifierScheme');
  const schemeUri = publisher?.attribute('schemeURI');
  return present({
    publisher:
      publisher && oneLine(publisher.text) !== ''
        ? {
            ...text(publisher),
            nameType: 'Organizational',
            identifiers: identifier ? [present({ value: identifier, scheme, schemeUri })] : [],
            affiliations: [],
          }
        : undefined,
    publicationYear: year && oneLine(year.text) !== '' ? text(year) : undefined,
    language: language && oneLine(language.text) !== '' ? text(language) : undefined,
    resourceTypeGeneral: type?.attribute('resourceTypeGeneral'),
    resourceType: type && (oneLine(type.text) || undefined),
  });
}

function groups(root: XmlElement, group: string, name: string): XmlElement[] {
  return [...root.elements()]
    .filter((element) => element.name === group)
    .flatMap((element) => [...element.elements()].filter((member) => member.name === name));
}

function listed(root: XmlElement, group: string, name: string): XmlElement[] {
  return groups(root, group, name).filter((element) => oneLine(element.text) !== '');
}

function child(element: XmlElement, name: string): string | undefined {
  const text = oneLine(element.child(name)?.text ?? '');
  return text === '' ? undefined : text;
}

function nameOf(element: XmlElement, nameElement: string, text: (element: XmlElement) => Text): Name[] {
  const name = element.child(nameElement);
  const givenName = child(element, 'givenName');
  const familyName = child(element, 'familyName');
  const written = name ? oneLine(name.text) : '';
  const full = written || [familyName, givenName].filter(Boolean).join(', ');
  if (full === '') return [];
  const named = [...element.elements()];
  return [
    present({
      ...text(name ?? element),
      text: full,
      nameType: name?.attribute('nameType'),
      givenName,
      familyName,
      identifiers: named
        .filter((one) => one.name === 'nameIdentifier' && oneLine(one.text) !== '')
        .map((one) =>
          present({
            value: oneLine(one.text),
            scheme: one.attribute('nameIdentifierScheme'),
            schemeUri: one.attribute('schemeURI'),
          }),
        ),
      affiliations: named
        .filter((one) => one.name === 'affiliation' && oneLine(one.text) !== '')
        .map((one) =>
          present({
            name: oneLine(one.text),
            identifier: one.attribute('affiliationIdentifier'),
            scheme: one.attribute('affiliationIdentifierScheme'),
            schemeUri: one.attribute('schemeURI'),
          }),
        ),
    }),
  ];
}

function titlesOf(owner: XmlElement, text: (element: XmlElement) => Text): Title[] {
  return listed(owner, 'titles', 'title').map((element) =>
    present({ ...text(element), titleType: element.attribute('titleType') }),
  );
}

/** @param identified the element that holds the identifier, which may be the relation itself */
function relation(
  element: XmlElement,
  identified: XmlElement | undefined,
  typeName: string,
  place: (element: XmlElement) => Place,
): Related {
  return present({
    identifier: (identified && oneLine(identified.text)) || undefined,
    identifierType: identified?.attribute(typeName),
    relationType: element.attribute('relationType'),
    information: element.attribute('relationTypeInformation'),
    metadataScheme: identified?.attribute('relatedMetadataScheme'),
    schemeUri: identified?.attribute('schemeURI'),
    schemeType: identified?.attribute('schemeType'),
    place: place(element),
  });
}

function relatedItem(
  element: XmlElement,
  text: (element: XmlElement) => Text,
  place: (element: XmlElement) => Place,
): RelatedItem {
  const identified = element.child('relatedItemIdentifier');
  return present({
    ...relation(element, identified, 'relatedItemIdentifierType', place),
    resourceType: element.attribute('relatedItemType'),
    titles: titlesOf(element, text),
    creators: groups(element, 'creators', 'creator').flatMap((one) => nameOf(one, 'creatorName', text)),
    contributors: groups(element, 'contributors', 'contributor').flatMap((one) =>
      nameOf(one, 'contributorName', text).map((name) =>
        present({ ...name, contributorType: one.attribute('contributorType') }),
      ),
    ),
    publicationYear: child(element, 'publicationYear'),
    volume: child(element, 'volume'),
    issue: child(element, 'issue'),
    number: child(element, 'number'),
    numberType: element.child('number')?.attribute('numberType'),
    firstPage: child(element, 'firstPage'),
    lastPage: child(element, 'lastPage'),
    publisher: child(element, 'publisher'),
    edition: child(element, 'edition'),
  });
}

/** A description may hold br elements; they are line ends. */
function withBreaks(element: XmlElement): string {
  return element.children
    .map((part) => (typeof part === 'string' ? part : part.name === 'br' ? '\n' : withBreaks(part)))
    .join('');
}

function geoLocation(
  element: XmlElement,
  text: (element: XmlElement) => Text,
  place: (element: XmlElement) => Place,
): GeoLocation {
  const location: GeoLocation = { points: [], boxes: [], polygons: [], place: place(element) };
  for (const part of element.elements()) {
    if (part.name === 'geoLocationPlace' && oneLine(part.text) !== '') location.name = text(part);
    else if (part.name === 'geoLocationPoint') location.points.push(pointOf(part));
    else if (part.name === 'geoLocationBox') location.boxes.push(boxOf(part));
    else if (part.name === 'geoLocationPolygon') location.polygons.push(polygonOf(part));
  }
  return location;
}

/** Kernel 4 has an element for each number, kernels 2 and 3 "latitude longitude". */
function pointOf(element: XmlElement): { longitude: number; latitude: number } {
  const [latitude, longitude] = element.child('pointLatitude')
    ? [number(element, 'pointLatitude'), number(element, 'pointLongitude')]
    : numbers(element.text);
  return { longitude: longitude ?? Number.NaN, latitude: latitude ?? Number.NaN };
}

/** Kernel 4 has an element for each edge, kernel 3 "south west north east". */
function boxOf(element: XmlElement): GeoLocation['boxes'][number] {
  if (element.child('westBoundLongitude'))
    return {
      west: number(element, 'westBoundLongitude'),
      south: number(element, 'southBoundLatitude'),
      east: number(element, 'eastBoundLongitude'),
      north: number(element, 'northBoundLatitude'),
    };
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = numbers(
    element.text,
  );
  return { west, south, east, north };
}

function polygonOf(element: XmlElement): number[][] {
  return [...element.elements()]
    .filter(({ name }) => name === 'polygonPoint')
    .map((point) => {
      const { longitude, latitude } = pointOf(point);
      return [longitude, latitude];
    });
}

function number(element: XmlElement, name: string): number {
  const text = child(element, name);
  return text === undefined ? Number.NaN : Number(text);
}

function numbers(text: string): number[] {
  return oneLine(text) === ''
    ? []
    : oneLine(text)
        .split(/[\s,]+/)
        .map(Number);
}
