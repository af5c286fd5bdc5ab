import {
  type CatalogueRecord,
  type Distribution,
  normaliseProtocol,
  parseIdentifier,
} from '../../model/index.ts';
import { isAddress, oneLine, present, type Report, readByteSize } from '../reading/index.ts';
import { languageOf, mapOf, SchemaNode, type Value } from './node.ts';

type Resource = CatalogueRecord['resource'];
type Related = Resource['related'][number];
const spdx = 'http://spdx.org/rdf/terms#';
const prov = 'http://www.w3.org/ns/prov#';

/** Downloads, the files of the resource itself, and the page about it. */
export function distributionsOf(node: SchemaNode, language: string, report: Report): Distribution[] {
  const found = new Map<string, Distribution>();
  const add = (distribution: Distribution) => {
    if (!found.has(distribution.url)) found.set(distribution.url, distribution);
  };
  for (const value of node.all('distribution')) for (const one of download(value, language, report)) add(one);
  // RO-Crate lists its files as parts.
  for (const value of node.nodes('hasPart'))
    if (isFile(value)) for (const one of download(value, language, report)) add(one);
  for (const { text } of node.texts('contentUrl'))
    if (isAddress(oneLine(text))) add(plainLink(oneLine(text), 'download'));
  for (const { text } of node.texts('url'))
    if (isAddress(oneLine(text))) add({ ...plainLink(oneLine(text)), kind: 'landing-page' });
  return [...found.values()];
}

function plainLink(url: string, onlineFunction?: string): Distribution {
  return {
    url,
    names: {},
    descriptions: {},
    conformsTo: [],
    ...normaliseProtocol(undefined, url, onlineFunction),
  };
}

function download(value: Value, language: string, report: Report): Distribution[] {
  if (!(value instanceof SchemaNode)) {
    const url = oneLine(value.text);
    return isAddress(url) ? [plainLink(url, 'download')] : [];
  }
  const contents = value
    .all('contentUrl', 'contentURL')
    .map((one) => (one instanceof SchemaNode ? one.id : oneLine(one.text)));
  const urls = [...contents, ...(contents.length === 0 ? [value.address] : [])].filter(
    (url) => url !== undefined && isAddress(url),
  );
  if (urls.length === 0) {
    report.warning(
      'distribution-without-address',
      value.place,
      'The distribution has no address, so it was left out.',
      'Give each DataDownload a contentUrl.',
    );
  }
  const formats = value.texts('encodingFormat', 'fileFormat').map(({ text }) => oneLine(text));
  const mediaType = formats.find((text) => /^[a-z]+\/[\w.+-]+$/i.test(text));
  const name = formats.find((text) => text !== mediaType);
  const licence = value.text('license') ?? value.nodes('license')[0]?.address;
  const issued = dateOf(value, 'datePublished', report);
  const modified = dateOf(value, 'dateModified', report);
  return urls.flatMap((url) => {
    if (url === undefined) return [];
    const onlineFunction = contents.length > 0 || isFile(value) ? 'download' : undefined;
    return [
      {
        url,
        names: mapOf(value.all('name'), language),
        descriptions: mapOf(value.all('description'), language),
        conformsTo: [],
        ...normaliseProtocol(undefined, url, onlineFunction),
        ...present({
          function: onlineFunction,
          mediaType,
          format: name === undefined ? undefined : isAddress(name) ? { name, uri: name } : { name },
          byteSize: byteSizeOf(value, report),
          checksum: checksumOf(value),
          licence,
          issued,
          modified,
        }),
      },
    ];
  });
}

function byteSizeOf(node: SchemaNode, report: Report): number | undefined {
  const [given] = node.texts('contentSize');
  return given && readByteSize(given.text, report, given.place);
}

