import { readPart } from '#catalogue/formats';
import { type PreviewRecord, previewRules, type RulesPreview, type SourceRules } from '#harvesters';
import type { House } from './house.ts';

const pageSize = 200;

type Stores = {
  writer: Pick<House['stores']['writer'], 'listLive'>;
  records: Pick<House['stores']['records'], 'original'>;
};

/**
 * Tells what rules would do to what is held of a source: each document is read anew, without and with the rules. Nothing
 * is stored, and the source is not asked; what its filter left out so far is not held and so not looked at.
 * @param rules as validated by `parseSourceRules`
 */
export function previewHeld(stores: Stores, sourceId: string, rules: SourceRules): Promise<RulesPreview> {
  return previewRules(heldRecords(stores, sourceId), rules);
}

async function* heldRecords({ writer, records }: Stores, sourceId: string): AsyncGenerator<PreviewRecord> {
  for (let after = ''; ; ) {
    const page = await writer.listLive(sourceId, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    after = last.recordId;
    for (const { recordId, upstreamIdentifier: identifier } of page) {
      const original = await records.original(recordId, 'staff');
      if (!original) continue;
      const { bytes, format, mediaType, url } = original;
      const context = { mediaType, ...(url ? { baseUrl: url } : {}) };
      const { record } = await readPart({ format, bytes }, context);
      if (record) yield { identifier, format, record };
    }
  }
}
