import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type LanguageMap, localise, type NamedReference } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** What says of a node that it is an observation network or an instrument, which schema.org has no type for. */
export const systemType = 'http://www.w3.org/ns/ssn/System';
export const sensorType = 'http://www.w3.org/ns/sosa/Sensor';

/** What the resource deals with or comes from: taxa, platforms, campaigns, projects and networks. */
export function about(resource: Resource, language: string): JsonObject[] {
  return [
    ...resource.taxa.map((taxon) => ({
      '@type': 'Taxon',
      ...(taxon.uri === undefined ? {} : { '@id': taxon.uri }),
      name: taxon.scientificName,
      ...(taxon.rank === undefined ? {} : { taxonRank: taxon.rank }),
      ...several('alternateName', Object.entries(taxon.commonNames).map(taggedText)),
      ...(taxon.identifier === undefined
        ? {}
        : {
            identifier: {
              '@type': 'PropertyValue',
              ...(taxon.authority === undefined ? {} : { propertyID: taxon.authority }),
              value: taxon.identifier,
            },
          }),
    })),
    ...resource.platforms.map((platform) => ({
      '@type': 'Vehicle',
      ...named(platform, language),
      ...(platform.type === undefined ? {} : { category: platform.type }),
    })),
    ...resource.campaigns.map((campaign) => ({
      '@type': 'Event',
      ...named(campaign, language),
      ...(campaign.start === undefined ? {} : { startDate: campaign.start }),
      ...(campaign.end === undefined ? {} : { endDate: campaign.end }),
      ...(campaign.type === undefined ? {} : { additionalType: campaign.type }),
    })),
    ...resource.projects.map((project) => ({ '@type': 'ResearchProject', ...named(project, language) })),
    ...resource.networks.map((network) => ({
      '@type': 'Organization',
      additionalType: systemType,
      ...named(network, language),
    })),
  ];
}

function named(reference: NamedReference, language: string): JsonObject {
  const name = localise(reference.names, language)?.text;
  const description = localise(reference.description ?? {}, language)?.text;
  return {
    ...(reference.uri === undefined ? {} : { '@id': reference.uri, url: reference.uri }),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(reference.identifier === undefined ? {} : { identifier: reference.identifier }),
  };
}

/** Instruments, told from methods by their type, and techniques of measurement. */
export function techniques(resource: Resource, language: string): JsonValue[] {
  const term = (reference: NamedReference, additionalType?: string): JsonObject => ({
    '@type': 'DefinedTerm',
    ...(additionalType === undefined ? {} : { additionalType }),
    ...named(reference, language),
  });
  return [
    ...resource.instruments.map((instrument) => term(instrument, sensorType)),
    ...resource.measurementTechniques.flatMap((technique): JsonValue[] => {
      const { uri, identifier } = technique;
      const name = localise(technique.names, language)?.text;
      if (uri === undefined && identifier === undefined && name !== undefined) return [name];
      return [term(technique)];
    }),
  ];
}

/** A text with its language, plain where none is known. */
export function taggedText([language, text]: [string, string]): JsonValue {
  return language === 'und' ? text : { '@language': language, '@value': text };
}

/** Texts of a map in other languages than one, with their language. */
export function inOtherLanguages(map: LanguageMap, language: string | undefined): JsonValue[] {
  return Object.entries(map)
    .filter(([tag]) => tag !== language)
    .map(taggedText);
}

/** A property with its values: none, one or a list. */
export function several(name: string, values: readonly JsonValue[]): JsonObject {
  const [first, ...rest] = values;
  if (first === undefined) return {};
  return { [name]: rest.length === 0 ? first : [first, ...rest] };
}
