import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { catalogueRecord } from '../../model/index.ts';
import { schemaOrg, splitSchemaOrg } from './index.ts';

const folder = shared('corpus', 'schemaorg');

describe.skipIf(folder === null)('schema.org documents of the corpus', () => {
  it('are each read as records or refused with a listed error', async () => {
    const counts = { documents: 0, records: 0, refused: 0 };
    const codes: Record<string, number> = {};
    const entries = readdirSync(folder ?? '.', { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((found) => found.isFile() && found.name !== 'PROVENANCE.txt')) {
      const { parts, problems } = await splitSchemaOrg(readFileSync(join(entry.parentPath, entry.name)));
      counts.documents++;
      if (parts.length === 0) {
        expect(
          problems.map(({ severity }) => severity),
          entry.name,
        ).toContain('error');
        counts.refused++;
      }
      for (const part of parts) {
        const read = await schemaOrg.read?.(part.bytes);
        if (read?.record) {
          expect(catalogueRecord.safeParse(read.record).error, entry.name).toBeUndefined();
          counts.records++;
        } else {
          expect(
            read?.problems.map(({ severity }) => severity),
            entry.name,
          ).toContain('error');
          counts.refused++;
        }
        for (const { code } of read?.problems ?? []) codes[code] = (codes[code] ?? 0) + 1;
      }
    }
    process.stdout.write(`schema.org corpus: ${JSON.stringify(counts)} ${JSON.stringify(codes)}\n`);
    expect(counts.records).toBeGreaterThan(230);
  });
});
