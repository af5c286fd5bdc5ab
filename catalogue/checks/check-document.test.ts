import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { openSchemas } from '../validation/index.ts';
import { type CheckOptions, type CheckReport, checkDocument, ruleSetNames } from './index.ts';

const folder = shared('schemas');
const corpus = shared('corpus');
const bytes = (text: string) => new TextEncoder().encode(text);
const schemas = folder ? openSchemas(folder) : undefined;
const check = (root: string | null, path: string, options: CheckOptions = {}) =>
  checkDocument(readFileSync(join(root ?? '', path)), { ...(schemas ? { schemas } : {}), ...options });
const short = ({ findings }: CheckReport) =>
  findings.map(({ severity, rule, line = 0 }) => `${severity} ${rule} ${line}`);
const of = (report: CheckReport, from: 'document' | 'schema' | 'rules') =>
  short({ ...report, findings: report.findings.filter((finding) => finding.from === from) });

const dublinCore = bytes(`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title xml:lang="en">Turbidity of the Gironde plume</dc:title>
  <dc:date>yesterday</dc:date>
</oai_dc:dc>`);

describe('without a schemas folder', () => {
  test('reads, applies the rules and says what was not run', async () => {
    const report = await checkDocument(dublinCore, { sets: ['halocline', 'oai-dc'] });
    expect(report).toMatchObject({
      format: 'oai_dc',
      rules: ['halocline', 'oai-dc'],
      parts: [{ format: 'oai_dc', title: 'Turbidity of the Gironde plume', line: expect.any(Number) }],
      notRun: [{ check: 'xsd:oai_dc', reason: expect.stringContaining('halocline schemas install') }],
      passed: false,
      left: 0,
    });
    expect(report.findings.find(({ rule }) => rule === 'date-unreadable')).toEqual({
      severity: 'error',
      rule: 'date-unreadable',
      from: 'document',
      line: 4,
      path: '/oai_dc:dc/dc:date',
      title: 'Date unreadable',
      message: expect.stringContaining('"yesterday"'),
      messageLanguage: 'en',
      remedy: expect.stringContaining('ISO 8601'),
    });
    expect(report.findings.find(({ rule }) => rule === 'oai-dc-creator')).toMatchObject({
      severity: 'error',
      path: 'dc:creator, dc:publisher',
      message: 'Missing: creator.',
      source: expect.stringContaining('dc:creator (mandatory)'),
    });
  });

  test('in French', async () => {
    const { findings, notRun } = await checkDocument(dublinCore, { language: 'fr' });
    expect(findings.find(({ rule }) => rule === 'halocline-abstract')).toMatchObject({
      title: 'Résumé',
      message: 'Manque : résumé.',
      messageLanguage: 'fr',
      remedy: expect.stringContaining('Décrivez la ressource'),
    });
    expect(findings.find(({ rule }) => rule === 'date-unreadable')).toMatchObject({
      title: 'Date illisible',
      messageLanguage: 'en',
      remedy: expect.stringContaining('Écrivez la date'),
    });
    expect(notRun[0]?.reason).toContain('Pas de dossier de schémas');
  });
});

describe('what is no metadata record never throws', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'b'.repeat(n + 1)} "${'&a;'.repeat(10)}">`).join('')}]><a>&bbbbbbbbb;</a>`;
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytes(''), ''],
    ['bytes of a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254, 0, 0]), ''],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), ''],
    ['a web page', bytes('<!doctype html><html><body>404</body></html>'), 'html-instead-of-record'],
    ['broken XML', bytes('<a>\n<b></a>'), 'not-well-formed'],
    [
      'an entity that reads a file',
      bytes('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      'doctype-refused',
    ],
    ['an entity bomb', bytes(bomb), 'doctype-refused'],
    ['broken JSON', bytes('{"a": 1,}'), 'not-well-formed'],
    ['deep JSON', bytes('['.repeat(100_000)), 'nested-too-deep'],
    ['deep XML', bytes('<a>'.repeat(10_000)), ''],
    ['broken Turtle', bytes('@prefix a: <urn:a> .\n a:b a:c'), ''],
  ])('%s', async (_name, document, code) => {
    const report = await checkDocument(document, {
      sets: [...ruleSetNames],
      ...(schemas ? { schemas } : {}),
    });
    expect(report.passed).toBe(false);
    expect(report.parts).toEqual([]);
    if (code) expect(report.findings.map(({ rule }) => rule)).toContain(code);
    expect(JSON.stringify(report)).not.toContain('root:');
  });

  test('a broken document is told by line', async () => {
    expect(short(await checkDocument(bytes('<a>\n<b></a>')))).toEqual(['error not-well-formed 2']);
  });
});

