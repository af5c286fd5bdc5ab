import { containsCredentials, maskDocument, type RecordChange } from '#ledger';
import { hashOf, type PackedBytes, pack } from './document-bytes.ts';
import type { RecordStatements } from './record-statements.ts';

type Put = Extract<RecordChange, { kind: 'put' }>;

/** A `put` with everything that can be worked out before the write lock is held. */
export type PreparedPut = {
  kind: 'put';
  change: Put;
  documentHash: string;
  /** Packed once, when first asked. */
  packed: () => PackedBytes;
  credentials: () => boolean;
};

export type PreparedChange = PreparedPut | Exclude<RecordChange, Put>;

/** Hashes, and packs unless the document is known: the lock is then held for writing only. */
export function prepareChange(statements: RecordStatements, change: RecordChange): PreparedChange {
  if (change.kind !== 'put') return change;
  const { document } = change;
  const documentHash = hashOf(document.bytes);
  let packed: PackedBytes | undefined;
  let credentials: boolean | undefined;
  const prepared: PreparedPut = {
    kind: 'put',
    change,
    documentHash,
    packed: () => {
      packed ??= pack(document.bytes);
      return packed;
    },
    credentials: () => {
      credentials ??= carriesCredentials(change);
      return credentials;
    },
  };
  if (!statements.documentExists.get({ hash: documentHash })) {
    prepared.packed();
    prepared.credentials();
  }
  return prepared;
}

function carriesCredentials({ document, record, problems }: Put): boolean {
  return (
    maskDocument(document.bytes) !== document.bytes ||
    containsCredentials(document.url ?? '') ||
    containsCredentials(JSON.stringify({ record, problems }))
  );
}
