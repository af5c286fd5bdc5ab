import {
  type CatalogueRecord,
  type DataFormat,
  type Distribution,
  normaliseProtocol,
} from '../../../model/index.ts';
import { fileTypeOf, inspire, isoAddress, languageAddress, mediaTypes, ogcServices } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';
import { writeLicence } from './terms.ts';

type Resource = CatalogueRecord['resource'];

/** Ways to the data as distributions, pages as documents; a service has no distributions, so its are all documents. */
export function writeDistributions(graph: DcatGraph, subject: Subject, resource: Resource): void {
  const isService = resource.type === 'service';
  for (const distribution of resource.distributions) {
    const address = graph.iri(distribution.url);
    if (!address) {
      graph.losses.add('resource.distributions');
      continue;
    }
    const { kind } = distribution;
    if (kindTold(distribution, isService) !== kind) graph.losses.add('resource.distributions.kind');
    if (kind === 'landing-page') graph.add(subject, 'dcat:landingPage', documentOf(graph, distribution));
    else if (kind === 'documentation' || isService)
      graph.add(subject, 'foaf:page', documentOf(graph, distribution));
    else {
      const node = graph.blank('dcat:Distribution');
      graph.add(node, 'dcat:accessURL', address);
      if (kind === 'download') graph.add(node, 'dcat:downloadURL', address);
      describe(graph, node, distribution);
      describeData(graph, node, distribution, resource);
      graph.add(subject, 'dcat:distribution', node);
    }
  }
}

/** What one can do with a link is not said in DCAT: it follows from property, protocol, function and address. */
function kindTold({ kind, protocolAsGiven, protocol, url, ...more }: Distribution, isService: boolean) {
  const isPage = kind === 'landing-page' || kind === 'documentation' || isService;
  const implied =
    kind === 'landing-page' || !(isPage || kind === 'download')
      ? undefined
      : isPage
        ? 'information'
        : 'download';
  const told = normaliseProtocol(protocolAsGiven ?? protocol, url, more.function ?? implied).kind;
  if (told !== 'other' || !isPage) return told;
  return kind === 'landing-page' ? kind : 'documentation';
}

/** By its address, or a document of its own where another was described at that address. */
function documentOf(graph: DcatGraph, distribution: Distribution): Subject {
  const say = (node: Subject) => {
    graph.type(node, 'foaf:Document');
    describe(graph, node, distribution);
  };
  for (const field of ['status', 'availability', 'compressFormat', 'packageFormat', 'accessService'] as const)
    if (distribution[field] !== undefined) graph.losses.add(`resource.distributions.${field}`);
  const named = graph.iri(distribution.url);
  if (named && graph.once(named, distribution, () => say(named))) return named;
  const node = graph.blank();
  say(node);
  graph.add(node, 'schema:url', named);
  return node;
}

/** What documents and distributions have in common. */
function describe(graph: DcatGraph, node: Subject, distribution: Distribution): void {
  const { format, mediaType, function: use } = distribution;
  graph.addTexts(node, 'dct:title', distribution.names);
  graph.addTexts(node, 'dct:description', distribution.descriptions);
  const code = use === undefined ? undefined : graph.iri(isoAddress('CI_OnLineFunctionCode', use));
  graph.add(node, 'dct:type', code);
  if (use !== undefined && !code) graph.losses.add('resource.distributions.function');
  for (const standard of distribution.conformsTo)
    graph.add(node, 'dct:conformsTo', standardOf(graph, standard));
  writeProtocol(graph, node, distribution);
  if (mediaType !== undefined) graph.add(node, 'dcat:mediaType', mediaTypeOf(graph, mediaType));
  if (format) graph.add(node, 'dct:format', formatNode(graph, format));
  if (distribution.byteSize !== undefined)
    graph.add(
      node,
      'dcat:byteSize',
      graph.typed(String(Math.round(distribution.byteSize)), 'xsd:nonNegativeInteger'),
    );
  writeChecksum(graph, node, distribution);
  if (distribution.licence !== undefined)
    writeLicence(graph, node, { uri: distribution.licence, title: {} }, 'resource.distributions.licence');
  if (distribution.rights) {
    const rights = graph.blank('dct:RightsStatement');
    graph.addTexts(rights, 'rdfs:label', distribution.rights);
    graph.add(node, 'dct:rights', rights);
  }
  if (distribution.issued !== undefined) graph.add(node, 'dct:issued', graph.date(distribution.issued));
  if (distribution.modified !== undefined) graph.add(node, 'dct:modified', graph.date(distribution.modified));
  for (const tag of distribution.languages ?? []) graph.add(node, 'dct:language', languageNode(graph, tag));
}

