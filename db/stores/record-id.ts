import { randomBytes } from 'node:crypto';
import type { RecordId } from '#ledger';

/** Crockford's base 32 in lower case: no letter that is mistaken for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** @returns 14 characters, 70 random bits; whether it is free is for the caller to check */
export function mintRecordId(): RecordId {
  let id = '';
  for (const byte of randomBytes(14)) id += alphabet.charAt(byte & 31);
  return id;
}
