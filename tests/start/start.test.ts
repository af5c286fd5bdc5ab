import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, runScript, type Started, startHalocline } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'halocline-start-'));
const data = join(folder, 'data');
let env: Record<string, string>;
let halocline: Started;

beforeAll(async () => {
  const port = await freePort();
  env = { PORT: String(port), HALOCLINE_DATA: data };
  halocline = await startHalocline(env);
});

afterAll(async () => {
  await halocline?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => fetch(`${halocline.url}${path}`);

describe('the first start', () => {
  test('says what it harvests, where it is, and how to make the first administrator', () => {
    expect(halocline.said()).toMatch(/Harvesting 9 example data centres/);
    for (const centre of [
      'aviso',
      'coriolis',
      'cersat',
      'shom',
      'sismer',
      'roscoff',
      'villefranche',
      'seanoe-like',
    ])
      expect(halocline.said()).toMatch(new RegExp(`${centre}: \\S+\\. \\d+ listed: [1-9]\\d* created`));
    expect(halocline.said()).toMatch(/\/setup\?token=\S+/);
  });

  test('serves every address that machines and people begin with', async () => {
    for (const path of [
      '/',
      '/search',
      '/sources',
      '/about',
      '/health',
      '/metrics',
      '/robots.txt',
      '/sitemap.xml',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    const identify = await (await get('/oai?verb=Identify')).text();
    expect(identify).toContain('<repositoryName>Halocline</repositoryName>');
    expect((await get('/no/such/page')).status).toBe(404);
  });

  test('finds a record, shows its page, and hands on its document', async () => {
    const list = await (await get('/oai?verb=ListIdentifiers&metadataPrefix=oai_dc')).text();
    const id = /<identifier>oai:[^:]+:([a-z0-9]+)<\/identifier>/.exec(list)?.[1];
    expect(id).toBeDefined();
    const page = await get(`/records/${id}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await get(`/records/${id}/original`)).status).toBe(200);
  });

  test('keeps everything harvested in the index', async () => {
    const health = await (await get('/health')).json();
    expect(health).toMatchObject({ status: 'ok', indexLag: 0 });
    expect(health.revision).toBeGreaterThan(90);
  });
});

describe('a second start', () => {
  test('uses what is there', async () => {
    const before = await (await get('/health')).json();
    expect(await halocline.stop()).toBe(0);
    halocline = await startHalocline(env);
    expect(halocline.said()).not.toContain('Harvesting');
    expect(await (await get('/health')).json()).toEqual(before);
  });
});

describe('a wrong setting', () => {
  test.each([
    ['PORT', 'eighty', /PORT: .*"eighty"/],
    ['HALOCLINE_URL', 'ftp://portal', /HALOCLINE_URL: .*"ftp:\/\/portal"/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL: .*"loud"/],
    ['HALOCLINE_CONTACT', 'nobody', /HALOCLINE_CONTACT: .*"nobody"/],
  ])('%s=%s stops the start with a sentence', async (name, value, sentence) => {
    const ended = await runScript('start.js', [], { ...env, [name]: value });
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(sentence);
  });
});
