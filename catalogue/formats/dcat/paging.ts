import type { Store } from 'n3';
import { nodesOfType } from '../../rdf/index.ts';
import { addressOf } from './reading.ts';

/**
 * Address of the page that follows, where the catalogue is paged with hydra: `hydra:next` of a PartialCollectionView,
 * `hydra:nextPage` of the older PagedCollection.
 * @param store the graph of the page that was read
 * @returns an absolute address where the page was parsed with its base, or `undefined` on the last page
 */
export function nextPage(store: Store): string | undefined {
  const views = nodesOfType(
    store,
    'hydra:PartialCollectionView',
    'hydra:PagedCollection',
    'hydra:Collection',
  );
  for (const view of views) {
    const next = view.one('hydra:next', 'hydra:nextPage');
    const address = next && addressOf(next);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** How many datasets the catalogue says it has (`hydra:totalItems`); it may lie. */
export function totalItems(store: Store): number | undefined {
  const text = nodesOfType(store, 'hydra:Collection', 'hydra:PagedCollection', 'dcat:Catalog')
    .map((view) => view.text('hydra:totalItems'))
    .find((told) => told !== undefined);
  const total = Number(text ?? Number.NaN);
  return Number.isInteger(total) && total >= 0 ? total : undefined;
}
