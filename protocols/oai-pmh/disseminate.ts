import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { MetadataFormat } from '#catalogue/formats';
import { decodeDocument } from '#catalogue/xml';
import type { OriginalDocument, RecordReader, StoredRecord } from '#ledger';
import { withOwnIds } from './own-ids.ts';

/** Characters of written documents that are kept; several harvesters that walk the log together write each once. */
const cachedCharacters = 32 * 1024 * 1024;

/** Whether an original document is valid against the schema of its format, as far as can be known. */
export type DocumentValidator = (document: OriginalDocument) => boolean;

/**
 * Gives the document of a record in a format.
 * @returns the root element as text, without XML declaration; `null` when the format can't express the record
 */
export type Disseminate = (record: StoredRecord, format: MetadataFormat) => Promise<string | null>;

/**
 * The one place that decides what is handed on: the bytes that the source sent, or a document written from the record.
 * @param publicUrl address of the portal, without a slash at the end
 * @param isValid absent where no schemas are at hand
 */
export function createDisseminator(
  records: RecordReader,
  publicUrl: string,
  repositoryName: string,
  isValid?: DocumentValidator,
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
    });
    return document ? withOwnIds(withoutDeclaration(document.text), record.id) : '';
  }

  return async (record, format) => {
    const key = `${format.name} ${record.id} ${record.revision}`;
    const known = written.get(key);
    if (known !== undefined) return known || null;
    const text = (await originalOf(record, format)) ?? write(record, format);
    written.set(key, text);
    return text || null;
  };

  /**
   * The bytes of the source are handed on when they are in the format asked, valid, and free of secrets (design,
   * "How a record travels", 1). Without schemas nothing tells that they are valid, and harvesters refuse a whole page
   * for one invalid record: then every document is written from the record. Rules and corrections that overlay a
   * record do not exist yet; a record that has one must be written too.
   */
  async function originalOf(record: StoredRecord, format: MetadataFormat): Promise<string | null> {
    if (!isValid || record.format !== format.name) return null;
    const document = await records.original(record.id, 'public');
    if (!document || !isUntouched(document) || !isValid(document)) return null;
    const { text, problems } = decodeDocument(document.bytes);
    return problems.length > 0 ? null : withoutDeclaration(text);
  }
}

/** The store masks secrets for the public; masked bytes no longer have the hash of the document. */
function isUntouched(document: OriginalDocument): boolean {
  return createHash('sha256').update(document.bytes).digest('hex') === document.hash;
}

function withoutDeclaration(text: string): string {
  return text.replace(/^\s*<\?xml[^>]*\?>\s*/, '').trimEnd();
}
