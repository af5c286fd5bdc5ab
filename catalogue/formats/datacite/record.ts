import {
  type CatalogueRecord,
  emptyRecord,
  findCode,
  type LanguageMap,
  normaliseLanguage,
  normaliseProtocol,
  parseIdentifier,
  relationTypes,
  type SpatialExtent,
} from '../../model/index.ts';
import { geometryExtent, readBox } from '../geometry/index.ts';
import { addParagraph, addRights, isAddress, networksOf, type Report } from '../reading/index.ts';
import { datesOf } from './dates.ts';
import type { DataciteDocument, GeoLocation, Text } from './document.ts';
import { responsibilitiesOf } from './names.ts';
import { readResourceType } from './resource-type.ts';

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
  if (document.updated !== undefined) {
    const datestamp = report.date(document.updated, { path: `${document.place.path}/updated` });
    if (datestamp !== undefined) record.datestamp = datestamp;
  }
  record.standardName = 'DataCite Metadata Schema';
  resource.identifiers = identifiersOf(document);
  addTitles(resource, document, language);
  addDescriptions(resource, document, language);
  resource.responsibilities = responsibilitiesOf(document);
  Object.assign(resource, datesOf(document, report));
  resource.keywords = document.subjects.map((subject) => ({
    label: { [language(subject)]: subject.text },
    ...(subject.valueUri === undefined ? {} : { uri: subject.valueUri }),
    ...thesaurusOf(subject),
  }));
  resource.networks = networksOf(resource.keywords);
  if (document.version !== undefined) resource.edition = document.version;
  if (document.seriesName !== undefined) resource.seriesName ??= document.seriesName;
  resource.formats = [...new Set(document.formats)].map((name) => ({ name }));
  // ISO 19115-1 puts the size of a resource as a whole into its environment description.
  if (document.sizes.length > 0) resource.environmentDescription = { und: document.sizes.join(', ') };
  for (const right of document.rights) {
    const text = right.text || (right.uri ?? '');
    addRights(resource, text, language(right), right.uri);
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

function identifiersOf(document: DataciteDocument): Resource['identifiers'] {
  const found = new Map<string, Resource['identifiers'][number]>();
  for (const { value, type } of document.identifiers) {
    const space = type !== undefined && !/^(URL|URN|UUID|Handle|ARK)$/i.test(type) ? type : undefined;
    const identifier = parseIdentifier(value, space);
    const key = (identifier.uri ?? identifier.code).toLowerCase();
    if (!found.has(key)) found.set(key, identifier);
  }
  return [...found.values()];
}

/** A translated title is the title in its language; other types, and a second one, are alternate titles. */
function addTitles(resource: Resource, document: DataciteDocument, language: (text: Text) => string): void {
  const main = document.titles.filter(({ titleType }) => titleType === undefined);
  const rest = document.titles.filter(({ titleType }) => titleType !== undefined);
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

function addDescriptions(
  resource: Resource,
  document: DataciteDocument,
  language: (text: Text) => string,
): void {
  const methods: LanguageMap = {};
  const further: LanguageMap = {};
  for (const description of document.descriptions) {
    const type = description.descriptionType?.toLowerCase();
    if (type === 'abstract' || type === undefined)
      addParagraph(resource.abstracts, language(description), description.text);
    else if (type === 'methods') addParagraph(methods, language(description), description.text);
    else if (type === 'seriesinformation') resource.seriesName ??= description.text;
    else addParagraph(further, language(description), description.text);
  }
  if (Object.keys(methods).length > 0)
    resource.lineage = { statement: methods, sources: [], processSteps: [] };
  if (Object.keys(further).length > 0) resource.supplementalInformation = further;
}

function thesaurusOf(subject: DataciteDocument['subjects'][number]) {
  if (subject.scheme === undefined && subject.schemeUri === undefined) return {};
  return {
    thesaurus: {
      title: subject.scheme === undefined ? {} : { und: subject.scheme },
      ...(subject.schemeUri === undefined ? {} : { uri: subject.schemeUri }),
      dates: [],
    },
  };
}

function extentsOf(location: GeoLocation, language: (text: Text) => string, report: Report): SpatialExtent[] {
  const { name, place } = location;
  const found: SpatialExtent[] = [
    ...location.boxes.flatMap((edges) => {
      const box = readBox(edges, report, place);
      return box ? [{ box, inclusive: true }] : [];
    }),
    ...location.polygons.flatMap(
      (ring) => geometryExtent({ type: 'Polygon', coordinates: [closed(ring)] }, report, place) ?? [],
    ),
    ...location.points.flatMap(
      ({ longitude, latitude }) =>
        geometryExtent({ type: 'Point', coordinates: [longitude, latitude] }, report, place) ?? [],
    ),
  ];
  if (name === undefined) return found;
  const named = { place: { code: name.text, names: { [language(name)]: name.text } } };
  const [first, ...rest] = found;
  return first ? [{ ...first, ...named }, ...rest] : [{ ...named, inclusive: true }];
}

/** The last point of a polygon repeats the first (DataCite 4, property 18.4); some leave it out. */
function closed(ring: number[][]): number[][] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

function relatedOf(document: DataciteDocument, language: (text: Text) => string): Resource['related'] {
  const found = new Map<string, Resource['related'][number]>();
  for (const item of document.relatedItems) {
    const titles: LanguageMap = {};
    for (const title of item.titles) titles[language(title)] ??= title.text;
    if (item.identifier === undefined && item.titles.length === 0) continue;
    const code = item.relationType === undefined ? undefined : findCode(relationTypes, item.relationType);
    const identifier =
      item.identifier === undefined ? undefined : parseIdentifier(item.identifier, item.identifierType);
    const url = identifier?.uri ?? (identifier && isAddress(identifier.code) ? identifier.code : undefined);
    const relation = code?.value ?? 'other';
    const key = `${relation} ${identifier?.code.toLowerCase() ?? JSON.stringify(titles)}`;
    const known = found.get(key);
    found.set(key, {
      relation,
      ...(code || item.relationType === undefined ? {} : { relationAsGiven: item.relationType }),
      ...(identifier ? { identifier: identifier.code, identifierType: identifier.scheme } : {}),
      ...(url === undefined ? {} : { url }),
      titles: { ...known?.titles, ...titles },
      ...(item.resourceType === undefined ? {} : { resourceType: item.resourceType }),
    });
  }
  return [...found.values()];
}

function fundingOf(reference: DataciteDocument['funding'][number]): Resource['funding'] {
  const { funder, identifier, identifierType, awardNumber, awardUri, awardTitle } = reference;
  if (Object.keys(reference).length === 0) return [];
  return [
    {
      ...(funder === undefined ? {} : { funder: { und: funder } }),
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
