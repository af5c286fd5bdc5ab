import { createHash } from 'node:crypto';
import type { HarvestedDocument } from '../types.ts';

/** SHA-256 in hex, as the ledger keeps it of each document. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const hashes = new WeakMap<HarvestedDocument, string>();

/** The hash of a document, which is asked for at several places of one run. */
export function hashOnce(document: HarvestedDocument): string {
  if (document.unchanged !== undefined) return document.unchanged;
  let hash = hashes.get(document);
  if (hash === undefined) {
    hash = hashOf(document.bytes);
    hashes.set(document, hash);
  }
  return hash;
}
