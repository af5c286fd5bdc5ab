import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { catalogueRecord } from '../model/index.ts';
import { formatOf, readPart, splitDocument } from './index.ts';

const corpus = shared('corpus');
const folders = ['iso19139', 'iso19115-3', 'csw'];

/** Paths of the XML documents of a folder of the corpus, whatever their depth. */
function documents(folder: string): string[] {
  if (!corpus) return [];
  return readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => join(folder, name))
    .sort();
}

describe.runIf(corpus).each(folders)('the documents of %s', (folder) => {
  const names = documents(folder);

  it('are each a record of the model or a listed problem, and what is written of them is valid', {
    timeout: 600_000,
  }, async () => {
    const silent: string[] = [];
    const invalid: string[] = [];
    let records = 0;
    for (const name of names) {
      const bytes = readFileSync(join(corpus ?? '', name));
      const { parts, problems } = await splitDocument(bytes);
      if (parts.length === 0 && problems.length === 0) silent.push(name);
      for (const part of parts) {
        if (part.deleted || !part.format.startsWith('iso')) continue;
        const result = await readPart(part);
        if (!result.record) {
          if (!result.problems.some(({ severity }) => severity === 'error')) silent.push(name);
          continue;
        }
        records += 1;
        expect(catalogueRecord.safeParse(result.record).error, name).toBeUndefined();
        for (const problem of result.problems) expect(problem.path, `${name} ${problem.code}`).toMatch(/^\//);
        const written = formatOf('iso19139').write?.(result.record, {
          id: 'r1',
          pageUrl: 'https://example.org/records/r1',
          datestamp: '2026-01-01T00:00:00Z',
        });
        if (!written || !schemasFolder) continue;
        const faults = validateXml(written.text, 'iso19139');
        if (faults.length > 0) invalid.push(`${name}: ${faults[0]}`);
      }
    }
    expect(silent).toEqual([]);
    expect(invalid).toEqual([]);
    expect(records).toBeGreaterThan(names.length / 10);
  });
});
