import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type LanguageMap, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { lossesOf } from '../json-record/index.ts';
import { about, inOtherLanguages, taggedText, techniques } from './write-about.ts';
import { spatialCoverage, temporalCoverage } from './write-coverage.ts';
import { distributions, metadataDocuments, related, saidRelations } from './write-links.ts';
import { contributors, funding } from './write-parties.ts';
import { keywords, variables } from './write-terms.ts';
import { licences, usageInfo } from './write-terms-of-use.ts';

type Resource = CatalogueRecord['resource'];

/** Types of schema.org by ours. */
export const types: Readonly<Record<Resource['type'], string>> = {
  dataset: 'Dataset',
  series: 'Dataset',
  collection: 'Dataset',
  model: 'Dataset',
  feature: 'Dataset',
  service: 'WebAPI',
  software: 'SoftwareApplication',
  document: 'CreativeWork',
  map: 'Map',
  image: 'ImageObject',
  project: 'ResearchProject',
  platform: 'Vehicle',
  instrument: 'Product',
  campaign: 'Event',
  other: 'CreativeWork',
};

/** COAR access rights, which schema.org has no words for. */
const accessRights: Readonly<Record<NonNullable<Resource['accessRight']>, string>> = {
  open: 'http://purl.org/coar/access_right/c_abf2',
  embargoed: 'http://purl.org/coar/access_right/c_f1cf',
  restricted: 'http://purl.org/coar/access_right/c_16ec',
  'metadata-only': 'http://purl.org/coar/access_right/c_14cb',
};

/** Limits of Google Dataset Search, in characters. */
const shortestDescription = 50;
const longestDescription = 5000;

/**
 * Writes a record as schema.org JSON-LD for its landing page (science-on-schema.org 1.3). The context stands inline, so
 * that nobody needs a network to expand it; texts are in one language, titles and abstracts in others are tagged. The
 * text is safe within a script element.
 * @returns `null` for a record without a title, which is mandatory
 */
export function writeSchemaOrg(record: CatalogueRecord, context: WriteContext): Written | null {
  const losses = lossesOf(record, 'schema.org');
  const node = describeResource(record, context, losses);
  if (node === null) return null;
  const language = localise(record.resource.titles, context.language ?? record.language ?? 'en')?.language;
  const [only, ...others] = record.resource.languages;
  // A reader takes the one language of the data for that of the texts, where nothing else is told.
  const isTold = language === undefined || language === 'und' || (only === language && others.length === 0);
  const document: JsonObject = {
    '@context': {
      '@vocab': 'https://schema.org/',
      ...(isTold ? {} : { '@language': language }),
      spdx: 'http://spdx.org/rdf/terms#',
      prov: 'http://www.w3.org/ns/prov#',
    },
    ...node,
    ...optional('subjectOf', metadataDocuments(record.resource, context, language ?? 'en')),
    sdDatePublished: context.datestamp,
  };
  return { text: scriptSafe(document), losses: [...new Set(losses)] };
}

/**
 * The resource as one schema.org node, without a context: what landing pages and the packages that build on schema.org
 * (RO-Crate, Croissant) have in common.
 * @param losses what the node can't say is added here
 * @returns `null` for a record without a title
 */
export function describeResource(
  record: CatalogueRecord,
  context: WriteContext,
  losses: string[],
): JsonObject | null {
  const { resource } = record;
  const preferred = context.language ?? record.language ?? 'en';
  const title = localise(resource.titles, preferred);
  if (title === undefined) return null;
  const name = title.text;
  const language = title.language === 'und' ? preferred : title.language;
  const doi = resource.identifiers.find(({ scheme }) => scheme === 'doi')?.uri;
  const abstract = localise(resource.abstracts, language);
  losses.push(...lossesOfShape(resource));
  return {
    '@id': doi ?? context.pageUrl,
    '@type': types[resource.type],
    ...optional('name', name),
    ...optional('alternateName', [
      ...inOtherLanguages(resource.titles, title.language),
      ...resource.alternateTitles.flatMap((map) => Object.entries(map).map(tagged(language))),
    ]),
    ...optional('description', description(abstract?.text, name, losses)),
    ...optional('abstract', inOtherLanguages(resource.abstracts, abstract?.language)),
    ...optional('identifier', identifiers(resource)),
    url: context.pageUrl,
    ...optional('sameAs', sameAs(resource, doi)),
    ...contributors(resource, language),
    ...optional('creditText', texts(resource.credits, language)),
    ...optional('dateCreated', dateOf(resource, 'creation')),
    ...optional('datePublished', dateOf(resource, 'publication', 'released')),
    ...optional('dateModified', dateOf(resource, 'revision', 'lastUpdate', 'lastRevision')),
    ...optional('expires', dateOf(resource, 'validityExpires')),
    ...optional('inLanguage', resource.languages),
    ...optional('keywords', keywords(resource, language)),
    ...optional('about', about(resource, language)),
    ...optional('license', licences(resource, language)),
    ...optional('usageInfo', usageInfo(resource, language, losses)),
    ...(resource.accessRight === undefined ? {} : { conditionsOfAccess: accessRights[resource.accessRight] }),
    ...(resource.accessRight === 'open' ? { isAccessibleForFree: true } : {}),
    ...optional('version', resource.edition),
    ...optional('creativeWorkStatus', resource.status),
    ...optional('funding', funding(resource, language)),
    ...related(resource, language),
    ...(context.catalogue
      ? {
          includedInDataCatalog: {
            '@type': 'DataCatalog',
            '@id': context.catalogue.url,
            name: context.catalogue.name,
            url: context.catalogue.url,
          },
        }
      : {}),
    ...optional('spatialCoverage', spatialCoverage(resource, language)),
    ...optional('temporalCoverage', temporalCoverage(resource)),
    ...optional('variableMeasured', variables(resource, language)),
    ...optional('measurementTechnique', techniques(resource, language)),
    ...optional('measurementMethod', localise(resource.methods ?? {}, language)?.text),
    ...optional(
      'encodingFormat',
      resource.formats.map((format) => format.name),
    ),
    ...optional('size', resource.sizes),
    ...optional('image', pictures(resource, language)),
    ...serviceOf(resource),
    ...optional('distribution', distributions(resource, language)),
  };
}

