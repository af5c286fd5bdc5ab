import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 256 random bits. Only its hash is ever stored. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns SHA-256, hexadecimal; no salt is needed over so much chance */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** @returns 128 random bits for the id of a row, without a meaning */
export function mintId(): string {
  return randomBytes(16).toString('base64url');
}
