import {
  type CatalogueRecord,
  emptyRecord,
  type LanguageMap,
  normaliseLanguage,
  normaliseProtocol,
  parseIdentifier,
  type SpatialExtent,
} from '../../model/index.ts';
import { geometryExtent, readBox } from '../geometry/index.ts';
import { addParagraph, addRights, networksOf, type Report } from '../reading/index.ts';
import { datesOf } from './dates.ts';
import { type DataciteDocument, type GeoLocation, isUnknownValue, type Text } from './document.ts';
import { responsibilitiesOf } from './names.ts';
import { relatedOf } from './related.ts';
import { readResourceType, saysMore } from './resource-type.ts';
import { addSubjects } from './subjects.ts';

type Resource = CatalogueRecord['resource'];

/** Makes a record of what a DataCite document says. */
export function recordOf(document: DataciteDocument, report: Report): CatalogueRecord {
  const { type, typeAsGiven } = readResourceType(document.resourceTypeGeneral, document.resourceType);
  const record = emptyRecord(type);
  const { resource } = record;
  if (typeAsGiven !== undefined) resource.typeAsGiven = typeAsGiven;
  const told = document.language && report.language(document.language.text, document.language.place);
  if (told !== undefined) {
    record.language = told;
    resource.languages = [told];
  }
  const language = (text: Text) => tagOf(text) ?? told ?? 'und';
  const { resourceType } = document;
  if (resourceType !== undefined && saysMore(resourceType, document.resourceTypeGeneral, type))
    record.scopeNames = [{ [told ?? 'und']: resourceType }];
  if (document.updated !== undefined) {
    const datestamp = report.date(document.updated, { path: `${document.place.path}/updated` });
    if (datestamp !== undefined) record.datestamp = datestamp;
  }
  record.standardName = 'DataCite Metadata Schema';
  resource.identifiers = identifiersOf(document);
  addTitles(resource, document, language);
  addDescriptions(resource, document, language);
  resource.responsibilities = responsibilitiesOf(document);
  Object.assign(resource, datesOf(document, report, told ?? 'und'));
  addSubjects(resource, document, language);
  resource.networks = networksOf(resource.keywords);
  if (document.version !== undefined) resource.edition = document.version;
  if (document.seriesName !== undefined) resource.seriesName ??= document.seriesName;
  resource.formats = [...new Set(document.formats)].map((name) => ({ name }));
  resource.sizes = [...new Set(document.sizes)];
  for (const right of document.rights) {
    const text = right.text || right.uri || (right.identifier ?? '');
    addRights(resource, text, language(right), right.uri ?? licenceAddress(right));
  }
  resource.spatialExtents = document.geoLocations.flatMap((location) =>
    extentsOf(location, language, report),
  );
  resource.related = relatedOf(document, language);
  resource.funding = document.funding.flatMap((reference) => fundingOf(reference));
  addLinks(resource, document);
  tellMissing(resource, document, report);
  return record;
}

function tagOf({ language }: Text): string | undefined {
  return language === undefined ? undefined : (normaliseLanguage(language) ?? language);
}

/** Of a licence that is told by its SPDX identifier only. */
function licenceAddress({ identifier, scheme }: DataciteDocument['rights'][number]): string | undefined {
  return identifier !== undefined && /^spdx$/i.test(scheme ?? '')
    ? `https://spdx.org/licenses/${identifier}`
    : undefined;
}

/** Types that the identifier tells by itself, so that they are no code space. */
const evident = /^(DOI|URL|URI|URN|UUID|Handle|hdl|ARK|ISBN|ISSN|Other)$/i;

function identifiersOf(document: DataciteDocument): Resource['identifiers'] {
  const found = new Map<string, Resource['identifiers'][number]>();
  for (const { value, type } of document.identifiers) {
    if (isUnknownValue(value)) continue;
    const prefix = /^(Handle|hdl|ISBN|ISSN)$/i.exec(type ?? '')?.[1]?.replace(/handle/i, 'hdl');
    const bare = parseIdentifier(value, type === undefined || evident.test(type) ? undefined : type);
    // A bare Handle or ISBN is told from any other code by the type alone.
    const prefixed =
      bare.scheme === 'other' && prefix ? parseIdentifier(`${prefix.toLowerCase()}:${value}`) : bare;
    const identifier = prefixed.scheme === 'other' ? bare : { ...prefixed, code: bare.code };
    const key = (identifier.uri ?? identifier.code).toLowerCase();
    if (!found.has(key)) found.set(key, identifier);
  }
  return [...found.values()];
}