/** A property with its value; none for an empty one, the bare member for a list of one. */
function optional(name: string, value: JsonValue | undefined): JsonObject {
  if (value === undefined || value === '') return {};
  if (!Array.isArray(value)) return { [name]: value };
  const [first] = value;
  if (first === undefined) return {};
  return { [name]: value.length === 1 ? first : value };
}

/** No `<` can end the script element, and no line separator the string (HTML 4.12.1.3). */
function scriptSafe(document: JsonObject): string {
  return JSON.stringify(document, null, 2).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What the properties that are written can hold only a part of. */
function lossesOfShape({ spatialExtents, verticalExtents, related: others }: Resource): string[] {
  const hasHoles = spatialExtents.some(
    ({ geometry }) =>
      (geometry?.type === 'Polygon' && geometry.coordinates.length > 1) ||
      (geometry?.type === 'MultiPolygon' && geometry.coordinates.some((part) => part.length > 1)),
  );
  return [
    ...(hasHoles ? ['spatialExtent.geometry: holes'] : []),
    ...(verticalExtents.length > 1 ? ['resource.verticalExtents: all but the first'] : []),
    ...(others.some(({ relation }) => !saidRelations.has(relation))
      ? ['resource.related: kind of relation']
      : []),
  ];
}

/** Texts in the language of the document are plain. */
const tagged =
  (language: string) =>
  ([tag, text]: [string, string]): JsonValue =>
    tag === language ? text : taggedText([tag, text]);

const texts = (maps: readonly LanguageMap[], language: string): string[] =>
  maps.flatMap((map) => localise(map, language)?.text ?? []);

function pictures({ graphics }: Resource, language: string): JsonObject[] {
  return graphics.map(({ url, description: words }) => ({
    '@type': 'ImageObject',
    contentUrl: url,
    ...optional('caption', localise(words ?? {}, language)?.text),
  }));
}

/** What a service is, and where it is described. */
function serviceOf({ service }: Resource): JsonObject {
  if (!service) return {};
  return {
    ...optional('serviceType', service.type),
    ...optional('documentation', service.endpointDescriptions ?? []),
    ...optional(
      'potentialAction',
      (service.endpointUrls ?? []).map((url) => ({
        '@type': 'Action',
        target: { '@type': 'EntryPoint', urlTemplate: url },
      })),
    ),
  };
}

function description(abstract: string | undefined, name: string, losses: string[]): string | undefined {
  if (abstract === undefined) return undefined;
  const full =
    abstract.length >= shortestDescription ? abstract : `${name.replace(/[.\s]+$/, '')}. ${abstract}`;
  if (full.length <= longestDescription) return full;
  losses.push('resource.abstracts: cut to 5000 characters');
  const cut = full.slice(0, longestDescription - 1);
  const lastBlank = cut.search(/\s\S*$/);
  return `${(lastBlank > longestDescription / 2 ? cut.slice(0, lastBlank) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function identifiers(resource: Resource): JsonObject[] {
  return resource.identifiers.map(({ code, codeSpace, scheme, uri }) => {
    if (scheme === 'doi' && uri !== undefined)
      return {
        '@type': 'PropertyValue',
        propertyID: 'https://registry.identifiers.org/registry/doi',
        value: `doi:${uri.slice('https://doi.org/'.length)}`,
        url: uri,
      };
    return {
      '@type': 'PropertyValue',
      ...optional('propertyID', codeSpace ?? (scheme === 'other' ? undefined : scheme)),
      value: code,
      ...optional('url', uri),
    };
  });
}

function sameAs(resource: Resource, doi: string | undefined): string[] {
  const pages = resource.distributions.filter(({ kind }) => kind === 'landing-page').map(({ url }) => url);
  const identical = resource.related
    .filter(({ relation }) => relation === 'isIdenticalTo')
    .map(({ url }) => url);
  return [...new Set([doi, ...pages, ...identical])].filter((url) => url !== undefined);
}

function dateOf(resource: Resource, ...wanted: string[]): string | undefined {
  for (const type of wanted) {
    const found = resource.dates.find((date) => date.type === type);
    if (found) return found.date;
  }
  return undefined;
}
