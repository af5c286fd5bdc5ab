import { type Distribution, normaliseProtocol, recogniseLicence } from '../../model/index.ts';
import type { Curie, RdfNode } from '../../rdf/index.ts';
import { readByteSize } from '../reading/index.ts';
import { ogcServices } from './codes.ts';
import {
  addressOf,
  codeOf,
  type DcatReading,
  givenIri,
  labelNodes,
  labels,
  lines,
  paragraphs,
  place,
  told,
} from './reading.ts';
import { languagesOf } from './subject.ts';

/** Every way to the data or to pages about it: distributions, services, landing pages, documents. */
export function distributionsOf(resource: RdfNode, reading: DcatReading): Distribution[] {
  const found = new Map<string, Distribution>();
  // Layers of one service have one address and names of their own; an address without a name says nothing new.
  const add = (distribution: Distribution) => {
    const key = `${distribution.url} ${JSON.stringify(distribution.names)}`;
    const named = Object.keys(distribution.names).length > 0;
    const isKnown =
      found.has(key) || (!named && [...found.values()].some(({ url }) => url === distribution.url));
    if (!isKnown) found.set(key, distribution);
  };
  for (const node of resource.all('dcat:distribution', 'adms:sample'))
    for (const distribution of ofDistribution(node, reading)) add(distribution);
  for (const service of resource.inverse('dcat:servesDataset'))
    for (const url of addresses(service, reading, 'dcat:endpointURL')) add(endpoint(service, url, reading));
  for (const node of resource.all('dcat:endpointDescription')) addPage(node, 'information', reading, add);
  for (const node of resource.all('dcat:landingPage')) addPage(node, undefined, reading, add);
  for (const node of resource.all('foaf:page', 'foaf:homepage'))
    if (!node.is('schema:CreativeWork')) addPage(node, 'information', reading, add);
  const known = new Set([...found.values()].map(({ url }) => url));
  for (const url of addresses(resource, reading, 'dcat:endpointURL'))
    if (!known.has(url)) add(endpoint(resource, url, reading));
  const licences = new Set(resource.all('dct:license').flatMap((node) => licenceOf(node) ?? []));
  // A distribution's licence is one of its own where it differs from the resource's.
  return [...found.values()].map(({ licence, ...distribution }) =>
    licence === undefined || licences.has(licence) ? distribution : { ...distribution, licence },
  );
}

function licenceOf(node: RdfNode): string | undefined {
  const known = recogniseLicence(node.value, node.iri);
  return known?.uri ?? (node.isNamed || node.isLiteral ? node.value.trim() : undefined);
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
  ];
  // A service that gives what has an address of its own belongs to it; otherwise it is the way to the data.
  const [service] = services;
  for (const own of links)
    if (service) own.accessService = accessServiceOf(service.service, service.url, own.names, reading);
  if (links.length === 0) links.push(...services.map((given) => endpoint(given.service, given.url, reading)));
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

function accessServiceOf(
  service: RdfNode,
  url: string,
  names: Distribution['names'],
  reading: DcatReading,
): NonNullable<Distribution['accessService']> {
  const called = lines(service.all('dct:title'), reading);
  // A service must have a title: that of the distribution is none of its own.
  const isOwn = Object.entries(called).some(([language, title]) => names[language] !== title);
  const titles = isOwn ? called : undefined;
  const descriptionUrl = service.one('dcat:endpointDescription')?.iri;
  return { url, ...(titles ? { titles } : {}), ...(descriptionUrl === undefined ? {} : { descriptionUrl }) };
}

function link(
  url: string,
  onlineFunction: string | undefined,
  node: RdfNode,
  shared: Partial<Distribution>,
): Distribution {
  const given = protocolOf(node);
  const draft = { names: {}, descriptions: {}, conformsTo: [], ...shared };
  const use = functionOf(node) ?? onlineFunction;
  const { protocol, kind } = normaliseProtocol(given, url, use);
  return {
    ...draft,
    url,
    kind,
    ...(protocol === undefined ? {} : { protocol }),
    ...(given === undefined ? {} : { protocolAsGiven: given }),
    ...(use === undefined ? {} : { function: use }),
  };
}

/** ISO CI_OnLineFunctionCode, by its address. */
function functionOf(node: RdfNode): string | undefined {
  const type = node.all('dct:type').find(({ value }) => value.includes('CI_OnLineFunctionCode'));
  return type && codeOf(type);
}

