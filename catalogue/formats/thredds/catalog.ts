import type { XmlElement } from '../../xml/index.ts';

/** Elements that are datasets, or collections that a server fills in; all may hold metadata and data. */
const datasetNames = new Set(['dataset', 'datasetScan', 'featureCollection', 'catalogScan', 'datasetFmrc']);

export const isDataset = ({ name }: XmlElement): boolean => datasetNames.has(name);

/** Whether one can get at data, or the catalogue says that the collection is a thing to be found (`harvest`). */
export function isListed(dataset: XmlElement): boolean {
  if (dataset.name !== 'dataset') return dataset.attribute('path') !== undefined;
  if (dataset.attribute('urlPath')) return !/^latest\.xml$/.test(dataset.attribute('urlPath') ?? '');
  return dataset.child('access') !== undefined || dataset.attribute('harvest') === 'true';
}

/** A dataset with those that it lies in, outermost first. */
export type Chain = { ancestors: readonly XmlElement[]; dataset: XmlElement };

/** Every dataset of a catalogue that is listed, in order. References to other catalogues are for who harvests. */
export function* chainsOf(catalog: XmlElement, ancestors: readonly XmlElement[] = []): Generator<Chain> {
  for (const child of catalog.elements()) {
    if (!isDataset(child)) continue;
    if (isListed(child)) yield { ancestors, dataset: child };
    yield* chainsOf(child, [...ancestors, child]);
  }
}

/**
 * The metadata elements that hold for a dataset, its own first: its children, those of its `metadata`, and what
 * `metadata inherited="true"` of the datasets around hands down (InvCatalog 1.0, "metadata").
 */
export function metadataOf({ ancestors, dataset }: Chain): XmlElement[] {
  const own = [...dataset.elements()];
  const inner = (element: XmlElement, inherited: boolean): XmlElement[] =>
    [...element.elements()].flatMap((child) => {
      if (child.name !== 'metadata' || (inherited && child.attribute('inherited') !== 'true')) return [];
      return [...child.elements()];
    });
  return [
    ...own,
    ...inner(dataset, false),
    ...[...ancestors].reverse().flatMap((ancestor) => inner(ancestor, true)),
  ];
}
