import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { untoldOf } from './coverage.ts';
import type { Dialect } from './dialect.ts';
import { spell } from './spell.ts';
import { metadata } from './tables/index.ts';
import { documentText, Writing } from './writing.ts';

/**
 * The writer of one XML encoding of ISO 19115.
 * @param standard name and version that the metadata claim when the record names no ISO standard itself
 * @returns gives `null` for a record without title, which no ISO document may lack
 */
export function isoWriter(dialect: Dialect, standard: { name: string; version: string }) {
  return (record: CatalogueRecord, context: WriteContext): Written | null => {
    if (!localise(record.resource.titles)) return null;
    const language = mainLanguage(record, context);
    const writing = new Writing(dialect, language);
    const named = /19115|19139/.test(record.standardName ?? '')
      ? {}
      : { standardName: standard.name, standardVersion: standard.version };
    const complete: CatalogueRecord = {
      ...record,
      ...named,
      metadataIdentifier: record.metadataIdentifier ?? context.id,
      datestamp: record.datestamp ?? context.datestamp,
      otherLanguages: languagesIn(record).filter((tag) => tag !== language && tag !== 'und'),
      resource: spell(record.resource),
      ...(language === 'und' ? {} : { language }),
    };
    const root = writing.object(metadata, complete);
    const text = documentText(root, dialect.namespaces);
    return { text, losses: [...new Set([...untoldOf(record), ...writing.losses])] };
  };
}

/** The language of the plain texts: the metadata's own if the title has it, else one that the title has. */
function mainLanguage({ language, resource: { titles } }: CatalogueRecord, context: WriteContext): string {
  if (language && (titles[language] || titles['und'])) return language;
  if (!language && titles['und']) return 'und';
  return localise(titles, ...(context.language ? [context.language] : []), 'en')?.language ?? 'und';
}

/** Languages of all texts of a record: each needs a locale to be referred to. */
function languagesIn(record: CatalogueRecord): string[] {
  const tags = new Set(record.otherLanguages);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      const isText = Object.values(value).every((text) => typeof text === 'string');
      if (
        isText &&
        keys.length > 0 &&
        keys.every((key) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(key) && isTag(key))
      )
        for (const key of keys) tags.add(key);
      else Object.values(value).forEach(visit);
    }
  };
  visit(record);
  return [...tags];
}

/** Field names of the model look like tags too (`url`, `code`): those are of three letters or none that is a language. */
const isTag = (key: string) => key.length === 2 || key.includes('-') || key === 'und';
