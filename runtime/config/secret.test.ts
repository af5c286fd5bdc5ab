import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signingSecret } from './index.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'halocline-secret-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

test('the configured one is taken', () => {
  const secret = 'x'.repeat(32);
  expect(signingSecret({ secret, dataFolder })).toBe(secret);
});

test('without one, one is made and kept, for its owner only', () => {
  const secret = signingSecret({ secret: undefined, dataFolder: join(dataFolder, 'new') });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(signingSecret({ secret: undefined, dataFolder: join(dataFolder, 'new') })).toBe(secret);
  expect(statSync(join(dataFolder, 'new', 'secret')).mode & 0o777).toBe(0o600);
  expect(signingSecret({ secret: undefined, dataFolder })).not.toBe(secret);
});

test('a file that was cut short is refused, not used', () => {
  writeFileSync(join(dataFolder, 'secret'), 'short');
  expect(() => signingSecret({ secret: undefined, dataFolder })).toThrow(/no key of at least 32/);
});