describe.runIf(folder && corpus)('real documents', () => {
  test.each(['dataset-inspire.xml', 'service-inspire.xml', 'dataset-hvd.xml'])(
    'the INSPIRE example %s passes all INSPIRE rules and its schema',
    async (name) => {
      const report = await check(folder, `samples/iso19139/${name}`, { sets: ['inspire'] });
      expect(of(report, 'rules')).toEqual([]);
      expect(of(report, 'schema')).toEqual([]);
      expect(report).toMatchObject({ notRun: [], passed: true });
    },
  );

  test.each([
    ['01_Dataset_Invalid_XSD_No_Such_Element.xml', 'schema', 'error xsd:iso19139 6'],
    ['05_Series_Invalid_XSD_No_Such_Element.xml', 'schema', 'error xsd:iso19139 6'],
    ['09_Service_Invalid_No_Such_Element.xml', 'schema', 'error xsd:iso19139 5'],
    ['02_Dataset_Invalid_19139_Missing_Data_Format.xml', 'rules', 'warning inspire-data-encoding 457'],
    ['03_Dataset_Invalid_GEMINI_Missing_Keyword.xml', 'rules', 'error inspire-theme-keyword 89'],
    ['07_Series_Invalid_GEMINI_Missing_Keyword.xml', 'rules', 'error inspire-theme-keyword 86'],
    ['11_Service_Invalid_GEMINI_Service_Type.xml', 'rules', 'error inspire-sds-type'],
  ] as const)('GEMINI test %s', async (name, from, expected) => {
    const report = await check(corpus, `iso19139/ckanext-spatial/xml__gemini2.1__validation__${name}`, {
      sets: ['inspire'],
    });
    expect(of(report, from).filter((line) => line.startsWith(expected))).not.toEqual([]);
  });

  test('GEMINI test 04, a valid one, differs from those in what they break', async () => {
    const report = await check(
      corpus,
      'iso19139/ckanext-spatial/xml__gemini2.1__validation__04_Dataset_Valid.xml',
      {
        sets: ['inspire'],
      },
    );
    expect(of(report, 'schema')).toEqual([]);
    // GEMINI 2.1 is older than the Technical Guidance 2.0.
    expect(of(report, 'rules')).toEqual([
      'error inspire-conditions-for-access-and-use 307',
      'error inspire-limitations-on-public-access 321',
      'error inspire-conformity 618',
      'error inspire-interoperability-conformity 618',
    ]);
  });

  test.each([
    ['argo.xml', 'error xsd:csw-2.0.2 13', 'error inspire-theme-keyword 88'],
    ['emodnet.xml', 'error xsd:csw-2.0.2 13', 'error inspire-theme-keyword 88'],
    ['copernicus-marine.xml', 'error xsd:csw-2.0.2 49', 'error inspire-limitations-on-public-access 602'],
    ['seadatanet-cdi.xml', 'error xsd:csw-2.0.2 367', 'error inspire-limitations-on-public-access 494'],
    ['mixed-gml-namespaces.xml', 'error inspire-dataset-uid 23', 'error inspire-keyword-originating-cv 43'],
  ])('%s within an answer of a CSW is told by the lines of the answer', async (name, ...expected) => {
    const report = await check(folder, `samples/real-but-invalid/${name}`, { sets: ['inspire'] });
    expect(report.parts).toMatchObject([{ format: 'iso19139', line: 3 }]);
    expect(short(report)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['rule_2.7.14_extent_fail.xml', 'inspire-bounding-box'],
    ['rule_2.7.18_resource_lineage_statement_fail.xml', 'inspire-lineage'],
    ['rule_2.7.10_resource_constraint_fail_v2.0.xml', 'inspire-conditions-for-access-and-use'],
    ['rule_2.7.11_resource_legal_access_constraint_fail_v2.0.xml', 'inspire-limitations-on-public-access'],
  ])('%s breaks %s', async (name, rule) => {
    const report = await check(corpus, `iso19115-3/geoscience-australia-profile/${name}`, {
      sets: ['inspire'],
    });
    const found = report.findings.find((finding) => finding.rule === rule);
    expect(found).toMatchObject({
      line: expect.any(Number),
      path: expect.stringMatching(/^\/mdb:MD_Metadata\//),
    });
  });

  test('STAC and OGC API Records by their JSON schemas, with lines', async () => {
    const stac = await check(folder, 'stac/examples/collection.json');
    expect(stac.notRun.filter(({ check: name }) => name.startsWith('json'))).toEqual([]);
    expect(of(stac, 'schema')).toEqual([]);
    const bad = readFileSync(join(folder ?? '', 'stac/examples/collection.json'), 'utf8');
    const broken = await checkDocument(bytes(bad.replace(/"license": "[^"]+"/, '"license": 7')), {
      ...(schemas ? { schemas } : {}),
    });
    const line = bad.slice(0, bad.indexOf('"license"')).split('\n').length;
    expect(of(broken, 'schema')).toContain(`error json-schema:stac-collection ${line}`);
    const record = await check(corpus, 'ogcapi-records/pywcmp/wcmp2-passing.json');
    expect(of(record, 'schema')).toEqual([]);
  });

  test('DCAT by its shapes', async () => {
    const turtle =
      '@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n<https://e.org/d> a dcat:Dataset ; dct:title "Tides" .';
    const report = await checkDocument(bytes(turtle), { sets: ['dcat-ap'], ...(schemas ? { schemas } : {}) });
    expect(of(report, 'schema')).toContain('error shacl:dcat-ap-3 Dataset dct:description minCount 0');
    expect(of(report, 'rules')).toContain('error dcat-ap-abstract 0');
    expect(report.notRun).toEqual([]);
  });

  test('DataCite in XML; older kernels have no schema here, and that is said', async () => {
    const newest = await check(
      corpus,
      'datacite/datacite-schema/meta__kernel-4.7__example__datacite-example-full-v4.xml',
      { sets: ['datacite'] },
    );
    expect(newest).toMatchObject({ format: 'datacite-xml', passed: true, notRun: [] });
    const old = bytes(
      '<resource xmlns="http://datacite.org/schema/kernel-2.2"><titles><title>T</title></titles></resource>',
    );
    expect((await checkDocument(old, { ...(schemas ? { schemas } : {}) })).notRun).toMatchObject([
      { check: 'schema:<resource>', reason: expect.stringContaining('kernel-2.2') },
    ]);
  });
});
