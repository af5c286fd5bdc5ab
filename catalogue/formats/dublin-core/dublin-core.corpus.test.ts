import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { catalogueRecord } from '../../model/index.ts';
import { parseXml, serialiseElement, type XmlElement } from '../../xml/index.ts';
import { cswRecord, oaiDublinCore } from './index.ts';

const folders = [shared('corpus', 'csw'), shared('corpus', 'oai-pmh')].filter((folder) => folder !== null);

function* dublinCore(element: XmlElement): Generator<XmlElement> {
  const isRecord =
    (element.namespace.startsWith('http://www.opengis.net/cat/csw/') &&
      /^(Summary|Brief)?Record$/.test(element.name)) ||
    (element.namespace === 'http://www.openarchives.org/OAI/2.0/oai_dc/' && element.name === 'dc');
  if (isRecord) yield element;
  else for (const child of element.elements()) yield* dublinCore(child);
}

describe.skipIf(folders.length < 2)('Dublin Core of the corpus', () => {
  it('is all read: every record of every page, and every other document refused with a listed error', async () => {
    const counts = { documents: 0, records: 0, refused: 0 };
    const codes: Record<string, number> = {};
    for (const folder of folders) {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true });
      for (const file of files.filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))) {
        const bytes = readFileSync(join(file.parentPath, file.name));
        counts.documents++;
        const { root } = parseXml(bytes);
        const elements = root ? [...dublinCore(root)] : [];
        if (elements.length === 0) {
          const { record, problems } = (await cswRecord.read?.(bytes)) ?? expect.fail();
          expect(record !== null || problems.some(({ severity }) => severity === 'error'), file.name).toBe(
            true,
          );
          counts.refused++;
        }
        for (const element of elements) {
          const format = element.name === 'dc' ? oaiDublinCore : cswRecord;
          const read = await format.read?.(new TextEncoder().encode(serialiseElement(element)));
          expect(catalogueRecord.safeParse(read?.record).error, file.name).toBeUndefined();
          counts.records++;
          for (const { code } of read?.problems ?? []) codes[code] = (codes[code] ?? 0) + 1;
        }
      }
    }
    process.stdout.write(`Dublin Core corpus: ${JSON.stringify(counts)} ${JSON.stringify(codes)}\n`);
    expect(counts.records).toBeGreaterThan(300);
  });
});
