import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSchemas } from '#catalogue/validation';
import type { Fetcher } from '#runtime/fetching';
import { shared } from '#tests/shared.ts';
import { fillFolder } from './schemas.ts';
import { pathOfAddress } from './schemas-addresses.ts';
import { downloadSchemas } from './schemas-download.ts';

const copies = shared('schemas');
const folder = mkdtempSync(join(tmpdir(), 'halocline-schemas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The standards bodies, played by the copies of the shared folder. */
const asked: string[] = [];
const bodies: Pick<Fetcher, 'fetch'> = {
  async fetch(url) {
    asked.push(url);
    const path = join(copies ?? '', pathOfAddress(url) ?? 'nowhere');
    // The shared folder has no schema of CSL.
    const isCsl = url.endsWith('/csl-data.json');
    const there = isCsl || existsSync(path);
    const bytes = isCsl
      ? new TextEncoder().encode('{"type": "array"}')
      : there
        ? readFileSync(path)
        : new Uint8Array();
    return { status: there ? 200 : 404, headers: {}, mediaType: '', bytes, url };
  },
};

test.each([
  ['http://www.w3.org/2009/01/xml.xsd', 'w3c/2001/xml.xsd'],
  ['https://schemas.opengis.net/csw/3.0/cswAll.xsd', 'ogc/cat/csw/3.0/cswAll.xsd'],
  ['https://schemas.opengis.net/gml/3.2.1/gml.xsd#x', 'ogc/gml/3.2.1/gml.xsd'],
  ['https://schemas.opengis.net/../../etc/passwd', undefined],
  ['https://elsewhere.example/a.xsd', undefined],
])('%s lies at %s', (address, path) => expect(pathOfAddress(address)).toBe(path));

describe.runIf(copies)('schemas fetched from the standards bodies', () => {
  test('are complete: each schema that is used compiles and does its work', async () => {
    const target = join(folder, 'fetched');
    mkdirSync(target);
    const { files, broken } = await downloadSchemas(target, bodies, () => undefined);
    expect(files).toBeGreaterThan(300);
    // Referred to by the copies, and not among them.
    expect(broken.sort()).toEqual([
      'https://schemas.opengis.net/w3c/1999/xlink.xsd',
      'https://standards.iso.org/iso/19111/rce/1.0/rce.xsd',
      'https://standards.iso.org/iso/19115/-3/gmw/1.0/gco.xsd',
    ]);
    expect(new Set(asked).size).toBe(asked.length);
    const schemas = openSchemas(target);
    const sample = (...path: string[]) => readFileSync(join(copies ?? '', ...path));
    const iso = ['samples', 'iso19139'];
    expect(schemas.validateXsd(sample(...iso, 'dataset-inspire.xml'), 'iso19139')).toEqual([]);
    expect(schemas.validateXsd(sample(...iso, 'dataset-multilingual-gml320.xml'), 'iso19139-2006')).toEqual(
      [],
    );
    expect(schemas.validateXsd(sample(...iso, 'dataset-gmi.xml'), 'iso19139-gmi')).toEqual([]);
    expect(schemas.validateXsd(sample('samples', 'iso19115-3', 'dataset-imos-1.xml'), 'iso19115-3')).toEqual(
      [],
    );
    expect(schemas.validateXsd(sample('samples', 'oai-pmh', 'GetRecord.xml'), 'oai-pmh')).toEqual([]);
    const full = 'Clause_10.2.5.3.4_Example03_Full.xml';
    expect(schemas.validateXsd(sample('ogc', 'csw', '2.0.2', 'examples', full), 'csw-2.0.2')).toEqual([]);
    expect(
      schemas.validateXsd(sample('ogc', 'cat', 'csw', '3.0', 'examples', 'Capabilities.xml'), 'csw-3.0'),
    ).toEqual([]);
    const collection = JSON.parse(sample('stac', 'examples', 'collection.json').toString());
    expect(schemas.validateJson(collection, 'stac-collection')).toEqual([]);
    const record = JSON.parse(sample('ogcapi-records', 'core', 'examples', 'json', 'record.json').toString());
    expect(schemas.validateJson(record, 'ogc-record')).toEqual([]);
    for (const name of ['datacite', 'datacite-4.7', 'oai_dc', 'datacite-json', 'csl'] as const)
      expect(schemas.has(name), name).toBe(true);
  });
});

describe('the folder', () => {
  const target = join(folder, 'installed');
  const catalog = (draft: string, text: string) => {
    writeFileSync(join(draft, 'catalog.xml'), text);
    return Promise.resolve();
  };

  test('is put in place whole, and stays as it was when filling it fails', async () => {
    await fillFolder(target, (draft) => catalog(draft, 'first'));
    await expect(fillFolder(target, () => Promise.reject(new Error('no network')))).rejects.toThrow(
      'no network',
    );
    expect(readFileSync(join(target, 'catalog.xml'), 'utf8')).toBe('first');
    await fillFolder(target, (draft) => catalog(draft, 'second'));
    expect(readFileSync(join(target, 'catalog.xml'), 'utf8')).toBe('second');
    expect(readdirSync(folder).filter((name) => /draft|former/.test(name))).toEqual([]);
  });

  test('that holds something else is left alone', async () => {
    const other = join(folder, 'thesis');
    mkdirSync(other);
    writeFileSync(join(other, 'chapter-1.txt'), 'years of work');
    await expect(fillFolder(other, (draft) => catalog(draft, 'x'))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(readdirSync(other)).toEqual(['chapter-1.txt']);
  });
});
