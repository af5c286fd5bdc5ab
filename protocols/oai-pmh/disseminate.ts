import { LRUCache } from 'lru-cache';
import type { MetadataFormat } from '#catalogue/formats';
import type { StoredRecord } from '#ledger';
import type { Originals } from '../originals/index.ts';
import { withOwnIds } from './own-ids.ts';

/** Characters of written documents that are kept; several harvesters that walk the log together write each once. */
const cachedCharacters = 32 * 1024 * 1024;

/**
 * Gives the document of a record in a format.
 * @returns the root element as text, without XML declaration; `null` when the format can't express the record
 */
export type Disseminate = (record: StoredRecord, format: MetadataFormat) => Promise<string | null>;

/**
 * Hands on the document that the source sent, where it may be, or one written from the record.
 * @param publicUrl address of the portal, without a slash at the end
 */
export function createDisseminator(
  originals: Originals,
  publicUrl: string,
  repositoryName: string,
): Disseminate {
  // An absent document is kept as an empty one: finding out costs as much as writing.
  const written = new LRUCache<string, string>({
    maxSize: cachedCharacters,
    sizeCalculation: (text) => text.length + 1,
  });

  function write(record: StoredRecord, format: MetadataFormat): string {
    const document = format.write?.(record.record, {
      id: record.id,
      pageUrl: `${publicUrl}/records/${record.id}`,
      datestamp: record.datestamp,
      catalogue: { name: repositoryName, url: publicUrl },
      ...(record.assessment ? { assessment: record.assessment } : {}),
    });
    return document ? withOwnIds(withoutDeclaration(document.text), record.id) : '';
  }

  return async (record, format) => {
    const key = `${format.name} ${record.id} ${record.revision} ${record.assessment?.at}`;
    const known = written.get(key);
    if (known !== undefined) return known || null;
    const original = await originals.of(record, format.name);
    const text = original ? withoutDeclaration(original.text) : write(record, format);
    written.set(key, text);
    return text || null;
  };
}

function withoutDeclaration(text: string): string {
  return text.replace(/^\s*<\?xml[^>]*\?>\s*/, '').trimEnd();
}
