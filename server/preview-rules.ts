import {
  type PartReader,
  type PreviewRecord,
  previewRules,
  type RulesPreview,
  readHere,
  type SourceRules,
} from '#harvesters';
import type { House } from './house.ts';

const pageSize = 200;

type Stores = {
  writer: Pick<House['stores']['writer'], 'listLive'>;
  records: Pick<House['stores']['records'], 'original'>;
};

export type PreviewBounds = {
  /** Records that are looked at, at most; all unless told. */
  most?: number;
  /** Time after which no further record is looked at; none unless told. */
  mostMs?: number;
  /** Reads documents; in this thread unless told. */
  read?: PartReader;
};

/**
 * Tells what rules would do to what is held of a source: each document is read anew, without and with the rules. Nothing
 * is stored, and the source is not asked; what its filter left out so far is not held and so not looked at.
 * @param rules as validated by `parseSourceRules`
 */
export function previewHeld(
  stores: Stores,
  sourceId: string,
  rules: SourceRules,
  bounds: PreviewBounds = {},
): Promise<RulesPreview> {
  return previewRules(heldRecords(stores, sourceId, bounds), rules);
}

/** Records in the order of their ids, which are drawn at random: the first of them are a fair sample. */
async function* heldRecords(
  { writer, records }: Stores,
  sourceId: string,
  { most = Number.POSITIVE_INFINITY, mostMs = Number.POSITIVE_INFINITY, read = readHere }: PreviewBounds,
): AsyncGenerator<PreviewRecord> {
  const until = Date.now() + mostMs;
  let looked = 0;
  for (let after = ''; ; ) {
    const page = await writer.listLive(sourceId, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    after = last.recordId;
    for (const { recordId, upstreamIdentifier: identifier } of page) {
      if (looked >= most || Date.now() > until) return;
      looked += 1;
      const original = await records.original(recordId, 'staff');
      if (!original) continue;
      const { bytes, format, mediaType, url } = original;
      const context = { mediaType, ...(url ? { baseUrl: url } : {}) };
      const { record } = await read({ format, bytes }, context, false);
      if (record) yield { identifier, format, record: record.record };
      // Reading is synchronous underneath: whoever else waits gets their turn.
      await new Promise(setImmediate);
    }
  }
}
