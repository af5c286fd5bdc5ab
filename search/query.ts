import type { BoundingBox } from '#catalogue/model';

/** Fields whose words are indexed; a text without a field searches all of them. */
export const textFields = ['title', 'abstract', 'keyword', 'party', 'variable', 'identifier'] as const;
export type TextField = (typeof textFields)[number];

/** Facets, in the order in which a page shows them. */
export const facetNames = [
  'type',
  'source',
  'organisation',
  'network',
  'project',
  'theme',
  'keyword',
  'variable',
  'platform',
  'licence',
  'year',
  'access',
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * What is asked, as an expression tree: the search page, saved searches, CSW filters and CQL2 all compile to it.
 * Dates are ISO 8601 of any precision; a bound that is absent is open. Depth in metres, positive downwards.
 */
export type Expression =
  | { op: 'all' }
  | { op: 'and'; of: Expression[] }
  | { op: 'or'; of: Expression[] }
  | { op: 'not'; of: Expression }
  /**
   * Words as a person types them: "quoted phrase", -excluded, begin*, title:word; every word must be there (in any
   * language's stem). `prefix`: the last word is still being typed.
   */
  | { op: 'text'; text: string; field?: TextField; prefix?: boolean }
  /** Substring of a text field (`Like '%x%'` of a protocol); case, accents and punctuation don't count. */
  | { op: 'contains'; text: string; field?: TextField }
  /** Values are compared without case and accents. */
  | { op: 'facet'; facet: FacetName; values: string[]; match: 'any' | 'all' }
  /** Exact identifiers, but for case and the prefixes of a DOI. */
  | { op: 'identifier'; values: string[] }
  | { op: 'ids'; values: string[] }
  /**
   * `west > east` crosses the antimeridian. `within`: all boxes of the record lie in the one asked; `contains`: one of
   * them holds it.
   */
  | { op: 'box'; box: BoundingBox; relation: 'intersects' | 'within' | 'contains' }
  /** Bounds are included, at their precision: `end: '2010'` is to the end of the year. `within`: all periods. */
  | { op: 'time'; start?: string; end?: string; relation: 'intersects' | 'within' }
  | { op: 'depth'; minimum?: number; maximum?: number }
  /** Our datestamp; bounds are included, at their precision. */
  | { op: 'modified'; after?: string; before?: string };

export const sortOrders = ['relevance', 'date', 'title'] as const;
export type SortOrder = (typeof sortOrders)[number];

export type SearchRequest = {
  where: Expression;
  sort: SortOrder;
  /** Default: ascending for title, descending for date and relevance. */
  descending?: boolean;
  offset: number;
  /** 0 counts only. */
  limit: number;
  /**
   * Facets to count, each with the number of values wanted; selected values come beyond it. A selection of any of a
   * facet's values, at the top of `where` or under its `and`, does not narrow the facet's own counts (disjunctive).
   */
  facets: { name: FacetName; limit: number }[];
  /** `staff` also finds private and embargoed records. */
  reader: 'public' | 'staff';
  /** Every record is found, also those that another one stands for: what protocols hand on. One per resource unless told. */
  copies?: true;
  /** Language of titles to sort by, and of the words when it matters. */
  language: 'en' | 'fr';
};

export type SearchHit = { id: string; score: number };
export type FacetCount = { value: string; count: number };
export type SearchAnswer = {
  total: number;
  hits: SearchHit[];
  /** The most frequent values first; years the newest first. A value is one of its spellings. */
  facets: Partial<Record<FacetName, FacetCount[]>>;
  /** The revision that the answer knows. */
  indexedThrough: number;
};
