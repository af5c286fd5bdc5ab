import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogueRecord } from '#catalogue/model';
import { createStores } from '#db';
import { createHarvester, type HarvestSource, protocols } from '#harvesters';
import { createLedger } from '#ledger';
import { createFetcher } from '#runtime/fetching';
import { createLog } from '#runtime/log';
import { openTestDatabase } from '../../db/testing/index.ts';
import { shared } from '../shared.ts';
import { corpusDocuments, corpusFolders, readCorpusDocument } from './corpus.ts';

const corpus = shared('corpus');
const documents = corpus ? corpusDocuments(corpus) : [];

/** Counts of one row of the table that this test prints. */
type Row = { documents: number; records: number; refused: number; withProblems: number };

class Table {
  private readonly rows = new Map<string, Row>();

  add(name: string, row: Row): void {
    const sum = this.rows.get(name) ?? { documents: 0, records: 0, refused: 0, withProblems: 0 };
    for (const key of ['documents', 'records', 'refused', 'withProblems'] as const) sum[key] += row[key];
    this.rows.set(name, sum);
  }

  print(title: string): void {
    const lines = [...this.rows].map(
      ([name, row]) =>
        `${name.padEnd(44)}${[row.documents, row.records, row.refused, row.withProblems].map((count) => String(count).padStart(10)).join('')}`,
    );
    process.stdout.write(
      `\n${title.padEnd(44)} documents   records   refused  problems\n${lines.join('\n')}\n`,
    );
  }
}

describe.runIf(corpus)('reading the corpus', () => {
  test.each(corpusFolders)('every document of %s is a record or a listed problem', async (folder) => {
    const bySource = new Table();
    const byFormat = new Table();
    const silent: string[] = [];
    const misshapen: string[] = [];
    const untold: string[] = [];
    for (const document of documents.filter((each) => each.folder === folder)) {
      const { readings, problems } = await readCorpusDocument(corpus ?? '', document.path);
      const records = readings.filter(({ record }) => record !== null);
      const row = {
        documents: 1,
        records: records.length,
        refused: readings.length - records.length,
        withProblems:
          problems.length + readings.filter((each) => each.problems.length > 0).length > 0 ? 1 : 0,
      };
      bySource.add(`${folder}/${document.source}`, row);
      for (const { part, record, problems: told } of readings) {
        byFormat.add(part.format, {
          documents: 1,
          records: record ? 1 : 0,
          refused: record ? 0 : 1,
          withProblems: told.length > 0 ? 1 : 0,
        });
        if (record === null && !part.deleted && !told.some(({ severity }) => severity === 'error'))
          silent.push(document.path);
        if (record && !catalogueRecord.safeParse(record).success) misshapen.push(document.path);
        for (const problem of told)
          if (!problem.message || !problem.hint || !problem.path)
            untold.push(`${document.path}: ${problem.code}`);
      }
      if (readings.length === 0 && problems.length === 0) silent.push(document.path);
    }
    bySource.print(`Corpus, ${folder} by source`);
    byFormat.print(`Corpus, ${folder} by format`);
    expect({ silent, misshapen, untold }).toEqual({ silent: [], misshapen: [], untold: [] });
  });

  test('well-formed metadata documents give a record', async () => {
    // Answers of protocols and the examples of DCAT's classes hold other things too.
    const folders = ['iso19139', 'iso19115-3', 'datacite', 'schemaorg', 'stac'];
    const metadata = documents.filter(({ folder, malformed }) => !malformed && folders.includes(folder));
    const without: string[] = [];
    for (const { path } of metadata) {
      const { readings, problems } = await readCorpusDocument(corpus ?? '', path);
      if (readings.some(({ record }) => record)) continue;
      const codes = [...problems, ...readings.flatMap((reading) => reading.problems)].map(({ code }) => code);
      without.push(`${path}: ${codes.join(', ')}`);
    }
    process.stdout.write(
      `\n${without.length} of ${metadata.length} documents without a record:\n${without.join('\n')}\n`,
    );
    expect(without.length / metadata.length).toBeLessThan(0.03);
  });
});

describe.runIf(corpus)('harvesting the corpus', () => {
  test('imports every folder into a database, and finds it unchanged the second time', async () => {
    const database = openTestDatabase();
    const stores = createStores(database);
    const log = createLog('silent', 'test');
    const harvester = createHarvester({
      sources: stores.sources,
      runs: stores.runs,
      ledger: createLedger(stores.writer),
      records: stores.records,
      known: stores.writer,
      fetcher: createFetcher({
        identity: { version: 'test', url: 'https://catalogue.example.org', contact: 'test@example.org' },
      }),
      protocols,
      log,
    });
    const table = new Table();
    const sources = [...new Set(documents.map(({ folder, source }) => `${folder}/${source}`))];
    for (const path of sources) {
      const source = folderSource(path);
      await stores.sources.save(source);
      const first = await harvester.harvest(source.id);
      const { counts } = first;
      expect([first.state, first.message]).toEqual(['succeeded', undefined]);
      // Pages of one listing overlap: the very same record again, and deletions of unknown ones, are not counted.
      expect([counts.updated, counts.unchanged, counts.withdrawn]).toEqual([0, 0, 0]);
      expect(counts.created + counts.refused).toBeLessThanOrEqual(counts.listed);
      if (counts.refused > 0) expect(counts.problems).toBeGreaterThan(0);
      table.add(path, {
        documents: counts.listed,
        records: counts.created,
        refused: counts.refused,
        withProblems: counts.problems,
      });
      const second = await harvester.harvest(source.id);
      expect([
        path,
        second.state,
        second.counts.created,
        second.counts.updated,
        second.counts.withdrawn,
      ]).toEqual([path, 'succeeded', 0, 0, 0]);
      expect([second.counts.unchanged, second.counts.refused]).toEqual([counts.created, counts.refused]);
    }
    table.print('Corpus, harvested by folder');
    const held = await stores.records.countBySource('public');
    expect(Object.keys(held).length).toBeGreaterThan(100);
    database.close();
  });
});

function folderSource(path: string): HarvestSource {
  return {
    id: path.replaceAll(/[^a-z0-9]+/g, '-'),
    names: { en: path },
    descriptions: {},
    protocol: 'folder',
    url: join(corpus ?? '', path),
    options: {},
    enabled: true,
    allowPrivateAddresses: false,
    createdAt: '2026-01-01T00:00:00Z',
  };
}
