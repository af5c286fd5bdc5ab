import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#runtime/root';

/** Licences that an Apache-2.0 work may depend on at run time (docs/decisions/0005). */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'Apache-2.0',
  'MPL-2.0',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'OFL-1.1',
  'W3C-20150513',
]);

/** Packages under a licence of their own, each weighed in docs/decisions/0010. */
const weighed = new Map([
  ['node_modules/citeproc', 'CPAL-1.0 OR AGPL-1.0'],
  ['node_modules/h5wasm', 'SEE LICENSE IN LICENSE.txt'],
]);

type LockedPackage = { dev?: boolean; link?: boolean; optional?: boolean; license?: string };

/** `(MIT OR GPL-2.0)` is fine when one side is; `MIT AND Zlib` needs both. */
function acceptable(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())));
}

test('every run-time dependency has a licence that the project allows', () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8'),
  );
  const runtime = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== '' && !entry.dev && !entry.link,
  );
  expect(runtime.length).toBeGreaterThan(50);
  const refused = runtime
    .filter(
      ([path, entry]) => weighed.get(path) !== entry.license && !acceptable(entry.license ?? 'none stated'),
    )
    .map(([path, entry]) => `${path}: ${entry.license ?? 'none stated'}`);
  expect(refused).toEqual([]);
});

test('a copyleft licence would be refused', () => {
  expect(acceptable('GPL-3.0-only')).toBe(false);
  expect(acceptable('MIT AND GPL-2.0')).toBe(false);
  expect(acceptable('(MIT OR GPL-2.0)')).toBe(true);
});
