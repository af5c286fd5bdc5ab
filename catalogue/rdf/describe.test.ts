import { DataFactory } from 'n3';
import { expect, it, describe as suite } from 'vitest';
import { describe, parseRdf, serialiseRdf } from './index.ts';

const catalogue = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://e.org/catalog> a dcat:Catalog ; dct:title "All" ; dcat:dataset <https://e.org/a>, <https://e.org/b> .
<https://e.org/a> a dcat:Dataset ; dct:title "A" ; dct:publisher <https://e.org/org> ; dct:isPartOf <https://e.org/b> ;
  dcat:theme <https://e.org/theme> ; dcat:distribution <https://e.org/a/file> ;
  dct:creator [ foaf:name "Zoe" ], [ foaf:name "Anna" ] .
<https://e.org/a/file> a dcat:Distribution ; dcat:accessURL <https://e.org/a.nc> .
<https://e.org/org> foaf:name "Institute" .
<https://e.org/theme> skos:prefLabel "Tides" ; skos:broader <https://e.org/broad> .
<https://e.org/broad> skos:prefLabel "Oceans" .
<https://e.org/b> a dcat:Dataset ; dct:title "B" ; dct:description "Not of A" .
[] a dcat:CatalogRecord ; foaf:primaryTopic <https://e.org/a> ; dct:modified "2024-01-01" .`;
const parse = async (text: string) => (await parseRdf(new TextEncoder().encode(text))).store;
const a = DataFactory.namedNode('https://e.org/a');

suite('describe', () => {
  it('takes what belongs to one dataset and names the others only', async () => {
    const text = serialiseRdf(describe(await parse(catalogue), a), { first: a });
    expect(text).toBe(`@prefix dcat: <http://www.w3.org/ns/dcat#>.
@prefix dct: <http://purl.org/dc/terms/>.
@prefix foaf: <http://xmlns.com/foaf/0.1/>.
@prefix skos: <http://www.w3.org/2004/02/skos/core#>.

<https://e.org/a> a dcat:Dataset;
    dct:creator _:b0, _:b1;
    dct:isPartOf <https://e.org/b>;
    dct:publisher <https://e.org/org>;
    dct:title "A";
    dcat:distribution <https://e.org/a/file>;
    dcat:theme <https://e.org/theme>.
_:b0 foaf:name "Zoe".
_:b1 foaf:name "Anna".
<https://e.org/b> dct:title "B".
<https://e.org/org> foaf:name "Institute".
<https://e.org/a/file> a dcat:Distribution;
    dcat:accessURL <https://e.org/a.nc>.
<https://e.org/theme> skos:broader <https://e.org/broad>;
    skos:prefLabel "Tides".
_:b2 a dcat:CatalogRecord;
    dct:modified "2024-01-01";
    foaf:primaryTopic <https://e.org/a>.
`);
  });

  it('gives the same bytes for the same graph in another order, but keeps the order of authors', async () => {
    const written = async (text: string) => serialiseRdf(describe(await parse(text), a), { first: a });
    const shuffled = catalogue.trim().split(' .\n');
    const prefixLines = shuffled.filter((part) => part.includes('@prefix'));
    const statements = shuffled.filter((part) => !part.includes('@prefix')).reverse();
    const other = `${prefixLines.join(' .\n')} .\n${statements.map((statement) => statement.replace(/\s*\.$/, '')).join(' .\n')} .`;
    expect(await written(other)).toBe(await written(catalogue));
    const exchanged = catalogue.replace(
      '[ foaf:name "Zoe" ], [ foaf:name "Anna" ]',
      '[ foaf:name "Anna" ], [ foaf:name "Zoe" ]',
    );
    expect(await written(exchanged)).not.toBe(await written(catalogue));
  });
});
