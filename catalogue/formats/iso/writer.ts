import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { untoldOf } from './coverage.ts';
import type { Dialect } from './dialect.ts';
import { spell } from './spell.ts';
import { metadata } from './tables/index.ts';
import { documentText, type Node, Writing } from './writing.ts';

/**
 * The writer of one XML encoding of ISO 19115.
 * @param standard name and version that the metadata claim when the record names no ISO standard itself
 * @returns gives `null` for a record that nothing tells by: what ISO demands and the record lacks is else said to be
 *   missing (`gco:nilReason`), as its schemas provide for
 */
export function isoWriter(dialect: Dialect, standard: { name: string; version: string }) {
  return (record: CatalogueRecord, context: WriteContext): Written | null => {
    if (!isAnything(record)) return null;
    const language = mainLanguage(record, context);
    const writing = new Writing(dialect, language);
    const isOfIso = record.standardName !== undefined && !otherFamilies.test(record.standardName);
    const named = isOfIso ? {} : { standardName: standard.name, standardVersion: standard.version };
    const { language: _, ...told } = record;
    const complete: CatalogueRecord = {
      ...told,
      ...named,
      metadataIdentifier: record.metadataIdentifier ?? context.id,
      datestamp: record.datestamp ?? context.datestamp,
      resource: spell(record.resource),
      otherIdentifications: record.otherIdentifications.map(spell),
      ...(language === 'und' ? {} : { language }),
    };
    const root = extended(writing.object(metadata, complete), writing);
    const text = documentText(root, dialect.namespaces, writing.extensions);
    return { text, losses: [...new Set([...untoldOf(record), ...writing.losses])] };
  };
}

/** Whether a record has a name, a text or an identifier: without any, a document would describe nobody knows what. */
function isAnything({ metadataIdentifier, resource }: CatalogueRecord): boolean {
  const { titles, alternateTitles, abstracts, identifiers } = resource;
  const isNamed = localise(titles) ?? alternateTitles[0] ?? localise(abstracts) ?? identifiers[0];
  return isNamed !== undefined || metadataIdentifier !== undefined;
}

/** Standards that are no profile of ISO 19115: a document of ours must not claim them. */
const otherFamilies =
  /\bDIF\b|\bEML\b|ecological metadata|\bFGDC\b|CSDGM|DCAT|DataCite|schema\.org|dublin core|\bSTAC\b|\bACDD\b|\bCF-\d/i;

/** ISO 19139 holds what ISO 19115-2 adds only in a root of that standard. */
function extended(root: Node, { extensions }: Writing): Node {
  return extensions.has('gmi') ? { ...root, name: 'gmi:MI_Metadata' } : root;
}

/** The language of the plain texts: the metadata's own if the title has it, else one that the title has. */
function mainLanguage({ language, resource }: CatalogueRecord, context: WriteContext): string {
  const titles = localise(resource.titles) ? resource.titles : resource.abstracts;
  if (!localise(titles)) return language ?? 'und';
  if (language && (titles[language] || titles['und'])) return language;
  if (!language && titles['und']) return 'und';
  return localise(titles, ...(context.language ? [context.language] : []), 'en')?.language ?? 'und';
}
