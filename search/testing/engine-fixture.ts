import { afterEach, beforeEach } from 'vitest';
import type { SearchDocument, SearchEngine } from '../engine.ts';
import type { Expression, SearchAnswer, SearchRequest } from '../query.ts';

/** A document that says nothing. */
export const empty: SearchDocument = {
  id: '',
  revision: 1,
  visible: 'public',
  titles: {},
  alternateTitles: [],
  abstracts: {},
  keywords: [],
  parties: [],
  variables: [],
  identifiers: [],
  facets: {},
  boxes: [],
  periods: [],
  depths: [],
  datestamp: '2024-01-01T00:00:00Z',
  sortDate: '2024-01-01',
};
export const request = (where: Expression, more: Partial<SearchRequest> = {}): SearchRequest => ({
  where,
  sort: 'relevance',
  offset: 0,
  limit: 100,
  facets: [],
  reader: 'public',
  language: 'en',
  ...more,
});
export const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id);

/** A new, empty engine for each test, and short words to fill and ask it. */
export type EngineFixture = {
  readonly engine: SearchEngine;
  /** Writes documents with ascending revisions. */
  put(...documents: (Partial<SearchDocument> & { id: string })[]): Promise<void>;
  /** Ids found, in order. */
  find(where: Expression, more?: Partial<SearchRequest>): Promise<string[]>;
  /** `find` of a typed text. */
  say(text: string, more?: Partial<SearchRequest>): Promise<string[]>;
};

/** Makes the fixture of the enclosing `describe`. */
export function engineFixture(make: () => Promise<SearchEngine>): EngineFixture {
  let engine: SearchEngine | undefined;
  let revision = 0;
  beforeEach(async () => {
    engine = await make();
    revision = 0;
  });
  afterEach(() => engine?.close());
  const fixture: EngineFixture = {
    get engine() {
      if (!engine) throw new Error('The engine is made before each test');
      return engine;
    },
    async put(...documents) {
      revision = Math.max(revision, await fixture.engine.indexedThrough());
      const put = documents.map((document) => {
        revision += 1;
        return { ...empty, revision, ...document };
      });
      await fixture.engine.apply({ put, remove: [], throughRevision: revision });
    },
    find: async (where, more) => idsOf(await fixture.engine.search(request(where, more))),
    say: (text, more) => fixture.find({ op: 'text', text }, more),
  };
  return fixture;
}
