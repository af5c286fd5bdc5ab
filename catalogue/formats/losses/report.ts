import type { CatalogueRecord } from '../../model/index.ts';
import type { WriteContext, Writer, WriterName } from '../format.ts';
import { formatOf } from '../registry.ts';
import { compareRecords, type Loss } from './compare.ts';
import { writerLosses } from './writer-losses.ts';

/** What a writer leaves out of a record. */
export type LossReport = {
  writer: WriterName;
  /** Whether the format can say the record at all; nothing is listed where it can't. */
  expressible: boolean;
  /**
   * `read-back`: the document was read again and compared with the record, so that the list is complete; `writer`: no
   * reader understands the document, so that the list is what the writer says of itself.
   */
  basis: 'read-back' | 'writer';
  losses: Loss[];
};

/**
 * Finds what a document of a record does not say: it is written, read with the reader of its format, and what was read is
 * compared with the record. What means the same is no loss (order of lists, spellings of dates and addresses).
 * @param context as for writing
 * @throws what the writer throws
 */
export async function lossReport(
  record: CatalogueRecord,
  writer: Writer,
  context: WriteContext,
): Promise<LossReport> {
  const written = writer.write(record, context);
  if (written === null) return { writer: writer.name, expressible: false, basis: 'writer', losses: [] };
  const { read } = formatOf(writer.format);
  const bytes = new TextEncoder().encode(written.text);
  const again = await read?.(bytes, { mediaType: writer.mediaType, baseUrl: context.pageUrl });
  const found = again?.record ? compareRecords(record, again.record) : [];
  return {
    writer: writer.name,
    expressible: true,
    basis: again?.record ? 'read-back' : 'writer',
    losses: [...found, ...writerLosses(written.losses, record, found)],
  };
}
