import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { prefixes } from './namespaces.ts';
import { parseRdf } from './parse.ts';
import { serialiseRdf } from './serialise.ts';
import { writeJsonLd } from './write-json-ld.ts';
import { writeRdfXml } from './write-rdf-xml.ts';

const quads = new Parser().parse(`
  @prefix dct: <${prefixes.dct}> . @prefix dcat: <${prefixes.dcat}> . @prefix foaf: <${prefixes.foaf}> . @prefix xsd: <${prefixes.xsd}> .
  <https://e.org/d> a dcat:Dataset ; dct:title "Tides & waves"@en, "Marées"@fr ; dct:identifier "7" ; dct:issued "2020"^^xsd:gYear ;
    dct:creator [ a foaf:Person, foaf:Agent ; foaf:name "Ada" ] , _:both ; dct:publisher _:both ; dct:license <https://e.org/l> ;
    dcat:distribution [ dcat:byteSize 12 ] .
  _:both a foaf:Agent ; foaf:name "Shom", "Shom"@fr .`);
const first = DataFactory.namedNode('https://e.org/d');

describe('writeRdfXml', () => {
  it('nests blank nodes that one statement points to, and names the others', () => {
    expect(writeRdfXml(quads, { first })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
    xmlns:dcat="http://www.w3.org/ns/dcat#"
    xmlns:dct="http://purl.org/dc/terms/"
    xmlns:foaf="http://xmlns.com/foaf/0.1/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <dcat:Dataset rdf:about="https://e.org/d">
    <dct:creator>
      <foaf:Agent>
        <rdf:type rdf:resource="http://xmlns.com/foaf/0.1/Person"/>
        <foaf:name>Ada</foaf:name>
      </foaf:Agent>
    </dct:creator>
    <dct:creator rdf:nodeID="b1"/>
    <dct:identifier>7</dct:identifier>
    <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#gYear">2020</dct:issued>
    <dct:license rdf:resource="https://e.org/l"/>
    <dct:publisher rdf:nodeID="b1"/>
    <dct:title xml:lang="en">Tides &amp; waves</dct:title>
    <dct:title xml:lang="fr">Marées</dct:title>
    <dcat:distribution>
      <rdf:Description>
        <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">12</dcat:byteSize>
      </rdf:Description>
    </dcat:distribution>
  </dcat:Dataset>
  <foaf:Agent rdf:nodeID="b1">
    <foaf:name>Shom</foaf:name>
    <foaf:name xml:lang="fr">Shom</foaf:name>
  </foaf:Agent>
</rdf:RDF>
`);
  });

  it('refuses a property that no XML name can end', () => {
    const odd = DataFactory.quad(first, DataFactory.namedNode('https://e.org/7/'), first);
    expect(() => writeRdfXml([odd])).toThrow('RDF/XML has no name for <https://e.org/7/>.');
  });
});

describe('writeJsonLd', () => {
  it('declares in its own context what all values of a property have in common', () => {
    expect(JSON.parse(writeJsonLd(quads, { first }))).toEqual({
      '@context': {
        dcat: prefixes.dcat,
        dct: prefixes.dct,
        foaf: prefixes.foaf,
        xsd: prefixes.xsd,
        'dct:creator': { '@id': `${prefixes.dct}creator`, '@type': '@id' },
        'dct:issued': { '@id': `${prefixes.dct}issued`, '@type': 'xsd:gYear' },
        'dct:license': { '@id': `${prefixes.dct}license`, '@type': '@id' },
        'dct:publisher': { '@id': `${prefixes.dct}publisher`, '@type': '@id' },
        'dct:title': { '@id': `${prefixes.dct}title`, '@container': '@language' },
        'dcat:byteSize': { '@id': `${prefixes.dcat}byteSize`, '@type': 'xsd:integer' },
        'dcat:distribution': { '@id': `${prefixes.dcat}distribution`, '@type': '@id' },
      },
      '@graph': [
        {
          '@id': 'https://e.org/d',
          '@type': 'dcat:Dataset',
          'dct:title': { en: 'Tides & waves', fr: 'Marées' },
          'dct:identifier': '7',
          'dct:issued': '2020',
          'dct:creator': [{ '@type': ['foaf:Agent', 'foaf:Person'], 'foaf:name': 'Ada' }, '_:b1'],
          'dct:publisher': '_:b1',
          'dct:license': 'https://e.org/l',
          'dcat:distribution': { 'dcat:byteSize': '12' },
        },
        {
          '@id': '_:b1',
          '@type': 'foaf:Agent',
          'foaf:name': ['Shom', { '@language': 'fr', '@value': 'Shom' }],
        },
      ],
    });
  });
});

const name = fc.constantFrom('https://e.org/a', 'https://e.org/b', '_:x', '_:y', '_:z');
const node = (text: string) =>
  text.startsWith('_:') ? DataFactory.blankNode(text.slice(2)) : DataFactory.namedNode(text);
// White space around a text and control characters are no business of metadata, and XML can't say them.
const text = fc.string({ unit: 'grapheme' }).map((any) => any.replace(/[\p{C}\s]+/gu, ' '));
const object = fc.oneof(
  name.map(node),
  text.map((value) => DataFactory.literal(value)),
  text.map((value) => DataFactory.literal(value, 'fr')),
  text.map((value) => DataFactory.literal(value, DataFactory.namedNode(`${prefixes.xsd}date`))),
);
const graph = fc.array(
  fc
    .tuple(name.map(node), fc.constantFrom('type', 'title', 'creator'), object)
    .filter(([, property, value]) => property !== 'type' || value.termType === 'NamedNode')
    .map(([subject, property, value]) =>
      DataFactory.quad(
        subject,
        DataFactory.namedNode((property === 'type' ? prefixes.rdf : prefixes.dct) + property),
        value,
      ),
    ),
  { minLength: 1, maxLength: 8 },
);

/** Graphs that differ by the labels of blank nodes only are the same (URDNA2015). */
const canonical = async (quads: Iterable<Quad>) =>
  jsonld.canonize(await jsonld.fromRDF(serialiseRdf([...quads], { format: 'n-triples' })), {
    algorithm: 'URDNA2015',
    format: 'application/n-quads',
  });

describe.each([
  ['RDF/XML', writeRdfXml],
  ['JSON-LD', writeJsonLd],
])('any graph in %s', (_, write) => {
  it('is read as it was', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (given) => {
        const { store, problems } = await parseRdf(new TextEncoder().encode(write(given)));
        expect(problems).toEqual([]);
        expect(await canonical(store)).toBe(await canonical(new Store(given)));
      }),
      { numRuns: 200 },
    );
  });
});
