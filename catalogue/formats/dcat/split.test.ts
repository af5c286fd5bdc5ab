import { describe, expect, it } from 'vitest';
import { dcat, nextPage, splitDcat, totalItems } from './index.ts';

const page = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
<> a dcat:Catalog, hydra:Collection ; dct:title "All" ; hydra:totalItems 250 ; dcat:dataset <a>, <b>, <c>, <untyped>, <elsewhere> ; dcat:service <s> .
<?page=1> a hydra:PartialCollectionView ; hydra:next <?page=2> .
<a> a dcat:Dataset ; dct:identifier "A" ; dct:title "First" ; dcat:inSeries <series> ; dct:publisher <org> .
<b> a dcat:Dataset ; dct:title "Second" ; dct:publisher <org> .
<c> a dcat:Dataset ; dct:title "Third" .
<untyped> dct:title "Fourth" .
<s> a dcat:DataService ; dct:title "Service" ; dcat:endpointURL <wms> ; dcat:servesDataset <b> .
<org> a foaf:Organization ; foaf:name "Institute" .
<record> a dcat:CatalogRecord ; foaf:primaryTopic <b> ; dct:identifier "meta-b" ; dct:modified "2024-02-03" .
<series> a dcat:DatasetSeries ; dct:title "Series" .
<c> dcat:inSeries <series> .`;
const bytes = new TextEncoder().encode(page);
const context = { baseUrl: 'https://e.org/catalog/' };

describe('splitDcat', () => {
  it('gives a document for each described resource, readable on its own', async () => {
    const { parts, problems } = await splitDcat(bytes, context);
    expect(problems).toEqual([]);
    expect(parts.map(({ identifier, datestamp }) => [identifier, datestamp])).toEqual([
      ['A', undefined],
      ['meta-b', '2024-02-03'],
      ['https://e.org/catalog/c', undefined],
      ['https://e.org/catalog/s', undefined],
      ['https://e.org/catalog/untyped', undefined],
    ]);
    const records = await Promise.all(parts.map(async (part) => (await dcat.read?.(part.bytes))?.record));
    expect(records.map((record) => record?.resource.titles)).toEqual(
      ['First', 'Second', 'Third', 'Service', 'Fourth'].map((title) => ({ und: title })),
    );
    expect(records[0]?.resource.responsibilities).toMatchObject([
      { role: 'publisher', party: { organisation: { und: 'Institute' } } },
    ]);
    expect(records[0]?.resource.related).toMatchObject([{ relation: 'series', titles: { und: 'Series' } }]);
    expect(records[1]?.resource.distributions).toMatchObject([{ url: 'https://e.org/catalog/wms' }]);
    expect(records[3]?.resource.service?.operatesOn).toEqual(['https://e.org/catalog/b']);
  });

  it('finds the next page and the total', async () => {
    const { store } = await splitDcat(bytes, context);
    expect(nextPage(store)).toBe('https://e.org/catalog/?page=2');
    expect(totalItems(store)).toBe(250);
    const last = await splitDcat(
      new TextEncoder().encode(page.replace(' ; hydra:next <?page=2>', '')),
      context,
    );
    expect(nextPage(last.store)).toBeUndefined();
    const older = await splitDcat(
      new TextEncoder().encode(
        page.replace(
          'PartialCollectionView ; hydra:next <?page=2>',
          'PagedCollection ; hydra:nextPage "https://e.org/catalog/?page=3"',
        ),
      ),
      context,
    );
    expect(nextPage(older.store)).toBe('https://e.org/catalog/?page=3');
  });

  it('bears blank nodes nested beyond reason, and in a circle', async () => {
    const deep = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
      <https://e.org/d> a dcat:Dataset ; dct:title "Deep" ; dct:spatial ${'[ dct:spatial '.repeat(20_000)}_:x${' ]'.repeat(20_000)} .
      _:x dct:relation _:y . _:y dct:relation _:x .`;
    const { parts } = await splitDcat(new TextEncoder().encode(deep));
    expect(parts).toHaveLength(1);
    expect((await dcat.read?.(parts[0]?.bytes ?? new Uint8Array()))?.record?.resource.titles).toEqual({
      und: 'Deep',
    });
  });

  it('gives no part and an error for a catalogue that cannot be read: half of it would look like deletions', async () => {
    const { parts, problems } = await splitDcat(bytes.subarray(0, bytes.length - 5), context);
    expect(parts).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['not-well-formed', 'error']]);
  });
});
