import type { CatalogueRecord } from '../../../model/index.ts';
import { inspire, inspireServices } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** What a dcat:DataService says of itself: its kind, its endpoints, and the datasets that it serves. */
export function writeService(graph: DcatGraph, subject: Subject, resource: Resource): void {
  const { service } = resource;
  const endpoints = endpointsOf(resource);
  for (const url of endpoints) graph.add(subject, 'dcat:endpointURL', graph.iri(url));
  for (const url of service?.endpointDescriptions ?? [])
    graph.add(subject, 'dcat:endpointDescription', graph.iri(url));
  if (service?.type !== undefined) {
    const address = inspireServices.has(service.type)
      ? `${inspire}SpatialDataServiceType/${service.type}`
      : undefined;
    const type = graph.concept(address, { en: service.type });
    graph.add(subject, graph.isGeo ? 'geodcatap:serviceType' : 'dct:type', type);
  }
  for (const dataset of service?.operatesOn ?? []) {
    const named = graph.iri(dataset);
    const node = named ?? graph.own('dataset');
    if (!named) graph.add(node, 'dct:identifier', graph.plain(dataset));
    graph.add(subject, 'dcat:servesDataset', node);
  }
}

/** Its endpoints, else the addresses of its operations, else those of its links that a service answers at. */
function endpointsOf({ service, distributions }: Resource): string[] {
  const operations = service?.operations.flatMap(({ urls }) => urls) ?? [];
  const links = distributions
    .filter(({ kind }) => kind !== 'landing-page' && kind !== 'documentation')
    .map(({ url }) => url);
  const [found = []] = [service?.endpointUrls ?? [], operations, links].filter((urls) => urls.length > 0);
  return [...new Set(found)];
}