function checksumOf(node: SchemaNode): Distribution['checksum'] | undefined {
  const sha256 = node.text('sha256');
  if (sha256 !== undefined) return { algorithm: 'sha256', value: sha256 };
  const md5 = node.text('http://mlcommons.org/croissant/md5');
  if (md5 !== undefined) return { algorithm: 'md5', value: md5 };
  for (const checksum of node.nodes(`${spdx}checksum`)) {
    const value = checksum.text(`${spdx}checksumValue`);
    const [algorithm] = checksum.all(`${spdx}checksumAlgorithm`, `${spdx}algorithm`);
    const name = algorithm instanceof SchemaNode ? algorithm.id : algorithm?.text;
    if (value !== undefined && name !== undefined)
      return { algorithm: name.replace(/^.*checksumAlgorithm_/i, '').toLowerCase(), value };
  }
  return undefined;
}

function dateOf(node: SchemaNode, name: string, report: Report): string | undefined {
  const [value] = node.texts(name);
  return value && report.date(value.text, value.place);
}

const relationProperties: readonly (readonly [string, string])[] = [
  ['citation', 'cites'],
  ['isBasedOn', 'isDerivedFrom'],
  [`${prov}wasDerivedFrom`, 'isDerivedFrom'],
  [`${prov}wasRevisionOf`, 'revisionOf'],
  ['isPartOf', 'isPartOf'],
  ['hasPart', 'hasPart'],
  ['sameAs', 'isIdenticalTo'],
];

/** Other resources, each once per relation. */
export function relatedOf(node: SchemaNode, language: string): Related[] {
  const found = new Map<string, Related>();
  const add = (related: Related | undefined) => {
    if (related)
      found.set(`${related.relation} ${related.identifier ?? JSON.stringify(related.titles)}`, related);
  };
  for (const [property, relation] of relationProperties)
    for (const value of node.all(property))
      if (!isSeries(value) && !(property === 'hasPart' && isFile(value)))
        add(relatedTo(value, relation, language));
  // subjectOf also names events and pages; documents in a format of metadata are what is about the resource as a record.
  for (const value of node.nodes('subjectOf')) {
    const isMetadata = value.is('DataDownload', 'CreativeWork', 'DigitalDocument', 'MediaObject', 'Dataset');
    if (isMetadata)
      add(
        relatedTo(
          value,
          value.text('encodingFormat') === undefined ? 'isDocumentedBy' : 'hasMetadata',
          language,
        ),
      );
  }
  return [...found.values()];
}

/** A file of an RO-Crate; one on the web is known by its address. */
const isFile = (value: Value) =>
  value instanceof SchemaNode && value.is('File', 'MediaObject') && value.address !== undefined;

/** A series without an address is the name of one, not another resource. */
const isSeries = (value: Value) =>
  value instanceof SchemaNode && value.is('CreativeWorkSeries', 'Periodical') && value.address === undefined;

function relatedTo(value: Value, relation: string, language: string): Related | undefined {
  if (!(value instanceof SchemaNode)) {
    const text = oneLine(value.text);
    const identifier = parseIdentifier(text);
    if (identifier.scheme === 'other') return { relation, titles: { [languageOf(value, language)]: text } };
    return {
      relation,
      identifier: identifier.code,
      identifierType: identifier.scheme,
      ...(identifier.uri === undefined ? {} : { url: identifier.uri }),
      titles: {},
    };
  }
  const titles = mapOf(value.all('name', 'headline'), language);
  const [property] = value.nodes('identifier');
  const codes = [
    property?.text('value', 'url'),
    value.text('identifier'),
    value.id,
    value.text('contentUrl', 'url'),
  ];
  const code = codes.find((one) => one !== undefined && !one.startsWith('_:'));
  if (code === undefined && Object.keys(titles).length === 0) return undefined;
  const identifier = code === undefined ? undefined : parseIdentifier(code);
  const url = identifier?.uri ?? value.address;
  return {
    relation,
    titles,
    ...(identifier ? { identifier: identifier.code, identifierType: identifier.scheme } : {}),
    ...(url !== undefined && isAddress(url) ? { url } : {}),
  };
}
