/**
 * Speed of the embedded search engine: `npx tsx tests/bench/search.bench.ts [count…]` (10000 and 100000 unless told).
 * Prints the time of each scenario, right after a change of the index (cold) and later, the size of the file and of the
 * columns in memory, and documents written per second.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Expression, facetNames, type SearchRequest } from '#search';
import { createSqliteSearch } from '#search/sqlite';
import { generateDocument } from './search-documents.ts';

const counts = process.argv.slice(2).map(Number);
const runs = 60;
const coldRuns = 8;
const box = { west: -30, south: 20, east: 40, north: 70 };

const facets = facetNames.slice(0, 11).filter((name) => name !== 'platform');
const firstPage = (where: Expression, sort: SearchRequest['sort'] = 'relevance'): SearchRequest => ({
  where,
  sort,
  offset: 0,
  limit: 20,
  facets: facets.map((name) => ({ name, limit: 20 })),
  reader: 'public',
  language: 'en',
});
const text = (words: string): Expression => ({ op: 'text', text: words });
const inBox: Expression = { op: 'box', box, relation: 'intersects' };
const scenarios: Record<string, SearchRequest> = {
  'word of 1 %': firstPage(text('turbidity')),
  'word of 1 %, box': firstPage({ op: 'and', of: [text('turbidity'), inBox] }),
  'word of 25 %': firstPage(text('temperatures')),
  'word of 25 %, box': firstPage({ op: 'and', of: [text('temperatures'), inBox] }),
  'three words': firstPage(text('temperature salinity turbidity')),
  phrase: firstPage(text('"temperature salinity"')),
  'beginning of a word': firstPage({ op: 'text', text: 'temp', prefix: true }),
  contains: firstPage({ op: 'contains', text: 'emperatu' }),
  'box alone': firstPage(inBox, 'date'),
  'everything, by title': firstPage({ op: 'all' }, 'title'),
  'two facets, period, depth': firstPage({
    op: 'and',
    of: [
      { op: 'facet', facet: 'source', values: ['source-0', 'source-1'], match: 'any' },
      { op: 'facet', facet: 'keyword', values: ['keyword 0', 'keyword 3'], match: 'any' },
      { op: 'time', start: '2000', end: '2010', relation: 'intersects' },
      { op: 'depth', minimum: 0, maximum: 200 },
    ],
  }),
};

const print = (line: string) => process.stdout.write(`${line}\n`);
const quantile = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

for (const count of counts.length > 0 ? counts : [10_000, 100_000]) await measure(count);

async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  const file = join(folder, 'search.sqlite');
  const engine = createSqliteSearch({ file });
  try {
    let writing = 0;
    for (let start = 0; start < count; start += 500) {
      const put = Array.from({ length: Math.min(500, count - start) }, (_, index) =>
        generateDocument(start + index),
      );
      const began = performance.now();
      await engine.apply({ put, remove: [], throughRevision: start + put.length });
      writing += performance.now() - began;
    }
    print(`\n${count} documents: ${Math.round((count / writing) * 1000)} written per second`);
    let began = performance.now();
    await engine.search(firstPage({ op: 'all' }, 'date'));
    print(`columns read in ${Math.round(performance.now() - began)} ms`);
    began = performance.now();
    const update = Array.from({ length: 100 }, (_, number) => ({
      ...generateDocument(number),
      revision: count + number + 1,
    }));
    await engine.apply({ put: update, remove: [], throughRevision: count + 100 });
    await engine.search(firstPage({ op: 'all' }, 'date'));
    print(`100 documents changed and followed in ${Math.round(performance.now() - began)} ms`);
    print(
      `file ${(statSync(file).size / 1e6).toFixed(0)} MB, in memory ${(engine.memory() / 1e6).toFixed(0)} MB of columns`,
    );
    let revision = count + 200;
    for (const [name, request] of Object.entries(scenarios)) {
      const cold: number[] = [];
      const warm: number[] = [];
      let total = 0;
      for (let run = 0; run < runs + coldRuns; run += 1) {
        if (run < coldRuns) {
          revision += 1;
          await engine.apply({
            put: [{ ...generateDocument(run), revision }],
            remove: [],
            throughRevision: revision,
          });
          await engine.search({ ...firstPage({ op: 'all' }, 'date'), limit: 0, facets: [] });
        }
        const from = performance.now();
        total = (await engine.search(request)).total;
        (run < coldRuns ? cold : warm).push(performance.now() - from);
      }
      cold.sort((left, right) => left - right);
      warm.sort((left, right) => left - right);
      print(
        `${name.padEnd(28)} ${String(total).padStart(7)} found  p50 ${quantile(warm, 0.5).padStart(6)} ms  ` +
          `p99 ${quantile(warm, 0.99).padStart(6)} ms  cold p50 ${quantile(cold, 0.5).padStart(6)} ms`,
      );
    }
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
