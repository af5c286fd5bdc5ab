import { type DcatStyle, dcatDataset } from '../../documents/dcat.ts';
import type { Facts } from '../../documents/facts.ts';
import { jsonLd, type RdfNode, rdfXml } from '../../documents/rdf.ts';
import { documentOf } from '../../documents/xml.ts';

const STYLE: DcatStyle = {
  address: (id) => `https://data.oasu-omp.example.org/id/${id}`,
  profile: 'dcat-3',
};

/** The whole catalogue on one page, as JSON-LD and as RDF/XML. */
export function catalogDocuments(
  records: readonly Facts[],
  root: string,
): { jsonLd: string; rdfXml: string } {
  const datasets = records.map((facts) => dcatDataset(facts, STYLE));
  const catalog = (address: string): RdfNode => ({
    id: address,
    types: ['dcat:Catalog'],
    properties: [
      ['dct:title', { value: 'Données marines des observatoires de Bordeaux et Toulouse', language: 'fr' }],
      ['dct:title', { value: 'Marine data of the Bordeaux and Toulouse observatories', language: 'en' }],
      ['foaf:homepage', { iri: 'https://data.oasu-omp.example.org/' }],
      ...datasets.map((dataset) => ['dcat:dataset', dataset] as const),
    ],
  });
  return {
    jsonLd: jsonLd([catalog(`${root}/catalog.jsonld`)]),
    rdfXml: documentOf(rdfXml([catalog(`${root}/catalog.rdf`)])),
  };
}
