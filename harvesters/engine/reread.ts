import type { RecordReader, RecordWriter } from '#ledger';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunKind } from '../types.ts';
import type { Interpreter } from './document-reader.ts';

const pageSize = 100;

/**
 * What is held of a source as a listing: its documents, where other readers or rules made records of them than those of
 * now. The source is not asked. A rollback has staged what it changes before, so its listing is empty.
 * @param resume id of the last record of the last page that was stored
 */
export async function* heldPages(
  source: HarvestSource,
  kind: RunKind,
  interpreter: Interpreter,
  ports: { records: Pick<RecordReader, 'original'>; known: Pick<RecordWriter, 'listLive' | 'countOutdated'> },
  resume = '',
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  let after = resume;
  const total = kind === 'reread' ? await ports.known.countOutdated(source.id, interpreter.name) : 0;
  while (kind === 'reread') {
    const page = await ports.known.listLive(source.id, after, pageSize);
    const last = page.at(-1);
    if (!last) break;
    after = last.recordId;
    const documents: HarvestedDocument[] = [];
    for (const { recordId, upstreamIdentifier: identifier, interpretation } of page) {
      if (interpretation === interpreter.name) continue;
      const original = await ports.records.original(recordId, 'staff');
      if (!original) continue;
      const { bytes, format, mediaType, url } = original;
      documents.push({ identifier, bytes, format, mediaType, held: true, ...(url ? { url } : {}) });
    }
    yield { documents, problems: [], total, again: true, checkpoint: after };
  }
  return { complete: false };
}
