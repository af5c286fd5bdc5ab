import type { CatalogueRecord } from '../../model/index.ts';
import { parseXml, type XmlElement } from '../../xml/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import { derive } from './derive.ts';
import type { Dialect } from './dialect.ts';
import { judge } from './judge.ts';
import { Reading } from './reading.ts';
import { learnLocales, metadata } from './tables/index.ts';

export type IsoReader = (bytes: Uint8Array, context?: ReadContext) => Promise<ReadResult>;

/**
 * The reader of one XML encoding of ISO 19115.
 * @param isRoot whether an element is a metadata record of it
 */
export function isoReader(dialect: Dialect, isRoot: (element: XmlElement) => boolean): IsoReader {
  return async (bytes, context = {}) => {
    const { root, problems } = parseXml(bytes);
    if (!root) return { record: null, problems };
    if (!isRoot(root)) return { record: null, problems: [...problems, notARecord(root)] };
    const reading = new Reading(root, dialect, context.baseUrl);
    const record = readRecord(root, reading);
    return { record, problems: [...problems, ...reading.close()] };
  };
}

function readRecord(root: XmlElement, reading: Reading): CatalogueRecord {
  learnLocales(root, reading);
  const record = reading.object(metadata, root);
  derive(record);
  judge(record, root, reading);
  return record;
}

const notARecord = (root: XmlElement) => ({
  severity: 'error' as const,
  code: 'not-a-record',
  path: `/${root.prefix ? `${root.prefix}:` : ''}${root.name}`,
  line: root.line,
  message: `The document is a <${root.name}>${root.namespace ? ` of ${root.namespace}` : ''}, not a metadata record.`,
  hint: 'Serve the metadata record itself.',
});
