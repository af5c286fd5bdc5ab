import type { Expression, FacetName } from '#search';
import type { PageText } from '../record/texts.ts';

/** What a search is limited to: a value of a facet, on a page of its own. */
export type SearchWithin = {
  /** Address of the page that searches. */
  at: string;
  facet: { name: FacetName; value: string };
  title: PageText;
  /** Address of the page that tells of it. */
  href: string;
};

/** The same question within a part of the catalogue; values that are chosen of the same facet narrow it further. */
export function narrowed(where: Expression, within: SearchWithin | undefined): Expression {
  if (!within) return where;
  const { name, value } = within.facet;
  return { op: 'and', of: [{ op: 'facet', facet: name, values: [value], match: 'all' }, where] };
}
