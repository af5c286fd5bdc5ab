import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores, openDatabase } from '#db';
import { shared } from '../shared.ts';
import { runScript } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'halocline-validate-'));
const env = { HALOCLINE_DATA: join(folder, 'data') };
const halocline = (...args: string[]) => runScript('halocline.js', args, env);
const plume = join(folder, 'plume.xml');
const copies = shared('schemas');

beforeAll(() =>
  writeFileSync(
    plume,
    `<?xml version="1.0"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title xml:lang="en">Turbidity of the Gironde plume</dc:title>
  <dc:identifier>doi:10.5072/plume</dc:identifier>
  <dc:description xml:lang="en">Weekly turbidity off the mouth of the Gironde, measured by two buoys.</dc:description>
</oai_dc:dc>`,
  ),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('halocline validate', () => {
  test('ends with 0 when there is no error, and says what was not run', async () => {
    const ended = await halocline('validate', plume);
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('No error. 0 errors, ')]);
    expect(ended.out).toMatch(
      /not run: xsd:oai_dc\. No schemas folder\. Install one with "halocline schemas install"/,
    );
  });

  test('ends with 1 and says line, rule and remedy, in French too', async () => {
    const ended = await halocline('validate', plume, '--rules', 'oai-dc', '--lang', 'fr');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/erreur : Créateur \[oai-dc-creator\]\n\s+Manque : créateur\.\n/);
    expect(ended.out).toMatch(/Remède : Nommez les personnes/);
  });

  test('writes JSON and CSV', async () => {
    const json = await halocline('validate', plume, '--rules', 'inspire', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ format: 'oai_dc', rules: ['inspire'], passed: false });
    const csv = await halocline('validate', plume, '--rules', 'datacite', '--format', 'csv');
    expect(csv.out.split('\r\n')[0]).toBe('severity,rule,part,line,path,title,message,remedy,source');
    expect(csv.out).toContain(
      'error,datacite-creator,,,"dc:creator, dc:publisher",Creator,Missing: creator.,',
    );
  });

  test.each([
    [['validate'], /Name a file/],
    [['validate', join(folder, 'nothing.xml')], /can't be read/],
    [['validate', plume, '--rules', 'isnpire'], /"isnpire" is no rule set\. There are: halocline, inspire/],
    [['validate', plume, '--format', 'pdf'], /pdf.*is invalid/],
    [['validate', '--record', 'nothere'], /There is no record "nothere"/],
  ])('%j ends with 2', async (args, sentence) => {
    const ended = await halocline(...args);
    expect([ended.code, ended.err]).toEqual([2, expect.stringMatching(sentence)]);
  });

  test('checks the document of a record', async () => {
    await halocline('import', plume);
    const doctor = await halocline('doctor');
    expect(doctor.out).toMatch(/ok {2}no schemas: .*"halocline schemas install" adds them/);
    const database = openDatabase(env.HALOCLINE_DATA);
    const [record] = await createStores(database).records.pageByRevision(
      { afterRevision: 0, limit: 1, includeDeleted: false },
      'staff',
    );
    database.close();
    const ended = await halocline('validate', '--record', record?.id ?? '', '--rules', 'datacite');
    expect([ended.code, ended.out]).toEqual([
      1,
      expect.stringContaining('error: Creator [datacite-creator]'),
    ]);
  });
});

describe.runIf(copies)('halocline schemas install --from', () => {
  test('fills the data folder; validate and doctor find it there', async () => {
    const refused = await halocline('schemas', 'install', '--from', folder);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('has no catalog.xml')]);
    const installed = await halocline('schemas', 'install', '--from', copies ?? '');
    expect([installed.code, installed.out]).toEqual([
      0,
      expect.stringContaining(join(folder, 'data', 'schemas')),
    ]);
    expect((await halocline('doctor')).out).toMatch(/ok {2}schemas for validation in /);
    const invalid = join(copies ?? '', 'samples', 'real-but-invalid', 'argo.xml');
    const ended = await halocline('validate', invalid, '--format', 'csv');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/\r\nerror,xsd:csw-2\.0\.2,,13,/);
  });
});
