import { type CatalogueRecord, type DataFormat, normaliseProtocol, words } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Report } from '../reading/index.ts';
import type { Chain } from './catalog.ts';

type Distribution = CatalogueRecord['resource']['distributions'][number];
type Linkage = CatalogueRecord['metadataLinkages'][number];
type Service = { name: string; type: string; base: string; suffix: string; parts: Service[] };

/** Types of service (InvCatalog 1.0) by the protocols that we know; those of metadata tell about the data only. */
const protocols: Readonly<Record<string, string>> = words({
  opendap: 'OPeNDAP',
  dods: 'OPeNDAP',
  dap4: 'OPeNDAP',
  httpserver: 'download',
  file: 'download',
  ftp: 'ftp',
  gridftp: 'download',
  webserver: 'download',
  wms: 'WMS',
  wcs: 'WCS',
  wfs: 'WFS',
  sos: 'SOS',
  netcdfsubset: 'ncss',
  netcdfserver: 'ncss',
});
const ofMetadata = /^(iso|ncml|uddc|ncjson|das|dds)$/;
/** What leads to catalogues, or speaks a protocol of Unidata's own programs. */
const leftOut = /^(resolver|catalog|querycapability|compound|latest)$/;

/** The addresses of a dataset: service base, path, service suffix, each against the address of the catalogue. */
export function accessOf(
  catalog: XmlElement,
  { dataset, ancestors }: Chain,
  metadata: readonly XmlElement[],
  baseUrl: string | undefined,
  report: Report,
): { distributions: Distribution[]; linkages: Linkage[] } {
  const services = servicesOf([catalog, ...ancestors, dataset]);
  const found: { distributions: Distribution[]; linkages: Linkage[] } = { distributions: [], linkages: [] };
  const format = metadata.find(({ name }) => name === 'dataFormat')?.text.trim();
  for (const { path, serviceName, dataFormat, line } of pathsOf(dataset, metadata)) {
    const service = services.get(serviceName);
    if (!service) {
      report.warning(
        'access-service-unknown',
        { path: `/catalog//dataset[@name="${dataset.attribute('name') ?? ''}"]`, line },
        serviceName === ''
          ? 'No service is named for the data.'
          : `The service "${serviceName}" is not defined.`,
        'Name one of the services that the catalogue defines.',
      );
      continue;
    }
    for (const leaf of leavesOf(service)) {
      const url = addressOf(leaf, path, baseUrl);
      if (leftOut.test(leaf.type)) continue;
      if (url === undefined) {
        report.info(
          'address-relative',
          { path: `/catalog//service[@name="${leaf.name}"]`, line },
          `The address of the service "${leaf.name}" (${leaf.base}) is relative, and that of the catalogue is not known.`,
          'Harvest the catalogue from its address, or write full addresses.',
        );
        continue;
      }
      if (ofMetadata.test(leaf.type)) found.linkages.push({ url, name: { en: leaf.type.toUpperCase() } });
      else found.distributions.push(distribution(url, leaf, dataFormat ?? format));
    }
  }
  return found;
}

function distribution(url: string, service: Service, format: string | undefined): Distribution {
  const protocol = protocols[service.type] ?? service.type;
  const isFile = protocol === 'download' || protocol === 'ftp';
  const given: DataFormat | undefined = format ? { name: format } : undefined;
  return {
    url,
    names: { und: service.name },
    descriptions: {},
    conformsTo: [],
    ...normaliseProtocol(protocol, url),
    protocolAsGiven: service.type,
    ...(isFile && given ? { format: given } : {}),
  };
}

/** Paths of the data with the service that they are under: `urlPath`, each `access`, and collections by their `path`. */
function pathsOf(dataset: XmlElement, metadata: readonly XmlElement[]) {
  const inherited =
    dataset.attribute('serviceName') ?? metadata.find(({ name }) => name === 'serviceName')?.text.trim();
  const plain = dataset.attribute('urlPath');
  const { line } = dataset;
  return [
    ...(plain ? [{ path: plain, serviceName: inherited ?? '', dataFormat: undefined, line }] : []),
    ...[...dataset.elements()]
      .filter(({ name }) => name === 'access')
      .map((access) => ({
        path: access.attribute('urlPath') ?? '',
        serviceName: access.attribute('serviceName') ?? inherited ?? '',
        dataFormat: access.attribute('dataFormat'),
        line: access.line,
      })),
  ].filter(({ path }) => path !== '');
}

function servicesOf(elements: readonly XmlElement[]): Map<string, Service> {
  const found = new Map<string, Service>();
  const read = (element: XmlElement): Service => {
    const service: Service = {
      name: element.attribute('name') ?? '',
      type: (element.attribute('serviceType') ?? '').toLowerCase(),
      base: element.attribute('base') ?? '',
      suffix: element.attribute('suffix') ?? '',
      parts: [...element.elements()].filter(({ name }) => name === 'service').map(read),
    };
    if (!found.has(service.name)) found.set(service.name, service);
    return service;
  };
  for (const element of elements)
    for (const child of element.elements()) if (child.name === 'service') read(child);
  return found;
}

/** A compound service stands for the services within it. */
function leavesOf(service: Service): Service[] {
  return service.parts.length > 0 ? service.parts.flatMap(leavesOf) : [service];
}

function addressOf({ base, suffix }: Service, path: string, baseUrl: string | undefined): string | undefined {
  // Some servers write full addresses as paths.
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? path : `${base}${path}${suffix}`;
  try {
    return new URL(encodeURI(decodeSafely(written)), baseUrl).href;
  } catch {
    return undefined;
  }
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
