import type { CatalogueRecord, LanguageMap } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';

/** Reports what a record lacks that readers and machines need, and texts that are not plain. */
export function judge(record: CatalogueRecord, root: XmlElement, reading: Reading): void {
  const { resource } = record;
  const isEmpty = (map: LanguageMap) => Object.keys(map).length === 0;
  const lacks = (severity: 'error' | 'warning' | 'info', code: string, message: string, hint: string) =>
    reading.report(severity, code, root, message, hint);
  if (!record.metadataIdentifier)
    lacks(
      'warning',
      'identifier-missing',
      'The record has no identifier.',
      'Give the metadata a stable identifier.',
    );
  if (isEmpty(resource.titles))
    lacks(
      'error',
      'title-missing',
      'The resource has no title.',
      'Give a title that tells what, where and when.',
    );
  if (isEmpty(resource.abstracts))
    lacks(
      'warning',
      'abstract-missing',
      'The resource has no abstract.',
      'Say in a few sentences what the data are.',
    );
  if (resource.dates.length === 0)
    lacks(
      'info',
      'date-missing',
      'The resource has no date that could be read.',
      'Give the date of publication.',
    );
  if (!record.datestamp)
    lacks(
      'info',
      'datestamp-missing',
      'The metadata do not say when they changed.',
      'Give the date of the metadata.',
    );
  if (resource.responsibilities.length + record.metadataContacts.length + resource.distributors.length === 0)
    lacks(
      'warning',
      'contact-missing',
      'Nobody is named as responsible.',
      'Name a contact with an e-mail address.',
    );
  const html = Object.values(resource.abstracts).find((text) =>
    /<\/?(p|br|b|i|a|ul|li|div|span|strong|em)\b[^<>]*>/i.test(text),
  );
  if (html !== undefined)
    lacks(
      'info',
      'html-in-text',
      'The abstract holds HTML; it was kept as sent.',
      'Write plain text, with empty lines between paragraphs.',
    );
}
