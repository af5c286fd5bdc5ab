import { type Distribution, normaliseProtocol, recogniseLicence } from '../../model/index.ts';
import type { Curie, RdfNode } from '../../rdf/index.ts';
import { readByteSize } from '../reading/index.ts';
import { addressOf, codeOf, type DcatReading, labels, lines, paragraphs, place } from './reading.ts';

/** Every way to the data or to pages about it: distributions, services, landing pages, documents. */
export function distributionsOf(resource: RdfNode, reading: DcatReading): Distribution[] {
  const found = new Map<string, Distribution>();
  const add = (distribution: Distribution) => {
    if (!found.has(distribution.url)) found.set(distribution.url, distribution);
  };
  for (const node of resource.all('dcat:distribution', 'adms:sample'))
    for (const distribution of ofDistribution(node, reading)) add(distribution);
  for (const url of addresses(resource, reading, 'dcat:endpointURL')) add(endpoint(resource, url, reading));
  for (const service of resource.inverse('dcat:servesDataset'))
    for (const url of addresses(service, reading, 'dcat:endpointURL')) add(endpoint(service, url, reading));
  for (const node of resource.all('dcat:endpointDescription')) addPage(node, 'information', reading, add);
  for (const node of resource.all('dcat:landingPage')) addPage(node, undefined, reading, add);
  for (const node of resource.all('foaf:page', 'foaf:homepage')) addPage(node, 'information', reading, add);
  return [...found.values()];
}

/** One access link per distinct address: the file, the page that leads to it, the service that serves it. */
function ofDistribution(node: RdfNode, reading: DcatReading): Distribution[] {
  if (node.isLiteral) {
    const url = addressOf(node);
    return url === undefined
      ? []
      : [{ url, names: {}, descriptions: {}, conformsTo: [], ...normaliseProtocol(undefined, url) }];
  }
  const downloads = addresses(node, reading, 'dcat:downloadURL');
  const accesses = addresses(node, reading, 'dcat:accessURL').filter((url) => !downloads.includes(url));
  const services = node
    .all('dcat:accessService')
    .flatMap((service) => addresses(service, reading, 'dcat:endpointURL').map((url) => ({ service, url })));
  const shared = described(node, reading);
  const links = [
    ...downloads.map((url) => link(url, 'download', node, shared)),
    ...accesses.map((url) => link(url, undefined, node, shared)),
    ...services.map(({ service, url }) => endpoint(service, url, reading)),
  ];
  if (links.length === 0) {
    reading.report.warning(
      'distribution-without-address',
      place(node),
      `The distribution ${node.iri === undefined ? '' : `<${node.iri}> `}has no address, so it was left out.`,
      'Give each distribution a dcat:accessURL (mandatory in DCAT-AP).',
    );
  }
  return links;
}

function link(
  url: string,
  onlineFunction: string | undefined,
  node: RdfNode,
  shared: Partial<Distribution>,
): Distribution {
  const given = protocolOf(node);
  const told = { names: {}, descriptions: {}, conformsTo: [], ...shared };
  const { protocol, kind } = normaliseProtocol(given, url, onlineFunction);
  return {
    ...told,
    url,
    kind,
    ...(protocol === undefined ? {} : { protocol }),
    ...(given === undefined ? {} : { protocolAsGiven: given }),
    ...(onlineFunction === undefined ? {} : { function: onlineFunction }),
  };
}

