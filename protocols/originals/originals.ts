import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readPart } from '#catalogue/formats';
import { patchDocument } from '#catalogue/formats/patching';
import { decodeDocument } from '#catalogue/xml';
import type { OriginalDocument, RecordReader, StoredRecord } from '#ledger';

/** Whether a document is valid against the schema of its format, as far as can be known. */
export type DocumentValidator = (document: OriginalDocument) => Promise<boolean>;

/** An original that may be handed on; the text is without the encoding that its declaration tells. */
export type HandedOn = { document: OriginalDocument; text: string; isUtf8: boolean };

/** What may be handed on as it came. */
export type Originals = {
  /**
   * The document that the source sent, where it may stand for the record in a format.
   * @param writer name of what is asked for; only the format itself has originals, not its other syntaxes and profiles
   * @returns `null` when a document must be written from the record
   */
  of(record: StoredRecord, writer: string): Promise<HandedOn | null>;
};

/**
 * The one place that decides whether the bytes of a source are handed on: when they are in the format asked, valid, free of
 * secrets and readable to the last character (design, "How a record travels", 1). Without schemas nothing tells that they
 * are valid, and harvesters refuse a whole page for one invalid record: then every document is written from the record.
 * Where rules or corrections overlay the record, the smallest patch of the document is given, if there is a certain one.
 * @param isValid absent where no schemas are at hand
 */
export function createOriginals(records: RecordReader, isValid?: DocumentValidator): Originals {
  return {
    async of(record, writer) {
      if (!isValid || record.format !== writer || record.deleted) return null;
      const document = await records.original(record.id, 'public');
      if (!document || !isUntouched(document)) return null;
      const { text, problems } = decodeDocument(document.bytes);
      if (problems.length > 0 || !(await isValid(document))) return null;
      if (!record.overlaid) return { document, text, isUtf8: isUtf8(document.bytes) };
      const bytes = await corrected(record, document);
      if (!bytes) return null;
      return { document: { ...document, bytes }, text: decodeDocument(bytes).text, isUtf8: true };
    },
  };
}

/** The document with those parts changed that the record says otherwise. */
async function corrected(
  { id, datestamp, format, record }: StoredRecord,
  { bytes }: OriginalDocument,
): Promise<Uint8Array | null> {
  const { record: before } = await readPart({ format, bytes });
  if (!before) return null;
  const patched = await patchDocument(bytes, format, before, record, { id, pageUrl: '', datestamp });
  return patched.patched ? patched.bytes : null;
}

/** The store masks secrets for the public; masked bytes no longer have the hash of the document. */
function isUntouched(document: OriginalDocument): boolean {
  return createHash('sha256').update(document.bytes).digest('hex') === document.hash;
}
