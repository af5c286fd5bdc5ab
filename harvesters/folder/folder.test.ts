import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { isoDocument, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';
import { linksOf } from './index-page.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

function open(): TestHarvest {
  const harvest = openTestHarvest();
  closing.push(harvest);
  return harvest;
}

async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'records-'));
  closing.push({ close: () => rm(path, { recursive: true }) });
  return path;
}

const document = (identifier: string) => isoDocument({ identifier, title: identifier });

describe('a local folder', () => {
  it('passes over hidden files, links and what holds no metadata', async () => {
    const [folder, outside] = [await temporaryFolder(), await temporaryFolder()];
    await mkdir(join(folder, 'below', 'deep'), { recursive: true });
    await mkdir(join(folder, '.git'));
    await writeFile(join(outside, 'secret.xml'), document('secret'));
    await symlink(outside, join(folder, 'link'));
    await symlink(join(outside, 'secret.xml'), join(folder, 'link.xml'));
    for (const [name, identifier] of [
      ['a.xml', 'a'],
      ['below/deep/b.XML', 'b'],
      ['.hidden.xml', 'hidden'],
      ['.git/c.xml', 'c'],
      ['readme.txt', 'd'],
    ] as const)
      await writeFile(join(folder, name), document(identifier));
    const harvest = open();
    await harvest.source({ protocol: 'folder', url: folder });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 2, problems: 0 });
    expect(await harvest.live()).toEqual(['a', 'b']);
    const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'b');
    const original = await harvest.stores.records.original(record?.id ?? '', 'staff');
    expect(original?.url).toBe('file:///below/deep/b.XML');
    expect(Buffer.from(original?.bytes ?? []).toString()).toBe(document('b'));
  });

  it('keeps a record whose file broke, names the file, and withdraws one whose file is gone', async () => {
    const folder = await temporaryFolder();
    for (const { identifier } of sampleRecords(4))
      await writeFile(join(folder, `${identifier}.xml`), document(identifier));
    const harvest = open();
    await harvest.source({ protocol: 'folder', url: folder });
    await harvest.harvester.harvest('test');
    await writeFile(
      join(folder, 'record-0001.xml'),
      '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><a>',
    );
    await rm(join(folder, 'record-0002.xml'));
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ refused: 1, withdrawn: 1, unchanged: 2 });
    expect(await harvest.live()).toEqual(['record-0001', 'record-0003', 'record-0004']);
    const named = (await harvest.problems(run)).find(({ identifier }) => identifier === 'record-0001.xml');
    expect(named?.severity).toBe('error');
  });

  it('is imported without withdrawing what was imported before', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(one, 'a.xml'), document('a'));
    await writeFile(join(two, 'b.xml'), document('b'));
    const harvest = open();
    expect((await harvest.harvester.importDocuments(join(one, 'a.xml'))).counts.created).toBe(1);
    expect((await harvest.harvester.importDocuments(two)).counts).toMatchObject({ created: 1, withdrawn: 0 });
    expect(await harvest.live('import')).toEqual(['a', 'b']);
    const missing = await harvest.harvester.importDocuments(join(two, 'none'));
    expect(missing).toMatchObject({ state: 'failed', message: /no file or folder/ });
  });
});

describe('an index page', () => {
  const start = new URL('https://data.example.org/waf/');
  const at = (html: string, page = start) => {
    const { folders, files } = linksOf(html, page, start);
    return { folders: folders.map(({ pathname }) => pathname), files: files.map(({ pathname }) => pathname) };
  };

  it('gives its files and subfolders, and nothing outside', () => {
    const html = `<a href="?C=N;O=D">Name</a><a href="../">Parent</a><a href="/">Home</a><A HREF='sub/'>sub</A>
      <a class=x href=plain.xml>x</a><a href="a%20b.xml">a b</a><a href="/waf/c.xml#d">c</a>
      <a href="https://evil.example.org/waf/d.xml">d</a><a href="//evil.example.org/waf/e.xml">e</a>
      <a href="/other/f.xml">f</a><a href="sub/../../g.xml">g</a><a href="..%2f..%2fh.xml">h</a>
      <a href="javascript:alert(1)">i</a><a href=".hidden.xml">j</a><a href="http://[bad">k</a>`;
    expect(at(html)).toEqual({
      folders: ['/waf/sub/'],
      files: ['/waf/plain.xml', '/waf/a%20b.xml', '/waf/c.xml'],
    });
  });

  it('takes bounded time on a page made to waste it', () => {
    expect(at('<a '.repeat(300_000)).files).toEqual([]);
    expect(at('<a href='.repeat(300_000)).folders).toEqual([]);
  });
});

it('a web-accessible folder costs one record where one file fails, and never goes in circles', async () => {
  const server: LocalServer = await startLocalServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/')) {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end(
        '<a href="a.xml">a</a><a href="gone.xml">g</a><a href="b.xml">b</a><a href="loop/">l</a>',
      );
    }
    if (path.includes('loop')) return void response.writeHead(404).end();
    if (path.includes('gone')) return void response.writeHead(410).end();
    response.end(document(path.slice(-5, -4)));
  });
  const harvest = open();
  closing.push(server);
  await harvest.source({ protocol: 'folder', url: `${server.url}/` });
  const run = await harvest.harvester.harvest('test');
  expect(await harvest.live()).toEqual(['a', 'b']);
  expect(run.state).toBe('succeeded');
  expect(server.requests.length).toBeLessThan(60);
  expect((await harvest.problems(run)).map(({ identifier }) => identifier)).toContain('gone.xml');
});

it('a web-accessible folder is crawled as its robots.txt allows, and what it forbids is not taken for gone', async () => {
  let rules = '';
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') return void response.end(rules);
    response.setHeader('content-type', path.endsWith('/') ? 'text/html' : 'text/xml');
    if (path === '/') return void response.end('<a href="open/">open</a><a href="private/">private</a>');
    if (path.endsWith('/')) return void response.end('<a href="a.xml">a</a><a href="b.xml">b</a>');
    response.end(document(path.slice(1).replace('/', '-')));
  });
  const harvest = open();
  closing.push(server);
  await harvest.source({ protocol: 'folder', url: `${server.url}/` });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 4, problems: 0 });
  rules = 'User-agent: *\nDisallow: /private/\nDisallow: /open/b';
  const asked = server.requests.length;
  const run = await harvest.harvester.harvest('test');
  expect(run.counts).toMatchObject({ listed: 1, unchanged: 1, withdrawn: 0 });
  expect(await harvest.problems(run)).toMatchObject([
    { code: 'robots-disallowed', message: /2 files or folders/ },
    { code: 'listing-incomplete' },
  ]);
  expect(server.requests.slice(asked).filter(({ path }) => /private|b\.xml/.test(path))).toEqual([]);
});
