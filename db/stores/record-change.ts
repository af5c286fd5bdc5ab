import type { RecordChange } from '#ledger';
import { containsCredentials, maskDocument } from '#runtime/credentials';
import { hashOf, type PackedBytes, pack } from './document-bytes.ts';
import type { RecordStatements } from './record-statements.ts';

type Put = Extract<RecordChange, { kind: 'put' }>;

/** What takes time to work out of a document. */
export type PreparedContent = {
  packed: PackedBytes;
  /** As JSON. */
  record: string;
  /** As JSON. */
  problems: string;
  credentials: boolean;
};

/** A `put` with everything that can be worked out before the write lock is held. */
export type PreparedPut = {
  kind: 'put';
  change: Put;
  documentHash: string;
  /** Worked out once, when first asked. */
  content: () => PreparedContent;
};

export type PreparedChange = PreparedPut | Exclude<RecordChange, Put>;

/** Hashes, and prepares the content unless the document is known: the lock is then held for writing only. */
export function prepareChange(statements: RecordStatements, change: RecordChange): PreparedChange {
  if (change.kind !== 'put') return change;
  const documentHash = hashOf(change.document.bytes);
  let content: PreparedContent | undefined;
  const prepared: PreparedPut = {
    kind: 'put',
    change,
    documentHash,
    content: () => {
      content ??= prepareContent(change);
      return content;
    },
  };
  if (!statements.documentExists.get({ hash: documentHash })) prepared.content();
  return prepared;
}

function prepareContent(change: Put): PreparedContent {
  const { bytes, url } = change.document;
  const record = JSON.stringify(change.record);
  const problems = JSON.stringify(change.problems);
  return {
    packed: pack(bytes),
    record,
    problems,
    credentials:
      maskDocument(bytes) !== bytes ||
      [url ?? '', record, problems].some((text) => containsCredentials(text)),
  };
}
