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
  /** Words as a person types them: "quoted phrase", -excluded; every word must be there (in any language's stem). */
  | { op: 'text'; text: string; field?: TextField }
  /** Substring of a text field, case and accents folded (`Like '%x%'` of a protocol). */
  | { op: 'contains'; text: string; field?: TextField }
  | { op: 'facet'; facet: FacetName; values: string[]; match: 'any' | 'all' }
  | { op: 'identifier'; values: string[] }
  | { op: 'ids'; values: string[] }
  /** `west > east` crosses the antimeridian. */
  | { op: 'box'; box: BoundingBox; relation: 'intersects' | 'within' | 'contains' }
  | { op: 'time'; start?: string; end?: string; relation: 'intersects' | 'within' }
  | { op: 'depth'; minimum?: number; maximum?: number }
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
  /** Facets to count, each with the number of values wanted. A facet's own selection does not narrow its own counts (disjunctive). */
  facets: { name: FacetName; limit: number }[];
  /** `staff` also finds private and embargoed records. */
  reader: 'public' | 'staff';
  /** Language of titles to sort by, and of the words when it matters. */
  language: 'en' | 'fr';
};

export type SearchHit = { id: string; score: number };
export type FacetCount = { value: string; count: number };
export type SearchAnswer = {
  total: number;
  hits: SearchHit[];
  facets: Partial<Record<FacetName, FacetCount[]>>;
  /** The revision that the answer knows. */
  indexedThrough: number;
};
