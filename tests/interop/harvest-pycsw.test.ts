import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CatalogueRecord } from '#catalogue/model';
import type { HarvestSource } from '#harvesters';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { getCapabilities } from '../../harvesters/csw/capabilities.ts';
import { dialects } from '../../harvesters/csw/dialect.ts';
import { getRecords } from '../../harvesters/csw/get-records.ts';
import { compileSelection, selectionOf } from '../../harvesters/selection/index.ts';
import { openTestHarvest, type TestHarvest } from '../../harvesters/testing/index.ts';
import { shared } from '../shared.ts';
import { peers } from './peers.ts';
import { type Pycsw, startPycsw } from './pycsw/index.ts';

const corpus = shared('corpus');
const python = corpus ? await peers() : null;

const newcomer = (number: number) =>
  `<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"><gmd:fileIdentifier><gco:CharacterString>newcomer-${number}</gco:CharacterString></gmd:fileIdentifier><gmd:language><gco:CharacterString>eng</gco:CharacterString></gmd:language><gmd:hierarchyLevel><gmd:MD_ScopeCode codeList="#MD_ScopeCode" codeListValue="dataset">dataset</gmd:MD_ScopeCode></gmd:hierarchyLevel><gmd:contact/><gmd:dateStamp><gco:Date>2026-01-01</gco:Date></gmd:dateStamp><gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation><gmd:title><gco:CharacterString>Newcomer ${number}</gco:CharacterString></gmd:title></gmd:CI_Citation></gmd:citation><gmd:abstract><gco:CharacterString>Came later.</gco:CharacterString></gmd:abstract></gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;

/** The corpus' ISO records in one folder, with names that keep their order. */
async function gather(from: string): Promise<string> {
  const to = await mkdtemp(join(tmpdir(), 'iso-'));
  for (const format of ['iso19139', 'iso19115-3']) {
    for (const entry of await readdir(join(from, format), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.xml')) continue;
      const path = join(entry.parentPath, entry.name);
      await copyFile(path, join(to, path.slice(from.length + 1).replaceAll('/', '__')));
    }
  }
  return to;
}

describe.runIf(corpus && python)('a real pycsw with the ISO records of the corpus', () => {
  let folder: string;
  let changes: string;
  let peer: Awaited<ReturnType<typeof startPycsw>>;
  const harvests: TestHarvest[] = [];

  beforeAll(async () => {
    folder = await gather(corpus ?? '');
    changes = await mkdtemp(join(tmpdir(), 'changes-'));
    peer = await startPycsw(python?.python ?? '', folder);
    process.stdout.write(
      `pycsw took ${peer.identifiers.length} records of the corpus, refused ${peer.refused} files\n`,
    );
  });
  afterAll(async () => {
    await peer.close();
    for (const harvest of harvests) await harvest.close();
    for (const path of [folder, changes]) await rm(path, { recursive: true });
  });

  const ways: [string, (peer: Pycsw) => Pick<HarvestSource, 'protocol' | 'url' | 'options'>][] = [
    ['csw', ({ address }) => ({ protocol: 'csw', url: address, options: {} })],
    ['csw 3.0.0', ({ address }) => ({ protocol: 'csw', url: address, options: { version: '3.0.0' } })],
    ['oai-pmh', ({ address }) => ({ protocol: 'oai-pmh', url: `${address}?mode=oaipmh`, options: {} })],
  ];

  test('is harvested by each protocol, twice, and then again after changes', async () => {
    const sources = [];
    for (const [name, source] of ways) {
      const harvest = openTestHarvest();
      harvests.push(harvest);
      await harvest.source(source(peer));
      sources.push({ name, harvest });
    }
    for (const { name, harvest } of sources) {
      const first = await harvest.harvester.harvest('test');
      const problems = await harvest.problems(first);
      const refused = problems.filter(({ severity, recordId }) => severity === 'error' && !recordId);
      process.stdout.write(`${name}, first: ${JSON.stringify(first.counts)}\n`);
      for (const { code, identifier, message } of refused)
        process.stdout.write(`  ${code} ${identifier}: ${message}\n`);
      expect(first.state).toBe('succeeded');
      expect(first.counts.created + first.counts.refused).toBe(peer.identifiers.length);
      expect(first.counts.refused).toBe(0);
      expect(await harvest.live()).toEqual(peer.identifiers.map((identifier) => identifier.trim()).sort());

      const second = await harvest.harvester.harvest('test');
      process.stdout.write(`${name}, second: ${JSON.stringify(second.counts)}\n`);
      expect(second).toMatchObject({
        state: 'succeeded',
        counts: { created: 0, updated: 0, unchanged: peer.identifiers.length, withdrawn: 0, refused: 0 },
      });
    }

    const live = (await sources[0]?.harvest.live()) ?? [];
    const removed = live.filter((_identifier, index) => index % 40 === 7).slice(0, 8);
    const changed = await change(
      folder,
      changes,
      live.filter((identifier) => !removed.includes(identifier)),
      12,
    );
    for (const number of [1, 2, 3])
      await writeFile(join(changes, `newcomer-${number}.xml`), newcomer(number));
    await peer.remove(removed);
    const taken = await peer.load(changes);
    expect(taken.identifiers).toEqual([...changed, 'newcomer-1', 'newcomer-2', 'newcomer-3'].sort());

    for (const { name, harvest } of sources) {
      const third = await harvest.harvester.harvest('test');
      process.stdout.write(`${name}, after changes: ${JSON.stringify(third.counts)}\n`);
      expect(third).toMatchObject({
        state: 'succeeded',
        counts: { created: 3, updated: changed.length, withdrawn: removed.length },
      });
      const now = await harvest.live();
      expect(now.length).toBe(peer.identifiers.length - removed.length + 3);
      expect(now).toEqual(expect.arrayContaining(['newcomer-1', 'newcomer-2', 'newcomer-3']));
      for (const identifier of removed) expect(now).not.toContain(identifier);
    }
  });

  test('is asked for what is wanted of it, which is what would be kept of everything', async () => {
    const wanted = [
      { bbox: '-10,40,5,52' },
      { bbox: '170,-60,-170,-30' },
      { keyword: 'oceans;Temperature' },
      { q: 'temperature sea' },
      { bbox: '-10,40,5,52', q: 'sea' },
    ];
    for (const version of ['2.0.2', '3.0.0'])
      for (const options of wanted) {
        const harvest = openTestHarvest();
        harvests.push(harvest);
        await harvest.source({ protocol: 'csw', url: peer.address, options: { version, ...options } });
        const run = await harvest.harvester.harvest('test');
        expect(run).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
        const live = await harvest.live();
        process.stdout.write(
          `csw ${version} ${JSON.stringify(options)}: ${live.length} kept of ${run.counts.listed} listed\n`,
        );
        const { q, ...seen } = options;
        const outside = compileSelection(selectionOf({ protocol: 'folder', options: seen }), 'folder');
        const expected = await everything(outside ?? (() => undefined));
        expect(expected).toEqual(expect.arrayContaining(live));
        // pycsw indexes one box of a record, and finds words in its own way.
        if (q === undefined) expect(live.length).toBeGreaterThan(0.95 * expected.length);
        expect(live.length).toBeGreaterThan(0);
      }
    const harvest = openTestHarvest();
    harvests.push(harvest);
    await harvest.source({
      protocol: 'csw',
      url: peer.address,
      options: { filter: "dc:title like '%sea%'" },
    });
    const run = await harvest.harvester.harvest('test');
    process.stdout.write(`csw 2.0.2 with CQL: ${run.counts.created} of ${run.counts.listed}\n`);
    expect(run).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    expect(run.counts.created).toBeLessThan(peer.identifiers.length / 4);
    expect(run.counts.created).toBeGreaterThan(0);
  });

  /** Of all that the first harvest holds, what is not left out. */
  async function everything(outside: (record: CatalogueRecord) => string | undefined): Promise<string[]> {
    const [whole] = harvests;
    if (!whole) return [];
    const kept: string[] = [];
    for (const identifier of await whole.live()) {
      const stored = await whole.stores.records.findByUpstreamIdentifier('test', identifier);
      if (stored && outside(stored.record) === undefined) kept.push(identifier);
    }
    return kept;
  }

  test('answers both versions with parameters as it does with documents', async () => {
    const fetcher = createTestFetcher();
    const context = { fetcher, signal: new AbortController().signal, log: createLog('silent', 'test') };
    for (const version of ['2.0.2', '3.0.0'] as const) {
      const harvest = openTestHarvest();
      harvests.push(harvest);
      const source = await harvest.source({ protocol: 'csw', url: peer.address, options: { version } });
      const capabilities = await getCapabilities(source, context);
      expect(capabilities).toMatchObject({ version, pageSize: 100 });
      const pages = [];
      for (const dialect of dialects(source, capabilities, 40)) {
        if (dialect.sortBy === undefined || dialect.typeNames === 'gmd:MD_Metadata') continue;
        const page = await getRecords(source, context, dialect, 31, 40);
        pages.push({ method: dialect.method, page });
      }
      const [posted, addressed] = pages;
      expect(pages.map(({ method }) => method)).toEqual(['POST', 'GET']);
      expect(posted?.page).toMatchObject({ nextRecord: 71 });
      expect(posted?.page.records.length).toBe(40);
      expect(addressed?.page).toEqual(posted?.page);
    }
    await fetcher.close();
  });
});

/** Writes `count` of the documents with another date stamp. @returns their identifiers */
async function change(from: string, to: string, live: readonly string[], count: number): Promise<string[]> {
  const names = (await readdir(from)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(from, name), 'utf8')));
  const identifierOf = (text: string) =>
    /<gmd:fileIdentifier>\s*<gco:CharacterString>\s*([^<]*?)\s*</.exec(text)?.[1] ?? '';
  const identifiers = texts.map(identifierOf);
  const stamp = /(<gmd:dateStamp>\s*<gco:Date(?:Time)?>)\s*\d{4}/;
  const changed: string[] = [];
  for (const [index, text] of texts.entries()) {
    const identifier = identifiers[index] ?? '';
    if (changed.length >= count) break;
    if (!live.includes(identifier) || !stamp.test(text)) continue;
    // Of several files with one identifier the last was loaded; changing another one would change more than the date.
    if (identifiers.filter((other) => other === identifier).length > 1) continue;
    await writeFile(join(to, names[index] ?? ''), text.replace(stamp, '$11999'));
    changed.push(identifier);
  }
  return changed;
}
