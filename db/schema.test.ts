import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = resolve(fileURLToPath(import.meta.url), '../..');

test('the committed migrations make the schema: drizzle-kit finds nothing to add', () => {
  // drizzle-kit takes a folder relative to where it runs only.
  const copy = mkdtempSync(join(root, 'node_modules', '.cache-migrations-'));
  try {
    cpSync(join(root, 'db/migrations'), copy, { recursive: true });
    const before = readdirSync(copy);
    const said = execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/drizzle-kit/bin.cjs'),
        'generate',
        '--dialect=sqlite',
        '--schema=./db/schema/index.ts',
        `--out=./${relative(root, copy)}`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(said).toContain('No schema changes');
    expect(readdirSync(copy)).toEqual(before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
