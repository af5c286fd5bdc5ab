import type { BoundingBox, LanguageMap } from '#catalogue/model';
import type { FacetName, SearchAnswer, SearchRequest } from './query.ts';

/** What the engine needs of one record; made by `toSearchDocument`. */
export type SearchDocument = {
  id: string;
  /** Revision that this state comes from. */
  revision: number;
  visible: 'public' | 'staff';
  /** Another record stands for the same resource: found only by who asks for copies, too. */
  isCopy?: true;
  titles: LanguageMap;
  /** Other titles, acronyms; searched with the title, never sorted by. */
  alternateTitles: LanguageMap[];
  abstracts: LanguageMap;
  /** Keywords and whatever else is named: networks, projects, platforms, instruments, taxa, places. */
  keywords: LanguageMap[];
  parties: string[];
  variables: LanguageMap[];
  identifiers: string[];
  facets: Partial<Record<FacetName, string[]>>;
  boxes: BoundingBox[];
  /** Days since 1970-01-01 (fractions dropped), open ends as -Infinity / Infinity. */
  periods: { start: number; end: number }[];
  /** Metres below the surface, open ends as -Infinity / Infinity. */
  depths: { minimum: number; maximum: number }[];
  /** Our datestamp. */
  datestamp: string;
  /** For the sort by date: publication, else revision, else creation date of the resource, else our datestamp. */
  sortDate: string;
};

/** Where the records of a whole result lie. */
export type Footprints = {
  /** Records found, those without a box too. */
  total: number;
  /** Of them, the records that have a box. */
  located: number;
  /** Boxes of the first records that have any, in the order asked; a record may have several. */
  boxes: { id: string; box: BoundingBox }[];
  /**
   * A grid over the world: the number of boxes that touch each cell, row by row from the north-west corner.
   * Cells are `360 / columns` by `180 / rows` degrees.
   */
  cells: { columns: number; rows: number; counts: Uint32Array };
};

/** A search engine holds what can be rebuilt from the log: ids in, ids out. */
export type SearchEngine = {
  /**
   * Adds or replaces documents and removes ids in one transaction, together with the revision indexed through.
   * A document that the index knows in a later revision stays as it is, so that several writers do no harm.
   * @throws DomainError `unavailable` when the index can't be written
   */
  apply(batch: { put: SearchDocument[]; remove: string[]; throughRevision: number }): Promise<void>;
  indexedThrough(): Promise<number>;
  /** @throws DomainError `invalid` for a request that makes no sense (with the field's name) */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Where the whole result lies, for the map.
   * @param limit boxes wanted at most; the grid counts all
   * @throws DomainError `invalid` as `search`
   */
  footprints(request: SearchRequest, limit: number): Promise<Footprints>;
  /** Empties the index, back to revision 0. */
  reset(): Promise<void>;
  close(): Promise<void>;
};
