import type { BoundingBox } from '#catalogue/model';
import type { FacetName, SortOrder } from '#search';
import type { Cell } from '../map/cells.ts';
import type { ChartView } from '../map/mercator.ts';
import type { RecordSummary } from '../record/summary.ts';
import type { PageText } from '../record/texts.ts';

export type FacetView = {
  name: FacetName;
  label: string;
  values: { value: string; label: string; count: number; chosen: boolean }[];
  /** Address that shows more values of it; absent when all are shown. */
  moreHref?: string;
};

/** A filter that is set, and the address of the same search without it. */
export type Chip = { label: string; href: string };

/** What the search page shows. */
export type SearchView = {
  /** Address of the page that searches. */
  at: string;
  /** The theme within which is searched, and the address of its page. */
  within?: { title: PageText; href: string };
  words: string;
  total: number;
  from: number;
  to: number;
  records: RecordSummary[];
  facets: FacetView[];
  chips: Chip[];
  /** Filters that leave something when they are dropped, best first; only when nothing was found. */
  drops: (Chip & { total: number })[];
  problems: { value: string; message: string }[];
  sort: SortOrder;
  box: BoundingBox | null;
  period: { from: string; to: string };
  depth: { from: string; to: string };
  /** Records by year covered, without the time filter. */
  years: { year: number; count: number }[];
  map: { view: ChartView; cells: Cell[]; located: number };
  paging: { page: number; previous?: string; next?: string; pages: { page: number; href: string }[] };
};
