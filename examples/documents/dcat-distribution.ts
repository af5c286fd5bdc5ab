import { iri, literal, texts } from './dcat-terms.ts';
import type { Facts, Link } from './facts.ts';
import type { RdfNode, RdfProperty } from './rdf.ts';

/** What a link becomes: landing page, page about it, file, or data service behind a distribution. */
export function access(link: Link, facts: Facts): RdfProperty[] {
  if (link.kind === 'landing') return [['dcat:landingPage', iri(link.url)]];
  if (link.kind === 'document') return [['foaf:page', iri(link.url)]];
  const title: RdfProperty[] = [['dct:title', literal(link.name)]];
  const description = texts('dct:description', link.description ?? {});
  const licence: RdfProperty[] =
    facts.licence?.url === undefined ? [] : [['dct:license', iri(facts.licence.url)]];
  const format: RdfProperty[] =
    facts.format === undefined ? [] : [['dct:format', literal(facts.format.name)]];
  if (link.kind === 'download' || link.kind === 'ftp') {
    const file: RdfNode = {
      types: ['dcat:Distribution'],
      properties: [
        ...title,
        ...description,
        ['dcat:accessURL', iri(link.url)],
        ['dcat:downloadURL', iri(link.url)],
        ...format,
        ...licence,
      ],
    };
    return [['dcat:distribution', file]];
  }
  const standards: Readonly<Record<string, string>> = {
    wms: 'http://www.opengis.net/def/serviceType/ogc/wms',
    wfs: 'http://www.opengis.net/def/serviceType/ogc/wfs',
    opendap: 'https://www.opendap.org/pdf/ESE-RFC-004v1.2.pdf',
    erddap: 'https://coastwatch.pfeg.noaa.gov/erddap/information.html',
  };
  const standard = standards[link.kind];
  const service: RdfNode = {
    types: ['dcat:DataService'],
    properties: [
      ...title,
      ['dcat:endpointURL', iri(link.url)],
      ...(standard === undefined ? [] : ([['dct:conformsTo', iri(standard)]] as const)),
    ],
  };
  const distribution: RdfNode = {
    types: ['dcat:Distribution'],
    properties: [
      ...title,
      ...description,
      ['dcat:accessURL', iri(link.url)],
      ['dcat:accessService', service],
      ...licence,
    ],
  };
  return [['dcat:distribution', distribution]];
}
