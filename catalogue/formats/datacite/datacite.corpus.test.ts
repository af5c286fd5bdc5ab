import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { catalogueRecord } from '../../model/index.ts';
import { dataciteJson, dataciteXml } from './index.ts';

const folder = shared('corpus', 'datacite');

describe.skipIf(folder === null)('DataCite documents of the corpus', () => {
  it('are each read as a record or refused with a listed error', async () => {
    const counts = { documents: 0, records: 0, refused: 0 };
    const codes: Record<string, number> = {};
    const entries = readdirSync(folder ?? '.', { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((found) => found.isFile() && found.name !== 'PROVENANCE.txt')) {
      const format = entry.name.endsWith('.json') ? dataciteJson : dataciteXml;
      const read = await format.read?.(readFileSync(join(entry.parentPath, entry.name)));
      counts.documents++;
      if (read?.record) {
        expect(catalogueRecord.safeParse(read.record).error, entry.name).toBeUndefined();
        counts.records++;
      } else {
        expect(read?.problems.map(({ severity }) => severity)).toContain('error');
        counts.refused++;
      }
      for (const { code } of read?.problems ?? []) codes[code] = (codes[code] ?? 0) + 1;
    }
    process.stdout.write(`DataCite corpus: ${JSON.stringify(counts)} ${JSON.stringify(codes)}\n`);
    // Two are malformed; one is of a format that DataCite used before it had a JSON of its own.
    expect(counts.refused).toBe(3);
    expect(counts.records).toBeGreaterThan(140);
  });
});
