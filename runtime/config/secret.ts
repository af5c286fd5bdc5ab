import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../errors/index.ts';

/**
 * The key that sessions are signed with: the configured one, else one that is made at the first start and kept in the
 * data folder, readable by its owner only. Processes that start together get the same.
 * @throws DomainError `invalid` when the kept file holds no such key
 */
export function signingSecret(configuration: { secret: string | undefined; dataFolder: string }): string {
  if (configuration.secret !== undefined) return configuration.secret;
  const path = join(configuration.dataFolder, 'secret');
  return read(path) ?? make(path, configuration.dataFolder);
}

function make(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and never takes the place of another.
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return read(path) ?? '';
}

function read(path: string): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  throw new DomainError(
    'invalid',
    `${path} holds no key of at least 32 characters: remove it, and one is made.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
