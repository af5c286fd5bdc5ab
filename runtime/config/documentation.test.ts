import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#runtime/root';

const read = (...path: string[]) => readFileSync(join(projectRoot(), ...path), 'utf8');

test('every variable that is read is documented, and no other', () => {
  const source = read('runtime', 'config', 'index.ts');
  const schema = source.slice(source.indexOf('z.object({'), source.indexOf('});'));
  const variables = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
  const documented = [...read('docs', 'configuration.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(
    ([, name]) => name,
  );
  expect(variables.length).toBeGreaterThan(10);
  expect(documented.toSorted()).toEqual(variables.toSorted());
});
