import { emptyRecord } from '#catalogue/model';
import type { RecordChange } from '#ledger';

type Put = Extract<RecordChange, { kind: 'put' }>;

/**
 * A `put` of a small ISO 19139 document whose bytes are told by its identifier and version.
 * @param version another one is another document
 */
export function put(upstreamIdentifier: string, version = '1', more: Partial<Put> = {}): Put {
  const record = emptyRecord();
  record.resource.titles = { en: `${upstreamIdentifier}, version ${version}` };
  return {
    kind: 'put',
    sourceId: 'aviso',
    upstreamIdentifier,
    document: {
      bytes: Buffer.from(
        `<record id="${upstreamIdentifier}">version ${version} ${'sea '.repeat(50)}</record>`,
      ),
      format: 'iso19139',
      mediaType: 'application/xml',
    },
    record,
    problems: [],
    ...more,
  };
}
