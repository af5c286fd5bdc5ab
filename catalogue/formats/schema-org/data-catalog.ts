import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';
import { types } from './write.ts';

/** A catalogue as its own description has it. */
export type DataCatalog = { name: string; url: string; description?: string };

/** A record of the catalogue, with the address of its page. */
export type CatalogEntry = { record: CatalogueRecord; url: string };

/**
 * Describes a catalogue as schema.org DataCatalog: what it is, and a bounded list of what it holds. Each entry is a stub
 * that leads to the page of the record, where all is said.
 * @param datasets the entries of one page; none for the catalogue alone
 * @param language of the names, where a record has several
 */
export function writeDataCatalog(
  catalogue: DataCatalog,
  datasets: readonly CatalogEntry[],
  language: string,
): JsonObject {
  const entries = datasets.flatMap(({ record, url }) => entryOf(record, url, language));
  return {
    '@context': { '@vocab': 'https://schema.org/' },
    '@id': catalogue.url,
    '@type': 'DataCatalog',
    name: catalogue.name,
    url: catalogue.url,
    ...(catalogue.description === undefined ? {} : { description: catalogue.description }),
    ...(entries.length === 0 ? {} : { dataset: entries }),
  };
}

function entryOf({ resource }: CatalogueRecord, url: string, language: string): JsonObject[] {
  const name = localise(resource.titles, language)?.text;
  if (name === undefined) return [];
  const doi = resource.identifiers.find(({ scheme }) => scheme === 'doi')?.uri;
  return [{ '@id': doi ?? url, '@type': types[resource.type], name, url }];
}