function described(node: RdfNode, reading: DcatReading): Partial<Distribution> {
  const format = formatOf(node, reading);
  const mediaType = mediaTypeOf(node);
  const checksum = checksumOf(node);
  const byteSize = byteSizeOf(node, reading);
  const licence = node.one('dct:license');
  const known = licence && recogniseLicence(licence.value, licence.iri);
  const licenceUri =
    known?.uri ?? (licence?.isNamed || licence?.isLiteral ? licence.value.trim() : undefined);
  const issued = dateOf(node, reading, 'dct:issued', 'dct:created');
  const modified = dateOf(node, reading, 'dct:modified');
  return {
    names: lines(node.all('dct:title', 'rdfs:label', 'foaf:name'), reading),
    descriptions: paragraphs(node.all('dct:description'), reading),
    conformsTo: node
      .all('dct:conformsTo')
      .map((standard) => standard.iri ?? Object.values(labels(standard, reading))[0] ?? '')
      .filter(Boolean),
    ...(format === undefined ? {} : { format }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(byteSize === undefined ? {} : { byteSize }),
    ...(checksum === undefined ? {} : { checksum }),
    ...(licenceUri ? { licence: licenceUri } : {}),
    ...(issued === undefined ? {} : { issued }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function endpoint(service: RdfNode, url: string, reading: DcatReading): Distribution {
  return link(url, undefined, service, described(service, reading));
}

function addPage(
  node: RdfNode,
  onlineFunction: string | undefined,
  reading: DcatReading,
  add: (distribution: Distribution) => void,
): void {
  const url = addressOf(node) ?? node.one('foaf:page', 'schema:url')?.iri;
  if (url === undefined) return;
  const { protocol, kind } = normaliseProtocol(undefined, url, onlineFunction);
  add({
    url,
    names: lines(node.all('dct:title', 'rdfs:label', 'foaf:name'), reading),
    descriptions: paragraphs(node.all('dct:description'), reading),
    kind: kind !== 'other' ? kind : onlineFunction === undefined ? 'landing-page' : 'documentation',
    conformsTo: [],
    ...(protocol === undefined ? {} : { protocol }),
    ...(onlineFunction === undefined ? {} : { function: onlineFunction }),
  });
}

/** Addresses of a property; one that is neither IRI nor an address in a literal is told. */
function addresses(node: RdfNode, reading: DcatReading, property: Curie): string[] {
  return node.all(property).flatMap((value) => {
    const url = addressOf(value) ?? value.one('schema:url', 'foaf:page')?.iri;
    if (url !== undefined) return [url];
    if (value.value.trim() !== '' && value.isLiteral)
      reading.report.warning(
        'address-unreadable',
        place(value),
        `"${value.value.trim()}" is not an address.`,
        'Give a full URL, with its scheme.',
      );
    return [];
  });
}

/** GeoDCAT-AP tells the protocol of a service by what it conforms to; others by an OGC name as format. */
function protocolOf(node: RdfNode): string | undefined {
  for (const standard of node.all('dct:conformsTo')) {
    const text = `${standard.value} ${standard.text('dct:title', 'rdfs:label') ?? ''}`;
    const service =
      /(?:serviceType\/ogc\/|\bOGC:|\/(?:spec|standard|standards)\/)(wms|wfs|wcs|wmts|wps|csw|sos|sta|sensorthings|ogcapi-[a-z]+)/i.exec(
        text,
      )?.[1];
    if (service !== undefined) return /^ogcapi/i.test(service) ? service : `OGC:${service.toUpperCase()}`;
  }
  const format = node.one('dct:format');
  const code = format && codeOf(format);
  if (code !== undefined && /^(OGC[:_ -])?(WMS|WFS|WCS|WMTS|WPS|CSW|SOS)([_ -]?SRVC)?$/i.test(code))
    return `OGC:${code
      .replace(/^OGC[:_ -]/i, '')
      .replace(/[_ -]?SRVC$/i, '')
      .toUpperCase()}`;
  return code !== undefined && /^(WWW:|OGC:|OPENDAP|ERDDAP)/i.test(code) ? code : undefined;
}

function formatOf(node: RdfNode, reading: DcatReading): Distribution['format'] | undefined {
  const format = node.one('dct:format');
  if (!format) return undefined;
  const label = Object.values(labels(format, reading))[0];
  const name = label ?? codeOf(format);
  if (name === '') return undefined;
  return { name, ...(format.iri === undefined || !/^https?:/i.test(format.iri) ? {} : { uri: format.iri }) };
}

/** `text/csv`, also where it stands at the end of an IANA address. */
function mediaTypeOf(node: RdfNode): string | undefined {
  for (const candidate of node.all('dcat:mediaType', 'dct:format')) {
    const text =
      candidate.isLiteral || candidate.isNamed
        ? candidate.value
        : (candidate.text('rdfs:label', 'rdf:value') ?? '');
    const found =
      /(?:^|media-types\/)((?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+-]+)/i.exec(
        text.trim(),
      );
    if (found?.[1] !== undefined) return found[1].toLowerCase();
  }
  return undefined;
}

function byteSizeOf(node: RdfNode, reading: DcatReading): number | undefined {
  const text = node.text('dcat:byteSize');
  return text === undefined
    ? undefined
    : readByteSize(text, reading.report, { path: `${node}/dcat:byteSize` });
}

function checksumOf(node: RdfNode): Distribution['checksum'] | undefined {
  const checksum = node.one('spdx:checksum');
  const value = checksum?.text('spdx:checksumValue');
  const algorithm = checksum?.one('spdx:algorithm');
  if (value === undefined || !algorithm) return undefined;
  return {
    algorithm: codeOf(algorithm)
      .replace(/^checksumAlgorithm_/i, '')
      .toLowerCase(),
    value,
  };
}

function dateOf(node: RdfNode, reading: DcatReading, ...properties: Curie[]): string | undefined {
  const found = node.one(...properties);
  return found?.isLiteral && found.value.trim() !== ''
    ? reading.report.date(found.value, place(found))
    : undefined;
}
