import { type DcatStyle, dcatDataset } from '../../documents/dcat.ts';
import type { Facts } from '../../documents/facts.ts';
import { type RdfNode, turtle, withNested } from '../../documents/rdf.ts';

const PAGE_SIZE = 5;

const STYLE: DcatStyle = {
  address: (id) => `https://data.sb-roscoff.example.org/dataset/${id}`,
  profile: 'geodcat-ap',
};

/**
 * The pages of the catalogue in Turtle, each a hydra:PartialCollectionView that names the next.
 * @param address the catalogue's own address
 */
export function catalogPages(records: readonly Facts[], address: string): string[] {
  const last = Math.ceil(records.length / PAGE_SIZE);
  return Array.from({ length: last }, (_, index) => {
    const shown = records.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
    const datasets = shown.map((facts) => dcatDataset(facts, STYLE));
    return turtle(
      withNested([
        catalog(shown, records.length, address, index + 1),
        view(address, index + 1, last),
        ...datasets,
      ]),
    );
  });
}

function catalog(shown: readonly Facts[], total: number, address: string, page: number): RdfNode {
  return {
    id: address,
    types: ['dcat:Catalog', 'hydra:Collection'],
    properties: [
      ['dct:title', { value: 'Données de la Station biologique de Roscoff', language: 'fr' }],
      ['dct:title', { value: 'Data of the Roscoff Biological Station', language: 'en' }],
      ['dct:language', { iri: 'http://publications.europa.eu/resource/authority/language/FRA' }],
      ['hydra:view', { iri: `${address}?page=${page}` }],
      ['hydra:totalItems', { value: String(total), datatype: 'xsd:integer' }],
      ...shown.map(({ id }) => ['dcat:dataset', { iri: STYLE.address(id) }] as const),
    ],
  };
}

function view(address: string, page: number, last: number): RdfNode {
  const link = (name: string, number: number) => [name, { iri: `${address}?page=${number}` }] as const;
  return {
    id: `${address}?page=${page}`,
    types: ['hydra:PartialCollectionView'],
    properties: [
      link('hydra:first', 1),
      link('hydra:last', last),
      ...(page > 1 ? [link('hydra:previous', page - 1)] : []),
      ...(page < last ? [link('hydra:next', page + 1)] : []),
    ],
  };
}