/** A translated title is the title in its language; other types, and a second one, are alternate titles. */
function addTitles(resource: Resource, document: DataciteDocument, language: (text: Text) => string): void {
  const titles = document.titles.filter(({ text }) => !isUnknownValue(text));
  const main = titles.filter(({ titleType }) => titleType === undefined);
  const rest = titles.filter(({ titleType }) => titleType !== undefined);
  const [promoted] = main.length > 0 ? [] : rest;
  for (const title of promoted ? [promoted, ...rest.slice(1)] : [...main, ...rest]) {
    const tag = language(title);
    const isTitle =
      title.titleType === undefined ||
      title === promoted ||
      (title.titleType === 'TranslatedTitle' && tagOf(title));
    if (isTitle && resource.titles[tag] === undefined) resource.titles[tag] = title.text;
    else resource.alternateTitles.push({ [tag]: title.text });
  }
}

/** Types of description that have a field of their own. */
const descriptionFields = {
  abstract: 'abstracts',
  methods: 'methods',
  tableofcontents: 'tableOfContents',
  technicalinfo: 'environmentDescription',
} as const;

function addDescriptions(
  resource: Resource,
  document: DataciteDocument,
  language: (text: Text) => string,
): void {
  for (const description of document.descriptions) {
    if (isUnknownValue(description.text)) continue;
    const type = (description.descriptionType ?? 'Abstract').toLowerCase();
    if (type === 'seriesinformation' && resource.seriesName === undefined) {
      resource.seriesName = description.text;
      continue;
    }
    const field =
      Object.entries(descriptionFields).find(([name]) => name === type)?.[1] ?? 'supplementalInformation';
    const texts: LanguageMap = resource[field] ?? {};
    addParagraph(texts, language(description), description.text);
    resource[field] = texts;
  }
}

/** What one geoLocation says is of one place (DataCite 4, property 18): a box and one geometry are one extent. */
function extentsOf(location: GeoLocation, language: (text: Text) => string, report: Report): SpatialExtent[] {
  const { name, place } = location;
  const boxes = location.boxes.flatMap((edges): SpatialExtent[] => {
    const box = readBox(edges, report, place);
    return box ? [{ box, inclusive: true }] : [];
  });
  const rings = location.polygons.map((ring) => [closed(ring)]);
  const [ring] = rings;
  const polygons =
    rings.length > 1
      ? geometryExtent({ type: 'MultiPolygon', coordinates: rings }, report, place)
      : ring && geometryExtent({ type: 'Polygon', coordinates: ring }, report, place);
  const found: SpatialExtent[] = [
    ...boxes,
    ...(polygons ? [polygons] : []),
    ...location.points.flatMap(
      ({ longitude, latitude }) =>
        geometryExtent({ type: 'Point', coordinates: [longitude, latitude] }, report, place) ?? [],
    ),
  ];
  const [one, other, ...others] = found;
  const together =
    one?.box && !other?.box && other?.geometry && others.length === 0 ? [{ ...other, ...one }] : found;
  if (name === undefined) return together;
  const named = { place: { code: name.text, names: { [language(name)]: name.text } } };
  const [first, ...rest] = together;
  return first ? [{ ...first, ...named }, ...rest] : [{ ...named, inclusive: true }];
}

/** The last point of a polygon repeats the first (DataCite 4, property 18.4); some leave it out. */
function closed(ring: number[][]): number[][] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

function fundingOf(reference: DataciteDocument['funding'][number]): Resource['funding'] {
  const { funder, identifier, identifierType, awardNumber, awardUri, awardTitle } = reference;
  if (Object.keys(reference).length === 0) return [];
  return [
    {
      ...(funder === undefined || isUnknownValue(funder) ? {} : { funder: { und: funder } }),
      ...(identifier === undefined ? {} : { funderIdentifier: identifier }),
      ...(identifierType === undefined ? {} : { funderIdentifierType: identifierType }),
      ...(awardNumber === undefined ? {} : { awardNumber }),
      ...(awardUri === undefined ? {} : { awardUri }),
      ...(awardTitle === undefined ? {} : { awardTitle: { und: awardTitle } }),
    },
  ];
}

function addLinks(resource: Resource, { url, contentUrls }: DataciteDocument): void {
  const link = (address: string, onlineFunction?: string) => ({
    url: address,
    names: {},
    descriptions: {},
    conformsTo: [],
    ...normaliseProtocol(undefined, address, onlineFunction),
  });
  if (url !== undefined) resource.distributions.push({ ...link(url), kind: 'landing-page' });
  for (const address of contentUrls) resource.distributions.push(link(address, 'download'));
}

function tellMissing(resource: Resource, { place }: DataciteDocument, report: Report): void {
  if (Object.keys(resource.titles).length === 0)
    report.error(
      'title-missing',
      place,
      'The resource has no title.',
      'Give it a title (mandatory in DataCite).',
    );
  if (Object.keys(resource.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      place,
      'The resource has no description of type Abstract.',
      'Describe it in a description with descriptionType "Abstract".',
    );
}
