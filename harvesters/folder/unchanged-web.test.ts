import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { type HarvesterPorts, plainInterpreter } from '../index.ts';
import {
  dcatCatalogue,
  isoDocument,
  openTestHarvest,
  sampleRecords,
  type TestHarvest,
} from '../testing/index.ts';
import type { HarvestPolicy } from '../types.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type ServedFile = { body: string; etag?: string; modified?: string; movedTo?: string };
/** What was asked of a file, and how it was answered. */
type Asked = { name: string; status: number; condition: string | undefined };

/** A folder that is served as RFC 9110 says: 304 where the condition of a request holds. */
async function serve(files: Map<string, ServedFile>, before: (asked: Asked[]) => void = () => {}) {
  const asked: Asked[] = [];
  const server: LocalServer = await startLocalServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    if (name === '') {
      response.setHeader('content-type', 'text/html');
      return void response.end([...files.keys()].map((file) => `<a href="${file}">f</a>`).join('\n'));
    }
    const file = files.get(name) ?? [...files.values()].find(({ movedTo }) => movedTo === name);
    if (!file) return void response.writeHead(404).end();
    const { 'if-none-match': tag, 'if-modified-since': since } = request.headers;
    const holds = tag ? tag === file.etag : since !== undefined && since === file.modified;
    const isMoved = file.movedTo !== undefined && file.movedTo !== name;
    const status = isMoved ? 302 : holds ? 304 : 200;
    asked.push({ name, status, condition: tag ?? since });
    before(asked);
    if (isMoved) response.setHeader('location', `/${file.movedTo}`);
    if (file.etag) response.setHeader('etag', file.etag);
    if (file.modified) response.setHeader('last-modified', file.modified);
    response.writeHead(status).end(status === 200 ? file.body : '');
  });
  closing.push(server);
  return {
    url: `${server.url}/`,
    /** What was asked since this was called last, in the order of the names. */
    asked: () => asked.splice(0).sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

async function open(url: string, policy: Partial<HarvestPolicy> = {}, ports: Partial<HarvesterPorts> = {}) {
  const harvest: TestHarvest = openTestHarvest({ ports });
  closing.push(harvest);
  await harvest.source({
    protocol: 'folder',
    url,
    policy: { mostGone: 1, mostChanged: 1, graceDays: 0, ...policy },
  });
  const remembered = async (names: string[]) => {
    const files = await harvest.stores.sourceFiles.get(
      'test',
      names.map((name) => url + name),
    );
    return files.map(({ address }) => address.slice(url.length)).sort();
  };
  return { harvest, harvester: harvest.harvester, remembered };
}

const file = (identifier: string, version = 1): ServedFile => ({
  body: isoDocument({ identifier, title: `${identifier}, version ${version}` }),
  etag: `"${identifier}-${version}"`,
});
const filesOf = (...identifiers: string[]) =>
  new Map(identifiers.map((identifier) => [`${identifier}.xml`, file(identifier)]));
const statuses = (asked: Asked[]) => asked.map(({ status }) => status);
const all = (count: number, status: number) => Array.from({ length: count }, () => status);

describe('files of a web-accessible folder that did not change', () => {
  it('are not fetched again; what changed, came, went or was renamed is told as ever', async () => {
    const files = filesOf('a', 'b', 'c', 'd');
    const { url, asked } = await serve(files);
    const { harvest, harvester, remembered } = await open(url);
    expect((await harvester.harvest('test')).counts).toMatchObject({ created: 4 });
    expect(asked().map(({ status, condition }) => [status, condition])).toEqual(
      Array.from({ length: 4 }, () => [200, undefined]),
    );
    const again = await harvester.harvest('test');
    expect(again.counts).toMatchObject({ listed: 4, unchanged: 4, withdrawn: 0, problems: 0 });
    expect(again).toMatchObject({ state: 'succeeded', complete: true });
    expect(asked()).toMatchObject([
      { status: 304, condition: '"a-1"' },
      { status: 304, condition: '"b-1"' },
      { status: 304, condition: '"c-1"' },
      { status: 304, condition: '"d-1"' },
    ]);

    files.set('a.xml', file('a', 2));
    files.delete('b.xml');
    files.delete('c.xml');
    files.set('renamed.xml', file('c'));
    files.set('e.xml', file('e'));
    const third = await harvester.harvest('test');
    expect(third.counts).toMatchObject({ listed: 4, created: 1, updated: 1, unchanged: 2, withdrawn: 1 });
    expect(await harvest.live()).toEqual(['a', 'c', 'd', 'e']);
    expect(asked()).toEqual([
      { name: 'a.xml', status: 200, condition: '"a-1"' },
      { name: 'd.xml', status: 304, condition: '"d-1"' },
      { name: 'e.xml', status: 200, condition: undefined },
      { name: 'renamed.xml', status: 200, condition: undefined },
    ]);
    const names = ['a.xml', 'b.xml', 'c.xml', 'd.xml', 'e.xml', 'renamed.xml'];
    expect(await remembered(names)).toEqual(['a.xml', 'd.xml', 'e.xml', 'renamed.xml']);
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 4, withdrawn: 0 });
    expect(statuses(asked())).toEqual(all(4, 304));

    await harvester.remove('test', { force: true });
    expect(await remembered(names)).toEqual([]);
  });

  it('are fetched all the same by a full run, and where readers changed', async () => {
    let readers = 'one';
    const { url, asked } = await serve(filesOf('a', 'b'));
    const { harvester } = await open(url, {}, { interpreterOf: () => plainInterpreter(readers) });
    await harvester.harvest('test');
    await harvester.harvest('test', { full: true });
    expect(statuses(asked())).toEqual(all(4, 200));
    await harvester.harvest('test');
    expect(statuses(asked())).toEqual(all(2, 304));
    readers = 'two';
    expect((await harvester.harvest('test')).counts).toMatchObject({ updated: 2 });
    expect(statuses(asked())).toEqual(all(2, 200));
    await harvester.harvest('test');
    expect(statuses(asked())).toEqual(all(2, 304));
  });

  it('are told by a tag that the server gives, though it be wrong, until everything is asked for', async () => {
    const files = filesOf('a');
    const { url, asked } = await serve(files);
    const { harvester } = await open(url);
    await harvester.harvest('test');
    files.set('a.xml', { ...file('a', 2), etag: '"a-1"' });
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 1, updated: 0 });
    expect((await harvester.harvest('test', { full: true })).counts).toMatchObject({ updated: 1 });
    expect(statuses(asked())).toEqual([200, 304, 200]);
  });

  it('are told by their date only where that was over when they were answered', async () => {
    const old = 'Wed, 01 May 2024 00:00:00 GMT';
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    const { etag: _a, ...a } = file('a');
    const { etag: _b, ...b } = file('b');
    const files = new Map([
      ['a.xml', { ...a, modified: old }],
      ['b.xml', { ...b, modified: later }],
    ]);
    const { url, asked } = await serve(files);
    const { harvester } = await open(url);
    await harvester.harvest('test');
    asked();
    // Within the second that its date names, the file became another one.
    files.set('b.xml', { body: file('b', 2).body, modified: later });
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 1, updated: 1 });
    expect(asked()).toEqual([
      { name: 'a.xml', status: 304, condition: old },
      { name: 'b.xml', status: 200, condition: undefined },
    ]);
  });

  it('are fetched again where what they gave was held, discarded or rolled back', async () => {
    const names = sampleRecords(8).map(({ identifier }) => identifier);
    const files = filesOf(...names);
    const { url, asked } = await serve(files);
    const { harvester } = await open(url, { mostChanged: 0.5 });
    await harvester.harvest('test');
    asked();
    for (const name of names) files.set(`${name}.xml`, file(name, 2));
    const first = await harvester.harvest('test');
    expect(first).toMatchObject({ state: 'held', counts: { updated: 8 } });
    await harvester.discard(first.id);
    const held = await harvester.harvest('test');
    expect(held).toMatchObject({ state: 'held', counts: { updated: 8, unchanged: 0 } });
    expect(statuses(asked())).toEqual(all(16, 200));
    await harvester.approve(held.id);
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 8 });
    expect(statuses(asked())).toEqual(all(8, 304));
    await harvester.rollBack(held.id);
    expect((await harvester.harvest('test', { force: true })).counts).toMatchObject({ updated: 8 });
    expect(statuses(asked())).toEqual(all(8, 200));
  });

  it('are remembered by no dry run', async () => {
    const { url } = await serve(filesOf('a'));
    const { harvester, remembered } = await open(url);
    await harvester.harvest('test', { dryRun: true });
    expect(await remembered(['a.xml'])).toEqual([]);
  });

  it('are fetched again after a run that was stopped before it staged them; what was staged is not', async () => {
    const names = sampleRecords(250).map(({ identifier }) => identifier);
    const stopping = new AbortController();
    const { url, asked } = await serve(filesOf(...names), (so) => {
      if (so.length === 240) stopping.abort(new Error('The machine goes down.'));
    });
    const { harvest, harvester, remembered } = await open(url);
    const stopped = await harvester.harvest('test', { signal: stopping.signal });
    expect(stopped).toMatchObject({ state: 'interrupted', phase: 'listing' });
    expect(await harvest.live()).toEqual([]);
    asked();
    expect((await harvester.harvest('test')).counts).toMatchObject({ created: 250, unchanged: 0 });
    const again = asked().map(({ name }) => name);
    expect([150, 50]).toContain(again.length);
    expect(again).toEqual(names.slice(-again.length).map((name) => `${name}.xml`));
    expect(await harvest.live()).toEqual(names);
    expect(await remembered(names.map((name) => `${name}.xml`))).toHaveLength(250);
  });

  it('are fetched again where something of them gave no record, so that it is told as long as it stands', async () => {
    const broken = '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><a>';
    const files = filesOf('a');
    files.set('b.xml', { body: broken, etag: '"b"' });
    files.set('second-a.xml', { ...file('a', 3), etag: '"s"' });
    const { url, asked } = await serve(files);
    const { harvest, harvester } = await open(url);
    const first = await harvester.harvest('test');
    asked();
    const second = await harvester.harvest('test');
    expect(asked().map(({ name, status }) => [name, status])).toEqual([
      ['a.xml', 304],
      ['b.xml', 200],
      ['second-a.xml', 200],
    ]);
    const told = async (run: typeof first) =>
      (await harvest.problems(run)).filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(await told(second)).toEqual(await told(first));
    expect(await told(second)).toContain('duplicate-identifier');
    expect(second.counts).toMatchObject({ refused: 2, withdrawn: 0 });
  });

  it('may hold many records, or be the whole source', async () => {
    const files = new Map([['all.ttl', { body: dcatCatalogue(sampleRecords(130)), etag: 'W/"1"' }]]);
    const { url, asked } = await serve(files);
    for (const address of [url, `${url}all.ttl`]) {
      const { harvest, harvester } = await open(address);
      expect((await harvester.harvest('test')).counts).toMatchObject({ created: 130, problems: 0 });
      const again = await harvester.harvest('test');
      expect(again.counts).toMatchObject({ listed: 130, unchanged: 130, withdrawn: 0 });
      expect(again.complete).toBe(true);
      expect(await harvest.live()).toHaveLength(130);
      expect(asked().map(({ status, condition }) => [status, condition])).toEqual([
        [200, undefined],
        [304, 'W/"1"'],
      ]);
    }
  });

  it('are not told by the tag of another address that they were redirected to', async () => {
    const files = new Map([['a.xml', { ...file('a'), movedTo: 'elsewhere' }]]);
    const { url, asked } = await serve(files);
    const { harvester } = await open(url);
    for (const _run of [1, 2]) await harvester.harvest('test');
    expect(asked().map(({ status, condition }) => [status, condition])).toEqual([
      [302, undefined],
      [302, undefined],
      [200, undefined],
      [200, undefined],
    ]);
  });
});
