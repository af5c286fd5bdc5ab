import { expect, it } from 'vitest';
import { tides } from '../json-record/testing/records.ts';
import { writeDataCatalog } from './data-catalog.ts';
import { splitSchemaOrg } from './split.ts';

const catalogue = { name: 'Portal', url: 'https://portal.example.org/' };
const entries = ['a', 'b'].map((id) => {
  const record = tides();
  record.resource.identifiers = [];
  return { record, url: `https://portal.example.org/records/${id}` };
});

it('lists records by name and address', () => {
  expect(writeDataCatalog(catalogue, entries.slice(0, 1), 'fr')).toEqual({
    '@context': { '@vocab': 'https://schema.org/' },
    '@id': 'https://portal.example.org/',
    '@type': 'DataCatalog',
    name: 'Portal',
    url: 'https://portal.example.org/',
    dataset: [
      {
        '@id': 'https://portal.example.org/records/a',
        '@type': 'Dataset',
        name: 'Marées',
        url: 'https://portal.example.org/records/a',
      },
    ],
  });
});

it('is harvested as the records that it lists', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(writeDataCatalog(catalogue, entries, 'en')));
  const { parts } = await splitSchemaOrg(bytes);
  expect(parts.map(({ identifier }) => identifier)).toEqual(entries.map(({ url }) => url));
});

it('leaves out what has no title, and the list where there is none', () => {
  const [first] = entries;
  const untitled = first
    ? [{ ...first, record: { ...first.record, resource: { ...first.record.resource, titles: {} } } }]
    : [];
  expect(writeDataCatalog(catalogue, untitled, 'en')).not.toHaveProperty('dataset');
});
