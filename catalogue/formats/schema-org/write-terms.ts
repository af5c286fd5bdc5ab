import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, localise, type ObservedVariable } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** The scheme of ISO 19115 topic categories. */
export const topicScheme =
  'http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#MD_TopicCategoryCode';

/** Keywords of a vocabulary and topic categories as DefinedTerm, free keywords as text. */
export function keywords(resource: Resource, language: string): JsonValue[] {
  const topics = resource.topicCategories.map((code) => ({
    '@type': 'DefinedTerm',
    name: code,
    termCode: code,
    inDefinedTermSet: topicScheme,
  }));
  const terms = resource.keywords.flatMap(({ label, uri, thesaurus }): JsonValue[] => {
    const name = localise(label, language)?.text;
    const set = thesaurus?.uri ?? localise(thesaurus?.title ?? {}, language)?.text;
    if (name === undefined && uri === undefined) return [];
    if (uri === undefined && set === undefined && name !== undefined) return [name];
    return [
      {
        '@type': 'DefinedTerm',
        ...(uri === undefined ? {} : { '@id': uri, url: uri }),
        ...(name === undefined ? {} : { name }),
        ...(set === undefined ? {} : { inDefinedTermSet: set }),
      },
    ];
  });
  return [...terms, ...topics];
}

/** Variables with the concept that they stand for and their unit. */
export function variables(resource: Resource, language: string): JsonObject[] {
  return resource.variables.flatMap((variable) => {
    const name = localise(variable.names, language)?.text ?? variable.standardName ?? variable.shortName;
    const concept = [variable.uri, variable.identifier].filter((id) => id !== undefined);
    if (name === undefined && concept.length === 0) return [];
    return [
      {
        '@type': 'PropertyValue',
        ...(name === undefined ? {} : { name }),
        ...conceptOf(concept),
        ...unitOf(variable),
        ...rest(variable, language),
      },
    ];
  });
}

function conceptOf([first, ...others]: readonly string[]): JsonObject {
  if (first === undefined) return {};
  return { propertyID: others.length === 0 ? first : [first, ...others] };
}

function unitOf({ unit, unitUri }: ObservedVariable): JsonObject {
  return {
    ...(unit === undefined ? {} : { unitText: unit }),
    ...(unitUri === undefined ? {} : { unitCode: unitUri }),
  };
}

function rest(variable: ObservedVariable, language: string): JsonObject {
  const description = localise(variable.description ?? {}, language)?.text;
  return {
    ...(description === undefined ? {} : { description }),
    ...(variable.shortName === undefined ? {} : { alternateName: variable.shortName }),
    ...(variable.minimum === undefined ? {} : { minValue: variable.minimum }),
    ...(variable.maximum === undefined ? {} : { maxValue: variable.maximum }),
    ...(variable.method === undefined ? {} : { measurementTechnique: variable.method }),
  };
}
