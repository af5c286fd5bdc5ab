import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type LanguageMap, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { lossesOf } from './losses.ts';
import { spatialCoverage, temporalCoverage } from './write-coverage.ts';
import { distributions, metadataDocuments, related } from './write-links.ts';
import { contributors, funding } from './write-parties.ts';
import { keywords, techniques, variables } from './write-terms.ts';

type Resource = CatalogueRecord['resource'];

const types: Readonly<Record<Resource['type'], string>> = {
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
  platform: 'Product',
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
 * that nobody needs a network to expand it; one language is chosen, titles in others become alternate names. The text
 * is safe within a script element.
 * @returns `null` for a record without a title, which is mandatory
 */
export function writeSchemaOrg(record: CatalogueRecord, context: WriteContext): Written | null {
  const { resource } = record;
  const language = context.language ?? record.language ?? 'en';
  const name = localise(resource.titles, language)?.text;
  if (name === undefined) return null;
  const losses = lossesOf(resource, language);
  const doi = resource.identifiers.find(({ scheme }) => scheme === 'doi')?.uri;
  const document: JsonObject = {
    '@context': { '@vocab': 'https://schema.org/', spdx: 'http://spdx.org/rdf/terms#' },
    '@id': doi ?? context.pageUrl,
    '@type': types[resource.type],
    ...optional('name', name),
    ...optional('alternateName', alternateNames(resource, name)),
    ...optional('description', description(resource, name, language, losses)),
    ...optional('identifier', identifiers(resource)),
    url: context.pageUrl,
    ...optional('sameAs', sameAs(resource, doi)),
    ...contributors(resource, language),
    ...optional('dateCreated', dateOf(resource, 'creation')),
    ...optional('datePublished', dateOf(resource, 'publication', 'released')),
    ...optional('dateModified', dateOf(resource, 'revision', 'lastUpdate', 'lastRevision')),
    ...optional('inLanguage', resource.languages),
    ...optional('keywords', keywords(resource, language)),
    ...optional('license', licences(resource, language)),
    ...(resource.accessRight === undefined ? {} : { conditionsOfAccess: accessRights[resource.accessRight] }),
    ...(resource.accessRight === 'open' ? { isAccessibleForFree: true } : {}),
    ...optional('version', resource.edition),
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
    ...optional('distribution', distributions(resource, language)),
    ...optional('subjectOf', metadataDocuments(resource, context, language)),
    sdDatePublished: context.datestamp,
  };
  return { text: scriptSafe(document), losses };
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

function alternateNames(resource: Resource, name: string): string[] {
  const all = [resource.titles, ...resource.alternateTitles].flatMap((map: LanguageMap) =>
    Object.values(map),
  );
  return [...new Set(all)].filter((text) => text !== name);
}

function description(
  resource: Resource,
  name: string,
  language: string,
  losses: string[],
): string | undefined {
  const abstract = localise(resource.abstracts, language)?.text;
  if (abstract === undefined) return undefined;
  const full =
    abstract.length >= shortestDescription ? abstract : `${name.replace(/[.\s]+$/, '')}. ${abstract}`;
  if (full.length <= longestDescription) return full;
  losses.push('abstracts: cut to 5000 characters');
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

function licences(resource: Resource, language: string): string[] {
  return resource.licences.flatMap(({ id, uri, title }) => {
    // Our own identifiers are written in lower case; those of SPDX are registered there.
    const registered = id !== undefined && /[A-Z]/.test(id) ? `https://spdx.org/licenses/${id}` : undefined;
    return uri ?? registered ?? localise(title, language)?.text ?? [];
  });
}
