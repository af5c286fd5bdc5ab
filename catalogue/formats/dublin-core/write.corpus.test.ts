import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { localise } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { readPart, writersOf } from '../registry.ts';
import { splitDocument } from '../split.ts';
import { cswRecord, oaiDublinCore } from './index.ts';

const corpus = shared('corpus');
const context: WriteContext = {
  id: 'r1',
  pageUrl: 'https://portal.example.org/records/r1',
  datestamp: '2026-01-01T00:00:00Z',
};

describe.runIf(corpus && schemasFolder)('Dublin Core written from the whole corpus', () => {
  it('is valid as oai_dc and csw:Record, for every record that has a title', {
    timeout: 600_000,
  }, async () => {
    const counts: Record<string, number> = { records: 0, untitled: 0 };
    const invalid: string[] = [];
    const missing: string[] = [];
    const files = readdirSync(corpus ?? '.', { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(xml|json|jsonld|ttl|rdf)$/.test(entry.name),
    );
    for (const file of files) {
      const name = join(file.parentPath, file.name);
      const { parts } = await splitDocument(readFileSync(name));
      for (const part of parts) {
        const record = part.deleted ? null : (await readPart(part)).record;
        if (!record) continue;
        counts['records'] = (counts['records'] ?? 0) + 1;
        const isTitled = Boolean(localise(record.resource.titles)?.text.trim());
        if (!isTitled) counts['untitled'] = (counts['untitled'] ?? 0) + 1;
        for (const writer of writersOf([oaiDublinCore, cswRecord])) {
          const written = writer.write(record, context);
          if (!written) {
            if (isTitled) missing.push(`${name} ${writer.name}`);
            continue;
          }
          counts[writer.name] = (counts[writer.name] ?? 0) + 1;
          const schema = writer.name === 'oai_dc' ? 'oai-pmh' : 'csw-2.0.2';
          for (const fault of validateXml(written.text, schema))
            invalid.push(`${name} ${writer.name}: ${fault}`);
        }
      }
    }
    process.stdout.write(`Dublin Core written: ${JSON.stringify(counts)}\n`);
    expect(invalid).toEqual([]);
    expect(missing).toEqual([]);
  });
});
