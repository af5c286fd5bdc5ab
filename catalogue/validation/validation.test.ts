import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { openSchemas, type XsdName } from './index.ts';

const folder = shared('schemas');
const text = (document: string) => new TextEncoder().encode(document);
const read = (...path: string[]) => readFileSync(join(shared(...path) ?? ''));
const readJson = (...path: string[]) => JSON.parse(read(...path).toString());

describe.runIf(folder)('the official schemas', () => {
  const schemas = openSchemas(folder ?? '');

  test.each<[XsdName, string]>([
    ['iso19139', 'iso19139/dataset-inspire.xml'],
    ['iso19139', 'iso19139/service-inspire.xml'],
    ['iso19139-2006', 'iso19139/dataset-multilingual-gml320.xml'],
    ['iso19139-gmi', 'iso19139/dataset-gmi.xml'],
    ['iso19115-3', 'iso19115-3/dataset-imos-1.xml'],
    ['oai-pmh', 'oai-pmh/GetRecord.xml'],
  ])('%s accepts %s', (name, file) => {
    expect(schemas.validateXsd(read('schemas', 'samples', file), name)).toEqual([]);
  });

  test('a real record that is invalid is told by line, with names as people write them', () => {
    const [first] = schemas.validateXsd(
      read('schemas', 'samples', 'real-but-invalid', 'argo.xml'),
      'csw-2.0.2',
    );
    expect(first).toEqual({
      line: expect.any(Number),
      message: expect.stringMatching(/^Element 'gm\w:\w+': /),
    });
  });

  test('DataCite 4.7 and Dublin Core have schemas of their own', () => {
    const example = read(
      'corpus',
      'datacite',
      'datacite-schema',
      'meta__kernel-4.7__example__datacite-example-full-v4.xml',
    );
    expect(schemas.validateXsd(example, 'datacite-4.7')).toEqual([]);
    const dc =
      '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:titel>x</dc:titel></oai_dc:dc>';
    expect(schemas.validateXsd(text(dc), 'oai_dc')).toEqual([
      { line: 2, message: expect.stringContaining("Element 'dc:titel': This element is not expected.") },
    ]);
  });

  test('a document with a DOCTYPE reads nothing and is not validated', () => {
    const document = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect(JSON.stringify(schemas.validateXsd(text(document), 'oai_dc'))).not.toMatch(/root:/);
  });

  test.each(['collection', 'catalog', 'simple-item'] as const)('STAC accepts the example %s', (name) => {
    const schema = name === 'simple-item' ? 'stac-item' : (`stac-${name}` as const);
    expect(schemas.validateJson(readJson('schemas', 'stac', 'examples', `${name}.json`), schema)).toEqual([]);
  });

  test('STAC tells what a collection lacks', () => {
    const { license: _, ...collection } = readJson('schemas', 'stac', 'examples', 'collection.json');
    expect(schemas.validateJson(collection, 'stac-collection')).toContainEqual({
      path: '/',
      message: "The document must have required property 'license'.",
    });
  });

  test('OGC API Records accepts its example, a geometry among it, and tells what is wrong', () => {
    const record = readJson('schemas', 'ogcapi-records', 'core', 'examples', 'json', 'record.json');
    expect(schemas.validateJson(record, 'ogc-record')).toEqual([]);
    const wrong = { ...record, properties: { ...record.properties, created: 'yesterday' } };
    expect(schemas.validateJson(wrong, 'ogc-record').map(({ path }) => path)).toContain(
      '/properties/created',
    );
  });

  test('DataCite JSON 4.3', () => {
    const findings = schemas.validateJson({ titles: [] }, 'datacite-json');
    expect(findings.map(({ message }) => message)).toContain(
      "The document must have required property 'creators'.",
    );
  });
});

describe('a folder of one’s own', () => {
  const own = mkdtempSync(join(tmpdir(), 'schemas-'));
  afterAll(() => rmSync(own, { recursive: true, force: true }));

  test('without a catalog it is none', () => {
    expect(() => openSchemas(own)).toThrow('is no schemas folder');
  });

  test('a schema reaches neither out of the folder nor the network', () => {
    const xsd = (location: string) =>
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"><xs:import namespace="urn:b" schemaLocation="${location}"/><xs:element name="a" xmlns:b="urn:b"><xs:complexType><xs:attribute ref="b:x"/></xs:complexType></xs:element></xs:schema>`;
    const outside = join(tmpdir(), `outside-${process.pid}.xsd`);
    const other =
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><xs:attribute name="x"/></xs:schema>';
    writeFileSync(outside, other);
    mkdirSync(join(own, 'oai-pmh/OAI/2.0'), { recursive: true });
    mkdirSync(join(own, 'datacite/kernel-4.6'), { recursive: true });
    mkdirSync(join(own, 'iso'));
    writeFileSync(
      join(own, 'catalog.xml'),
      '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI uriStartString="http://x.example/" rewritePrefix="iso/"/></catalog>',
    );
    symlinkSync(outside, join(own, 'iso', 'link.xsd'));
    writeFileSync(join(own, 'iso', 'b.xsd'), other);
    const schemas = openSchemas(own);
    const compiles = (file: string, location: string, name: XsdName) => {
      writeFileSync(join(own, file), xsd(location));
      return schemas.validateXsd(text('<a xmlns="urn:a"/>'), name);
    };
    expect(compiles('oai-pmh/OAI/2.0/oai_dc.xsd', 'http://x.example/b.xsd', 'oai_dc')).toEqual([]);
    for (const location of [
      outside,
      `http://x.example/../../${outside.split('/').at(-1)}`,
      'http://x.example/link.xsd',
      'http://127.0.0.1:9/b.xsd',
    ])
      expect(() => compiles('datacite/kernel-4.6/metadata.xsd', location, 'datacite'), location).toThrow();
    rmSync(outside);
    expect(schemas.has('oai_dc')).toBe(true);
    expect(schemas.has('csl')).toBe(false);
    expect(() => schemas.validateJson({}, 'csl')).toThrow('The schemas folder has no csl/csl-data.json.');
  });
});
