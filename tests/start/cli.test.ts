import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startExampleCentres } from '#examples';
import { runScript } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'halocline-cli-'));
const env = { HALOCLINE_DATA: join(folder, 'data') };
const halocline = (...args: string[]) => runScript('halocline.js', args, env);
let centres: Awaited<ReturnType<typeof startExampleCentres>>;

beforeAll(async () => {
  centres = await startExampleCentres();
});

afterAll(async () => {
  await centres.close();
  rmSync(folder, { recursive: true, force: true });
});

const centre = (id: string) => centres.centres.find((candidate) => candidate.id === id)?.url ?? '';

describe('help and mistakes', () => {
  test('help shows every command and an example', async () => {
    const help = await halocline('--help');
    expect(help.code).toBe(0);
    for (const command of [
      'serve',
      'worker',
      'harvest',
      'assess',
      'sources',
      'import',
      'export',
      'reindex',
      'runs',
      'reread',
      'doctor',
    ])
      expect(help.out).toContain(command);
    expect((await halocline('harvest', '--help')).out).toContain('halocline harvest --all --dry-run');
  });

  test.each([
    [['harves'], /unknown command 'harves'/],
    [['harvest', '--al'], /unknown option '--al'/],
    [['export', 'x'], /--format/],
    [['sources', 'add', 'x', 'http://x', '--protocol', 'gopher'], /gopher.*is invalid/],
  ])('%j is not understood: exit code 2', async (args, sentence) => {
    const ended = await halocline(...args);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(sentence);
  });

  test('what can’t be done ends with 1 and a sentence', async () => {
    const neither = await halocline('harvest');
    expect([neither.code, neither.err]).toEqual([1, expect.stringContaining('Name a source, or say --all')]);
    const unknown = await halocline('harvest', 'nowhere');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('There is no source "nowhere"')]);
    const slug = await halocline('sources', 'add', 'Not A Slug', centre('aviso'), '--protocol', 'csw');
    expect([slug.code, slug.err]).toEqual([1, expect.stringContaining('id: must be lower-case')]);
  });
});

describe('the life of a source', () => {
  test('added, tried dry, harvested, harvested again, shown', async () => {
    const added = await halocline(
      'sources',
      'add',
      'aviso',
      centre('aviso'),
      '--protocol',
      'csw',
      '--allow-private',
      '--name',
      'AVISO',
    );
    expect([added.code, added.out]).toEqual([0, expect.stringContaining('Added "aviso"')]);

    const dry = await halocline('harvest', 'aviso', '--dry-run');
    expect([dry.code, dry.out]).toEqual([
      0,
      expect.stringMatching(/dry run, nothing stored, succeeded\. 13 listed: 13 created/),
    ]);
    expect((await halocline('sources', 'list')).out).toMatch(/aviso\s+csw\s+0 /);

    const first = await halocline('harvest', '--all');
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(/aviso: succeeded\. 13 listed: 13 created/),
    ]);
    const second = await halocline('harvest', 'aviso');
    expect(second.out).toMatch(/13 listed: 0 created, 0 updated, 13 unchanged, 0 withdrawn/);
    expect((await halocline('sources', 'list')).out).toMatch(/aviso\s+csw\s+13 succeeded/);
    expect((await halocline('sources', 'show', 'aviso')).out).toContain('"protocol": "csw"');
  });

  test('a source that does not answer fails with the reason, and nothing is withdrawn', async () => {
    await halocline(
      'sources',
      'add',
      'aviso',
      'http://127.0.0.1:9/csw',
      '--protocol',
      'csw',
      '--allow-private',
    );
    const ended = await halocline('harvest', 'aviso');
    expect([ended.code, ended.out]).toEqual([
      1,
      expect.stringMatching(/aviso: failed\. .* 0 withdrawn.*127\.0\.0\.1/s),
    ]);
    expect((await halocline('sources', 'list')).out).toMatch(/aviso\s+csw\s+13 failed/);
  });
});

describe('documents by hand', () => {
  const records = join(folder, 'records');
  const dublinCore = `<?xml version="1.0"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title xml:lang="en">Turbidity of the Gironde plume</dc:title>
  <dc:identifier>doi:10.5072/plume</dc:identifier>
  <dc:description xml:lang="en">Weekly turbidity off the mouth of the Gironde.</dc:description>
</oai_dc:dc>`;

  test('imported, exported, and a bad neighbour told without harm', async () => {
    mkdirSync(records);
    writeFileSync(join(records, 'plume.xml'), dublinCore);
    writeFileSync(join(records, 'broken.xml'), '<a><b></a>');
    const imported = await halocline('import', records);
    expect(imported.out).toMatch(/import: succeeded\. 2 listed: 1 created.* 1 refused/);
    expect(imported.err).toMatch(/broken\.xml .*not well-formed/);
    expect(imported.code).toBe(1);

    const again = await halocline('import', join(records, 'plume.xml'), '--dry-run');
    expect(again.out).toMatch(/0 created, 0 updated, 1 unchanged/);
    expect(again.code).toBe(0);
  });

  test('export writes formats and the very bytes', async () => {
    const doctor = await halocline('doctor');
    expect(doctor.out).toMatch(/ok {2}the search index follows the log/);
    const reindexed = await halocline('reindex');
    expect(reindexed.out).toMatch(/14 records indexed/);
    const missing = await halocline('export', 'nothere', '--format', 'oai_dc');
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('There is no record "nothere"')]);
  });

  test('doctor says what is amiss and what to do', async () => {
    const ended = await halocline('doctor');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(
      /!! {2}last runs that did not end well: aviso \(failed\)\n\s+See the page of the source/,
    );
  });
});

describe('runs', () => {
  test('a dry run is shown, approved and rolled back', async () => {
    const id = 'previewed';
    await halocline('sources', 'add', id, centre('coriolis'), '--protocol', 'csw', '--allow-private');
    expect((await halocline('harvest', id, '--dry-run')).code).toBe(0);
    const [run = ''] = (await halocline('runs', 'list', id)).out.split(' ');
    const shown = await halocline('runs', 'show', run);
    expect(shown.out.split('\n').filter((line) => line.startsWith('created  '))).toHaveLength(10);
    const approved = await halocline('runs', 'approve', run);
    expect([approved.code, approved.out]).toEqual([0, expect.stringContaining('10 created')]);
    expect((await halocline('sources', 'list')).out).toMatch(/previewed +csw +10 /);
    const undone = await halocline('runs', 'roll-back', run);
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining('10 withdrawn')]);
    const twice = await halocline('runs', 'roll-back', run);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('only once')]);
  });
});
