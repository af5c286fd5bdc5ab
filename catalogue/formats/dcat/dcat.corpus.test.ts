import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { catalogueRecord } from '../../model/index.ts';
import { dcat, splitDcat } from './index.ts';

const folder = shared('corpus', 'dcat');

describe.skipIf(folder === null)('DCAT documents of the corpus', () => {
  const files = readdirSync(folder ?? '.', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'PROVENANCE.txt')
    .map((entry) => join(entry.parentPath, entry.name));

  it('are each read as records or refused with a listed error', async () => {
    const counts = { documents: 0, parts: 0, records: 0, refused: 0, problems: 0 };
    const codes: Record<string, number> = {};
    for (const file of files) {
      const bytes = readFileSync(file);
      const { parts, problems } = await splitDcat(bytes);
      const whole = await dcat.read?.(bytes);
      counts.documents++;
      counts.parts += parts.length;
      // A document of definitions (a context, shapes, an agent alone) holds no resource, and must be told so.
      if (parts.length === 0 && !whole?.record) {
        counts.refused++;
        expect(
          whole?.problems.filter(({ severity }) => severity === 'error'),
          file,
        ).not.toEqual([]);
      }
      for (const part of parts) {
        const read = await dcat.read?.(part.bytes);
        expect(catalogueRecord.safeParse(read?.record).error, file).toBeUndefined();
        expect(
          read?.problems.map(({ code }) => code),
          file,
        ).not.toContain('several-resources');
        counts.records++;
        for (const { code } of [...problems, ...(read?.problems ?? [])]) {
          codes[code] = (codes[code] ?? 0) + 1;
          counts.problems++;
        }
      }
    }
    process.stdout.write(`DCAT corpus: ${JSON.stringify(counts)} ${JSON.stringify(codes)}\n`);
    expect(counts.records).toBeGreaterThan(150);
  });
});
