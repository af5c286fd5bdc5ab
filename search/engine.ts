import type { BoundingBox, LanguageMap } from '#catalogue/model';
import type { FacetName, SearchAnswer, SearchRequest } from './query.ts';

/** What the engine needs of one record; made by `toSearchDocument`. */
export type SearchDocument = {
  id: string;
  /** Revision that this state comes from. */
  revision: number;
  visible: 'public' | 'staff';
  titles: LanguageMap;
  abstracts: LanguageMap;
  keywords: LanguageMap[];
  parties: string[];
  variables: LanguageMap[];
  identifiers: string[];
  facets: Partial<Record<FacetName, string[]>>;
  boxes: BoundingBox[];
  /** Days since 1970-01-01 (fractions dropped), open ends as -Infinity / Infinity. */
  periods: { start: number; end: number }[];
  depths: { minimum: number; maximum: number }[];
  /** Our datestamp. */
  datestamp: string;
  /** For the sort by date: publication, else revision, else creation date of the resource, else our datestamp. */
  sortDate: string;
};

/** A search engine holds what can be rebuilt from the log: ids in, ids out. */
export type SearchEngine = {
  /**
   * Adds or replaces documents and removes ids in one transaction, together with the revision indexed through.
   * @throws DomainError `unavailable` when the index can't be written
   */
  apply(batch: { put: SearchDocument[]; remove: string[]; throughRevision: number }): Promise<void>;
  indexedThrough(): Promise<number>;
  /** @throws DomainError `invalid` for a request that makes no sense (with the field's name) */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Empties the index, back to revision 0. */
  reset(): Promise<void>;
  close(): Promise<void>;
};
