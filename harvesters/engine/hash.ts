import { createHash } from 'node:crypto';

/** SHA-256 in hex, as the ledger keeps it of each document. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
