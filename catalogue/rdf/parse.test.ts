import { describe, expect, it } from 'vitest';
import { nodesOfType, parseRdf, RdfNode } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const titles = async (text: string, options: { mediaType?: string; baseUrl?: string } = {}) => {
  const { store, problems } = await parseRdf(bytes(text), options);
  return {
    titles: nodesOfType(store, 'dcat:Dataset').map((node) => [node.value, node.text('dct:title')]),
    problems: problems.map((problem) => problem.code),
    lines: problems.flatMap((problem) => problem.line ?? []),
  };
};

const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://data.example.org/tides> a dcat:Dataset ; dct:title "Tide gauges"@en .`;
const rdfXml = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
  <dcat:Dataset rdf:about="https://data.example.org/tides"><dct:title xml:lang="en">Tide gauges</dct:title></dcat:Dataset></rdf:RDF>`;
const jsonLd = `{"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
  "@id": "https://data.example.org/tides", "@type": "dcat:Dataset", "dct:title": {"@value": "Tide gauges", "@language": "en"}}`;
const expected = [['https://data.example.org/tides', 'Tide gauges']];

describe('parseRdf', () => {
  it.each([
    ['Turtle', turtle],
    ['RDF/XML', rdfXml],
    ['JSON-LD', jsonLd],
    [
      'N-Triples',
      '<https://data.example.org/tides> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n<https://data.example.org/tides> <http://purl.org/dc/terms/title> "Tide gauges"@en .',
    ],
  ])('reads %s without a media type', async (_, text) => {
    expect(await titles(text)).toEqual({ titles: expected, problems: [], lines: [] });
  });

  it('believes the document rather than the media type, and says so', async () => {
    expect(await titles(turtle, { mediaType: 'application/rdf+xml' })).toEqual({
      titles: expected,
      problems: ['media-type-wrong'],
      lines: [],
    });
    expect((await titles(rdfXml, { mediaType: 'application/xml' })).problems).toEqual([]);
  });

  it('replaces a known remote context by its own and never fetches an unknown one', async () => {
    const known = await titles(
      '{"@context": "https://www.w3.org/ns/dcat.jsonld", "@id": "https://data.example.org/tides", "@type": "Dataset", "title": {"en": "Tide gauges"}}',
    );
    expect(known).toEqual({ titles: expected, problems: [], lines: [] });
    const unknown = await titles(
      '{"@context": ["https://nobody.example.org/context.jsonld", {"dcat": "http://www.w3.org/ns/dcat#"}], "@id": "https://data.example.org/tides", "@type": "dcat:Dataset", "mystery": 1}',
    );
    expect(unknown.problems).toEqual(['context-unknown', 'term-unknown']);
    expect(unknown.titles).toEqual([['https://data.example.org/tides', undefined]]);
  });

  it('refuses a DOCTYPE, HTML, and syntax errors with their line', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rdfXml.slice(21)}`;
    expect(await titles(bomb)).toEqual({ titles: [], problems: ['doctype-refused'], lines: [] });
    expect((await titles('<!doctype html><html><body>Not found</body></html>')).problems).toEqual([
      'html-instead-of-rdf',
    ]);
    expect(await titles(`${turtle}\n\n<a> <b> .`)).toMatchObject({
      titles: [],
      problems: ['not-well-formed'],
      lines: [4],
    });
    expect(await titles(rdfXml.replace('</dcat:Dataset>', ''))).toMatchObject({
      problems: ['not-well-formed'],
      lines: [3],
    });
    expect(await titles('{"@context": {},\n "a": }')).toMatchObject({
      problems: ['not-well-formed'],
      lines: [2],
    });
  });

  it('refuses RDF/XML that is nested beyond reason, however it is written', async () => {
    const nested = (depth: number) =>
      rdfXml.replace(
        '</dcat:Dataset>',
        `${'<dct:a><dct:b c=">">'.repeat(depth)}<!-- <x> --><![CDATA[<y>]]>${'</dct:b></dct:a>'.repeat(depth)}</dcat:Dataset>`,
      );
    expect((await titles(nested(50))).problems).toEqual([]);
    expect((await titles(nested(20_000))).problems).toEqual(['nested-too-deep']);
  });

  it('refuses a graph of more statements than memory should hold', async () => {
    const many = rdfXml.replace('<dct:title', `${'<dct:a/>'.repeat(400_001)}<dct:title`);
    expect(await titles(many)).toEqual({ titles: [], problems: ['graph-too-large'], lines: [] });
  }, 60_000);

  it('mends IRIs with blanks in every syntax', async () => {
    for (const text of [turtle, rdfXml, jsonLd]) {
      expect(await titles(text.replace('org/tides', 'org/tide gauges'))).toMatchObject({
        titles: [['https://data.example.org/tide%20gauges', 'Tide gauges']],
        problems: ['address-invalid'],
      });
    }
  });

  it('resolves relative IRIs against the base, and keeps them as written without one', async () => {
    for (const text of [turtle, rdfXml, jsonLd]) {
      const relative = text.replace('https://data.example.org/tides', 'tides');
      expect((await titles(relative, { baseUrl: 'https://data.example.org/catalog' })).titles).toEqual(
        expected,
      );
      expect(await titles(relative)).toMatchObject({
        titles: [['tides', 'Tide gauges']],
        problems: ['address-relative'],
      });
    }
  });

  it('finds terms under their other spellings', async () => {
    const { store } = await parseRdf(
      bytes(
        '<https://e.org/a> <https://schema.org/startDate> "2020" ; <http://purl.org/dc/elements/1.1/title> "Old" .',
      ),
    );
    const node = new RdfNode(store, store.getSubjects(null, null, null)[0] ?? expect.fail('no subject'));
    expect([node.text('schema:startDate'), node.text('dct:title')]).toEqual(['2020', 'Old']);
  });
});