/** What a distribution says that a page does not. */
function describeData(graph: DcatGraph, node: Subject, distribution: Distribution, resource: Resource): void {
  // Portals look for the licence here; where it is the resource's own, our reader takes it for that.
  if (distribution.licence === undefined && resource.licences[0])
    writeLicence(graph, node, resource.licences[0], 'resource.licences');
  for (const [property, value, path] of [
    ['adms:status', distribution.status, 'status'],
    ['dcatap:availability', distribution.availability, 'availability'],
  ] as const) {
    const address = graph.iri(value);
    graph.add(node, property, address);
    if (value !== undefined && !address) graph.losses.add(`resource.distributions.${path}`);
  }
  const { compressFormat, packageFormat, accessService } = distribution;
  if (compressFormat !== undefined)
    graph.add(node, 'dcat:compressFormat', mediaTypeOf(graph, compressFormat));
  if (packageFormat !== undefined) graph.add(node, 'dcat:packageFormat', mediaTypeOf(graph, packageFormat));
  for (const set of graph.isGeo ? resource.characterSets : [])
    graph.add(node, 'cnt:characterEncoding', graph.plain(set));
  const [representation] = resource.spatialRepresentations;
  if (representation !== undefined && resource.spatialRepresentations.length === 1)
    graph.add(node, 'adms:representationTechnique', representationNode(graph, representation));
  const titles = accessService?.titles ?? distribution.names;
  const endpoint = graph.iri(accessService?.url);
  if (!accessService) return;
  // A dcat:DataService must have a title and an endpoint.
  if (!endpoint || Object.keys(titles).length === 0) {
    graph.losses.add('resource.distributions.accessService');
    return;
  }
  const service = graph.blank('dcat:DataService');
  graph.addTexts(service, 'dct:title', titles);
  graph.add(service, 'dcat:endpointURL', endpoint);
  graph.add(service, 'dcat:endpointDescription', graph.iri(accessService.descriptionUrl));
  graph.add(node, 'dcat:accessService', service);
}

/** The protocol as a standard that the link conforms to; OGC services by the address that INSPIRE uses for them. */
function writeProtocol(graph: DcatGraph, node: Subject, { protocol, protocolAsGiven }: Distribution): void {
  if (protocol === undefined && protocolAsGiven === undefined) return;
  const ogc = /^OGC:(\w+)$/.exec(protocol ?? '')?.[1]?.toLowerCase();
  if (ogc !== undefined) graph.add(node, 'dct:conformsTo', standardOf(graph, ogcServices + ogc));
  if (ogc !== undefined && (protocolAsGiven ?? protocol) === protocol) return;
  const standard = graph.blank('dct:Standard');
  graph.add(standard, 'dct:type', graph.concept(`${inspire}ProtocolValue`, { en: 'Protocol' }));
  graph.add(standard, 'dct:title', graph.plain(protocolAsGiven ?? protocol ?? ''));
  if (protocol !== undefined && protocolAsGiven !== undefined)
    graph.add(standard, 'dct:identifier', graph.plain(protocol));
  graph.add(node, 'dct:conformsTo', standard);
}

function standardOf(graph: DcatGraph, text: string): Subject {
  const named = graph.iri(text);
  if (named) {
    graph.once(named, 'standard', () => graph.type(named, 'dct:Standard'));
    return named;
  }
  const node = graph.blank('dct:Standard');
  graph.add(node, 'dct:title', graph.plain(text));
  return node;
}

/** A media type as IANA registers it: `text/csv`; any other word is a label. */
export function mediaTypeOf(graph: DcatGraph, text: string): Subject {
  const word = text.trim();
  const named = /^[\w.+-]+\/[\w.+-]+$/.test(word) ? graph.iri(mediaTypes + word) : graph.iri(word);
  if (named) {
    graph.once(named, 'media type', () => graph.type(named, 'dct:MediaType'));
    return named;
  }
  const node = graph.blank('dct:MediaType');
  graph.add(node, 'rdfs:label', graph.plain(word));
  return node;
}

/** A format by its address, or the European Union's file type where its name is one; a version makes it one of its own. */
export function formatNode(graph: DcatGraph, format: DataFormat): Subject {
  const { name, version, uri, specification } = format;
  const describe = (node: Subject) => {
    graph.type(node, 'dct:MediaTypeOrExtent');
    graph.add(node, 'rdfs:label', graph.plain(name));
    if (version !== undefined) graph.add(node, 'owl:versionInfo', graph.plain(version));
    graph.addTexts(node, 'rdfs:comment', specification);
  };
  const named = graph.iri(uri ?? fileTypeOf(name));
  const general = version === undefined && specification === undefined;
  if (named && general && graph.once(named, format, () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'skos:exactMatch', named);
  return node;
}

function writeChecksum(graph: DcatGraph, node: Subject, { checksum }: Distribution): void {
  if (!checksum) return;
  // The shapes ask for xsd:hexBinary.
  if (!/^([0-9a-f]{2})+$/i.test(checksum.value)) {
    graph.losses.add('resource.distributions.checksum');
    return;
  }
  const word = checksum.algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = /^(md[2456]|sha(1|224|256|384|512))$/.test(word);
  const algorithm = known
    ? graph.term(`spdx:checksumAlgorithm_${word}`)
    : graph.blank('spdx:ChecksumAlgorithm');
  if (algorithm.termType === 'NamedNode')
    graph.once(algorithm, 'algorithm', () => graph.type(algorithm, 'spdx:ChecksumAlgorithm'));
  else graph.add(algorithm, 'rdfs:label', graph.plain(checksum.algorithm));
  const written = graph.blank('spdx:Checksum');
  graph.add(written, 'spdx:algorithm', algorithm);
  graph.add(written, 'spdx:checksumValue', graph.typed(checksum.value, 'xsd:hexBinary'));
  graph.add(node, 'spdx:checksum', written);
}

/** A language of the European Union's table; a variant (`pt-BR`), which no table has, by its tag. */
export function languageNode(graph: DcatGraph, tag: string): Subject {
  const named = graph.iri(languageAddress(tag));
  if (named) {
    graph.once(named, 'language', () => graph.type(named, 'dct:LinguisticSystem'));
    return named;
  }
  const node = graph.blank('dct:LinguisticSystem');
  graph.add(node, 'rdf:value', graph.plain(tag));
  return node;
}

/** `vector`, `grid`… of INSPIRE's register. */
export function representationNode(graph: DcatGraph, value: string): Subject {
  return graph.concept(`${inspire}SpatialRepresentationType/${encodeURIComponent(value)}`, { en: value });
}
