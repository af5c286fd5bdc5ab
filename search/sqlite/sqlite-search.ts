import { randomUUID } from 'node:crypto';
import type { Log } from '#runtime/log';
import { checkRequest } from '../check-request.ts';
import type { SearchEngine } from '../engine.ts';
import type { Expression, FacetName, SearchAnswer, SearchRequest } from '../query.ts';
import type { DocumentSet } from './document-set.ts';
import { evaluate, type Sources, type Wanted } from './evaluate.ts';
import { FacetTotals, partSelections, shownCounts } from './facet-counts.ts';
import { footprintsOf } from './footprints.ts';
import { IndexFile } from './index-file.ts';
import { firstOf, orderOf } from './order.ts';
import { relevance } from './relevance.ts';
import { Snapshot } from './snapshot.ts';
import { TextMatches } from './text-matches.ts';
import { analyse, writeDocuments } from './write-documents.ts';

/** The embedded engine, with what only it can tell. */
export type SqliteSearch = SearchEngine & {
  /** Bytes of the columns and sets held in memory. */
  memory(): number;
};

/**
 * Opens the search index of one file, making it where needed. A file that is damaged or of another version is made
 * anew, empty (and the log says so): the indexer then fills it. Several processes may read and write at once.
 * @param options `file`: path, or `:memory:`
 * @throws DomainError `unavailable` when the file can't be opened
 */
export function createSqliteSearch({ file, log }: { file: string; log?: Log }): SqliteSearch {
  const index = new IndexFile(file, log);
  let snapshot = new Snapshot();
  let connection = index.connection();
  let texts = new TextMatches(connection, snapshot);
  let totals = new FacetTotals(snapshot);
  let stale = true;

  /** Runs a reading in one transaction, so that columns, words and facets are of the same moment. */
  const reading = <Result>(work: (sources: Sources) => Result): Result =>
    index.run((current) =>
      current
        .transaction(() => {
          if (current !== connection) {
            snapshot = new Snapshot();
            stale = true;
          }
          connection = current;
          if (snapshot.follow(connection, stale)) {
            texts = new TextMatches(connection, snapshot);
            totals = new FacetTotals(snapshot);
          }
          stale = false;
          return work({ connection, snapshot, texts });
        })
        .deferred(),
    );

  return {
    async apply({ put, remove, throughRevision }) {
      const analysed = put.map(analyse);
      index.run((current) =>
        current.transaction(() => writeDocuments(current, analysed, remove, throughRevision)).immediate(),
      );
      stale = true;
    },

    async indexedThrough() {
      return index.run(
        (current) => current.prepare<[], number>('SELECT revision FROM state').pluck().get() ?? 0,
      );
    },

    async search(request) {
      checkRequest(request);
      return reading((sources) => answer(request, sources, totals));
    },

    async footprints(request, limit) {
      checkRequest(request);
      return reading((sources) => {
        const wanted: Wanted[] = [];
        const found = evaluate(request.where, sources, wanted).and(sources.snapshot.within(request));
        const scores = scoresOf(request, found, wanted, sources);
        return footprintsOf(found, limit, orderOf(request, sources.snapshot, scores), sources.snapshot);
      });
    },

    async reset() {
      index.run((current) =>
        current
          .transaction(() => {
            for (const table of ['documents', 'facet_values', 'identifiers', 'vocabulary', 'changes'])
              current.prepare(`DELETE FROM ${table}`).run();
            current.prepare("INSERT INTO texts (texts) VALUES ('delete-all')").run();
            current.prepare('UPDATE state SET generation = ?, revision = 0, forgotten = 0').run(randomUUID());
          })
          .immediate(),
      );
      stale = true;
    },

    memory: () => snapshot.bytes,

    async close() {
      index.close();
    },
  };
}

function answer(request: SearchRequest, sources: Sources, totals: FacetTotals): SearchAnswer {
  const { snapshot } = sources;
  const wanted: Wanted[] = [];
  const { rest, selections } = partSelections(request.where);
  const base = evaluate({ op: 'and', of: rest }, sources, wanted).and(snapshot.within(request));
  const selected = [...selections].map(
    ([facet, parts]) => [facet, evaluate({ op: 'and', of: parts }, sources, [])] as const,
  );
  const without = (facet?: FacetName) =>
    selected.reduce((set, [name, documents]) => (name === facet ? set : set.and(documents)), base);
  const found = without();
  const scores = request.limit > 0 ? scoresOf(request, found, wanted, sources) : undefined;
  const hits = firstOf(found.toArray(), request.offset + request.limit, orderOf(request, snapshot, scores))
    .slice(request.offset)
    .map((document) => ({ id: snapshot.ids[document] ?? '', score: scores?.[document] ?? 0 }));
  const facets: SearchAnswer['facets'] = {};
  const countsOfFound = totals.of(found, request);
  for (const { name, limit } of request.facets) {
    const countsOf = selections.has(name) ? totals.of(without(name), request) : countsOfFound;
    const counts = countsOf(name);
    facets[name] = shownCounts(name, counts, limit, selectedValues(request.where, name), snapshot);
  }
  return { total: found.count(), hits, facets, indexedThrough: snapshot.revision };
}

/** Values of a facet that the top of an expression selects, of any or of all. */
function selectedValues(where: Expression, facet: FacetName): string[] {
  if (where.op === 'and') return where.of.flatMap((part) => selectedValues(part, facet));
  return where.op === 'facet' && where.facet === facet ? where.values : [];
}

function scoresOf(
  request: SearchRequest,
  found: DocumentSet,
  wanted: readonly Wanted[],
  { texts, snapshot }: Sources,
): Float32Array | undefined {
  if (request.sort !== 'relevance' || wanted.length === 0) return undefined;
  return relevance(found, wanted, texts, snapshot);
}
