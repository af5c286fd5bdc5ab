import { createHash } from 'node:crypto';
import type { ResourceType } from '#catalogue/model';
import {
  type PackedDocument,
  packDocument,
  type RecordChange,
  type RecordLink,
  unpackDocument,
  WrittenRecord,
} from '#ledger';
import { containsCredentials, maskDocument } from '#runtime/credentials';
import { DomainError } from '#runtime/errors';
import type { RecordStatements } from './record-statements.ts';

export type Put = Extract<RecordChange, { kind: 'put' | 'put-stored' }>;

/** What takes time to work out of a record. */
export type PreparedContent = {
  /** As JSON. */
  record: string;
  resourceType: ResourceType;
  links: readonly RecordLink[];
  /** As JSON. */
  problems: string;
  credentials: boolean;
};

/** A `put` with everything that can be worked out before the write lock is held. */
export type PreparedPut = {
  kind: 'put';
  change: Put;
  documentHash: string;
  /** Worked out once, when first asked; `null` where the bytes are in the store. */
  document: () => PackedDocument | null;
  /** Worked out once, when first asked. */
  content: () => PreparedContent;
};

export type PreparedChange = PreparedPut | Exclude<RecordChange, Put>;

/**
 * Hashes, and prepares the content unless the document is known: the lock is then held for writing only.
 * @throws DomainError `not-found` for a `put-stored` whose document is not in the store
 */
export function prepareChange(statements: RecordStatements, change: RecordChange): PreparedChange {
  if (change.kind !== 'put' && change.kind !== 'put-stored') return change;
  const documentHash = change.kind === 'put' ? hashOf(change.document.bytes) : change.document.hash;
  const stored = statements.documentExists.get({ hash: documentHash });
  if (!stored && change.kind === 'put-stored')
    throw new DomainError(
      'not-found',
      `The document ${documentHash} is not in the store; nothing was changed.`,
    );
  const document = once(() => (change.kind === 'put' ? packDocument(change.document.bytes) : null));
  const prepared: PreparedPut = {
    kind: 'put',
    change,
    documentHash,
    document,
    content: once(() =>
      prepareContent(
        change,
        stored?.credentials ?? document()?.credentials ?? looked(statements, documentHash),
      ),
    ),
  };
  if (!stored) prepared.content();
  return prepared;
}

/** A document that an older version stored without looking. */
function looked(statements: RecordStatements, hash: string): boolean {
  const packed = statements.documentBytes.get({ hash });
  if (!packed) return false;
  const bytes = unpackDocument(packed);
  return maskDocument(bytes) !== bytes;
}

function prepareContent(change: Put, documentHasCredentials: boolean): PreparedContent {
  const record = change.kind === 'put' ? WrittenRecord.of(change.record) : change.record;
  const problems = JSON.stringify(change.problems);
  const { resourceType, credentials, links } = record.facts;
  return {
    record: record.json,
    resourceType,
    links,
    problems,
    credentials:
      documentHasCredentials ||
      credentials ||
      [change.document.url ?? '', problems].some((text) => containsCredentials(text)),
  };
}

/** @returns SHA-256, lower-case hexadecimal */
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
