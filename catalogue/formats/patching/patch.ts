import { isUtf8 } from 'node:buffer';
import type { CatalogueRecord } from '../../model/index.ts';
import type { FormatName, WriteContext } from '../format.ts';
import { compareRecords } from '../losses/compare.ts';
import { formatOf } from '../registry.ts';
import { applyEdits, type Edit } from './edits.ts';
import { mergeJson } from './merge-json.ts';
import { mergeXml } from './merge-xml.ts';
import { schemaOrderOf } from './schema-order.ts';
import { Uncertain } from './uncertain.ts';

/**
 * A corrected document. Where only changed parts could be rewritten, `patched`; else the whole is written from the record,
 * `null` when the format can't say it, and `reason` tells why.
 */
export type PatchedDocument =
  | { patched: true; bytes: Uint8Array }
  | { patched: false; bytes: Uint8Array | null; reason: string };

/**
 * Corrects a document of a source: only what changed between two records is rewritten in it, item by item; elements that
 * nobody knows, comments, prefixes, order and white space elsewhere survive byte for byte. Both records are written; what
 * differs between the two is looked up in the original by what it says, and changed there. The result is read again: it is
 * only given when it says what was wanted and nothing else has changed.
 * @param original the document as it came
 * @param before the record that was read from it
 * @param after the record as it is to be
 */
export async function patchDocument(
  original: Uint8Array,
  format: FormatName,
  before: CatalogueRecord,
  after: CatalogueRecord,
  context: WriteContext,
): Promise<PatchedDocument> {
  const { write, read, mediaType } = formatOf(format);
  const written = write?.(after, context);
  const whole = written ? new TextEncoder().encode(written.text) : null;
  const give = (reason: string): PatchedDocument => ({ patched: false, bytes: whole, reason });
  const old = write?.(before, context);
  if (!written || !old || !read)
    return give('The format is not both read and written, or can’t say the record.');
  if (!isUtf8(original)) return give('The document is not in UTF-8.');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(original);
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(bom.length);
  let edits: Edit[];
  let changed: string;
  try {
    edits = mediaType.includes('json')
      ? mergeJson(body, old.text, written.text)
      : mergeXml(body, old.text, written.text, schemaOrderOf(format));
    changed = applyEdits(body, edits);
  } catch (cause) {
    if (cause instanceof Uncertain || cause instanceof SyntaxError)
      return give(`The change has no certain place in the document: ${cause.message}.`);
    throw cause;
  }
  const bytes = new TextEncoder().encode(bom + changed);
  const { record } = await read(bytes, { mediaType });
  if (!record) return give('The changed document can’t be read.');
  const amiss = differences(before, after, record);
  if (amiss.length > 0)
    return give(`The changed document would not say what is wanted: ${amiss.slice(0, 5).join(', ')}.`);
  return { patched: true, bytes };
}

/** Fields that readers also derive from others: they follow a change elsewhere. */
const derived = new Set(
  [
    'licences',
    'accessRight',
    'platforms',
    'instruments',
    'projects',
    'networks',
    'campaigns',
    'taxa',
    'variables',
  ].map((field) => `resource.${field}`),
);

/** Where the record that was read is not the one that was wanted. */
function differences(before: CatalogueRecord, after: CatalogueRecord, got: CatalogueRecord): string[] {
  const between = (one: CatalogueRecord, other: CatalogueRecord) =>
    [...compareRecords(one, other), ...compareRecords(other, one)].map(({ path }) => path);
  const changed = new Set(between(before, after).map(fieldOf));
  return between(after, got).filter((path) => changed.has(fieldOf(path)) || !derived.has(fieldOf(path)));
}

const fieldOf = (path: string) => /^(resource\.)?\w+/.exec(path)?.[0] ?? path;