function described(node: RdfNode, reading: DcatReading): Partial<Distribution> {
  const format = formatOf(node, reading);
  const mediaType = mediaTypeOf(node);
  const checksum = checksumOf(node);
  const byteSize = byteSizeOf(node, reading);
  const licence = node.one('dct:license');
  const licenceUri = licence && licenceOf(licence);
  const issued = dateOf(node, reading, 'dct:issued', 'dct:created');
  const modified = dateOf(node, reading, 'dct:modified');
  return {
    names: lines(node.all('dct:title', 'rdfs:label', 'foaf:name'), reading),
    descriptions: paragraphs(node.all('dct:description'), reading),
    conformsTo: node
      .all('dct:conformsTo')
      .filter((standard) => !isProtocol(standard))
      .map((standard) => standard.iri ?? Object.values(labels(standard, reading))[0] ?? '')
      .filter(Boolean),
    ...(format === undefined ? {} : { format }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(byteSize === undefined ? {} : { byteSize }),
    ...(checksum === undefined ? {} : { checksum }),
    ...(licenceUri ? { licence: licenceUri } : {}),
    ...(issued === undefined ? {} : { issued }),
    ...(modified === undefined ? {} : { modified }),
    ...circumstances(node, reading),
  };
}

/** Rights, languages, status, availability, compression and package. */
function circumstances(node: RdfNode, reading: DcatReading): Partial<Distribution> {
  // A rights statement that only names its own address is a licence or a register's word, and read as such.
  const rights = node.is('dcat:Distribution', 'foaf:Document')
    ? told(paragraphs(node.all('dct:rights'), reading))
    : undefined;
  const languages = languagesOf(node);
  const address = (property: Curie) => node.one(property)?.iri;
  const status = address('adms:status');
  const availability = address('dcatap:availability') ?? address('adms:availability');
  const compressFormat = packing(node, 'dcat:compressFormat');
  const packageFormat = packing(node, 'dcat:packageFormat');
  return {
    ...(rights ? { rights } : {}),
    ...(languages.length > 0 && !node.is('dcat:DataService') ? { languages } : {}),
    ...(status === undefined ? {} : { status }),
    ...(availability === undefined ? {} : { availability }),
    ...(compressFormat === undefined ? {} : { compressFormat }),
    ...(packageFormat === undefined ? {} : { packageFormat }),
  };
}

/** `application/gzip`, also where it stands at the end of an IANA address. */
function packing(node: RdfNode, property: Curie): string | undefined {
  const format = node.one(property);
  if (!format) return undefined;
  const text = format.isLiteral || format.isNamed ? format.value.trim() : labelNodes(format)[0]?.value.trim();
  return text?.replace(/^https?:\/\/(www\.)?iana\.org\/assignments\/media-types\//, '') || undefined;
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
  const given = protocolOf(node);
  const use = functionOf(node) ?? onlineFunction;
  const { protocol, kind } = normaliseProtocol(given, url, use);
  add({
    conformsTo: [],
    names: {},
    descriptions: {},
    ...described(node, reading),
    url,
    kind: kind !== 'other' ? kind : onlineFunction === undefined ? 'landing-page' : 'documentation',
    ...(protocol === undefined ? {} : { protocol }),
    ...(given === undefined ? {} : { protocolAsGiven: given }),
    ...(use === undefined ? {} : { function: use }),
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
  const own = node.all('dct:conformsTo').find(isOurProtocol)?.text('dct:title');
  if (own !== undefined) return own;
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

/** A standard of the type that INSPIRE's register has for protocols. */
function isOurProtocol(standard: RdfNode): boolean {
  return standard.all('dct:type').some(({ value }) => value.endsWith('/ProtocolValue'));
}

function isProtocol(standard: RdfNode): boolean {
  return isOurProtocol(standard) || standard.value.startsWith(ogcServices);
}

function formatOf(node: RdfNode, reading: DcatReading): Distribution['format'] | undefined {
  const format = node.one('dct:format');
  return format && readFormat(format, reading);
}

/** A format by its label, else by the code at the end of its address. */
export function readFormat(
  format: RdfNode,
  reading: DcatReading,
): NonNullable<Distribution['format']> | undefined {
  const label = Object.values(labels(format, reading))[0];
  const name = label ?? codeOf(format);
  if (name === '') return undefined;
  const uri = givenIri(format, reading);
  const version = format.text('owl:versionInfo');
  const specification = format.isNamed ? undefined : told(paragraphs(format.all('rdfs:comment'), reading));
  return {
    name,
    ...(uri === undefined || !/^https?:/i.test(uri) ? {} : { uri }),
    ...(version === undefined || format.isNamed ? {} : { version }),
    ...(specification ? { specification } : {}),
  };
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
