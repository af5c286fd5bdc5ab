import { LRUCache } from 'lru-cache';
import { type Writer, writersOf } from '#catalogue/formats';
import type { StoredRecord } from '#ledger';
import type { PortalServices } from '../services.ts';

/** A way to write records, at an address of its own. */
export type WrittenFormat = Writer;

/** What writing documents takes of the services. */
export type Writing = Pick<PortalServices, 'config' | 'formats' | 'report'>;

/** Characters of written documents that are kept: a page needs to know which formats can express its record. */
const documents = new LRUCache<string, string>({
  maxSize: 24 * 1024 * 1024,
  sizeCalculation: (text) => text.length + 1,
});

/** The ways to write records, in the order of preference. */
export const writtenFormats = writersOf;

/** The formats that can express a record. */
export function formatsOf(stored: StoredRecord, services: Writing): WrittenFormat[] {
  return writtenFormats(services.formats).filter((format) => attempt(stored, format, services) !== null);
}

/** A record as schema.org JSON-LD, parsed; `null` when it can't be said in it. */
export function schemaOrgOf(stored: StoredRecord, services: Writing): { [key: string]: unknown } | null {
  const format = writtenFormats(services.formats).find(({ name }) => name === 'schema.org');
  const text = format ? attempt(stored, format, services) : null;
  return text === null ? null : JSON.parse(text);
}

/** A fault of one writer takes its format from the page, not the page from its reader. */
function attempt(stored: StoredRecord, format: WrittenFormat, services: Writing): string | null {
  try {
    return writeRecord(stored, format, services);
  } catch (error) {
    const address = `${pageUrl(services.config.publicUrl, stored.id)}.${format.suffix}`;
    services.report(error, new Request(address));
    return null;
  }
}

/** @returns the document, or `null` when the format cannot express the record */
export function writeRecord(stored: StoredRecord, format: WrittenFormat, services: Writing): string | null {
  const { publicUrl, name } = services.config;
  const { assessment } = stored;
  const key = [publicUrl, format.name, stored.id, stored.revision, assessment?.at].join(' ');
  const known = documents.get(key);
  if (known !== undefined) return known || null;
  const written = format.write(stored.record, {
    id: stored.id,
    pageUrl: pageUrl(publicUrl, stored.id),
    datestamp: stored.datestamp,
    catalogue: { name, url: publicUrl },
    ...(assessment ? { assessment } : {}),
    // Of the formats written here, only schema.org names the others.
    ...(format.name === 'schema.org' ? { formats: besides(format, stored, services) } : {}),
  });
  documents.set(key, written?.text ?? '');
  return written?.text ?? null;
}

function besides(format: WrittenFormat, stored: StoredRecord, services: Writing): WrittenFormat[] {
  return writtenFormats(services.formats).filter(
    (other) => other.name !== format.name && attempt(stored, other, services) !== null,
  );
}

/** The canonical, permanent address of a record's page. */
export function pageUrl(publicUrl: string, id: string): string {
  return `${publicUrl}/records/${id}`;
}
