import type { JsonObject, JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type Distribution, localise } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';

type Resource = CatalogueRecord['resource'];

/** Links that are no way to data: the page itself and what is written about it. */
const notData = new Set(['landing-page', 'documentation']);

/** Downloads with contentUrl; services and viewers with url only, for nothing can be fetched there as a file. */
export function distributions(resource: Resource, language: string): JsonObject[] {
  return resource.distributions
    .filter(({ kind }) => !notData.has(kind))
    .map((link) => download(link, language));
}

function download(link: Distribution, language: string): JsonObject {
  const name = localise(link.names, language)?.text;
  const description = localise(link.descriptions, language)?.text;
  const format = link.mediaType ?? link.format?.name;
  return {
    '@type': 'DataDownload',
    ...(link.kind === 'download' ? { contentUrl: link.url } : { url: link.url }),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(format === undefined ? {} : { encodingFormat: format }),
    ...(link.byteSize === undefined ? {} : { contentSize: String(link.byteSize) }),
    ...checksum(link),
    ...(link.licence === undefined ? {} : { license: link.licence }),
    ...(link.issued === undefined ? {} : { datePublished: link.issued }),
    ...(link.modified === undefined ? {} : { dateModified: link.modified }),
  };
}

/** schema.org knows SHA-256 only; science-on-schema.org takes SPDX for all others. */
function checksum({ checksum: sum }: Distribution): JsonObject {
  if (!sum) return {};
  const algorithm = sum.algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (algorithm === 'sha256') return { sha256: sum.value };
  return {
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:checksumValue': sum.value,
      'spdx:checksumAlgorithm': { '@id': `spdx:checksumAlgorithm_${algorithm}` },
    },
  };
}

const relations: Readonly<Record<string, string>> = {
  isDerivedFrom: 'isBasedOn',
  isPartOf: 'isPartOf',
  series: 'isPartOf',
  hasPart: 'hasPart',
  revisionOf: 'prov:wasRevisionOf',
};
/** Said elsewhere: identity as sameAs, metadata as subjectOf. */
const elsewhere = new Set(['isIdenticalTo', 'hasMetadata', 'isDocumentedBy']);

/** Relations that a reader finds again; all others become citations. */
export const saidRelations: ReadonlySet<string> = new Set([
  ...Object.keys(relations).filter((relation) => relation !== 'series'),
  ...elsewhere,
  'cites',
]);

/** Other resources under isBasedOn, isPartOf and hasPart; all that schema.org has no word for as citation. */
export function related(resource: Resource, language: string): JsonObject {
  const found: Record<string, JsonValue[]> = {};
  for (const other of resource.related) {
    if (elsewhere.has(other.relation)) continue;
    const property = relations[other.relation] ?? 'citation';
    const members = found[property] ?? [];
    members.push(work(other, property === 'citation' ? 'CreativeWork' : 'Dataset', language));
    found[property] = members;
  }
  if (resource.seriesName !== undefined)
    found['isPartOf'] = [
      ...(found['isPartOf'] ?? []),
      { '@type': 'CreativeWorkSeries', name: resource.seriesName },
    ];
  const own = localise(resource.otherCitationDetails ?? {}, language)?.text;
  if (own !== undefined) found['citation'] = [...(found['citation'] ?? []), own];
  return Object.fromEntries(
    Object.entries(found).map(([property, members]) => [
      property,
      members.length === 1 ? (members[0] ?? null) : members,
    ]),
  );
}

function work(other: Resource['related'][number], type: string, language: string): JsonObject {
  const name = localise(other.titles, language)?.text;
  return {
    '@type': type,
    ...(other.url === undefined ? {} : { '@id': other.url, url: other.url }),
    ...(name === undefined ? {} : { name }),
    ...(other.identifier === undefined ? {} : { identifier: other.identifier }),
  };
}

/** The metadata documents that we serve, and the documents about the resource. */
export function metadataDocuments(resource: Resource, context: WriteContext, language: string): JsonObject[] {
  const served = (context.formats ?? []).flatMap(({ title, mediaType, suffix, namespace }) =>
    suffix === undefined
      ? []
      : [
          {
            '@type': 'DataDownload',
            name: title,
            encodingFormat: namespace === undefined ? mediaType : [mediaType, namespace],
            contentUrl: `${context.pageUrl}.${suffix}`,
          },
        ],
  );
  const documentation = resource.distributions
    .filter(({ kind }) => kind === 'documentation')
    .map((link) => ({ url: link.url, name: localise(link.names, language)?.text }));
  const documents = resource.related
    .filter(({ relation }) => relation === 'isDocumentedBy' || relation === 'hasMetadata')
    .flatMap(({ url, titles }) =>
      url === undefined ? [] : [{ url, name: localise(titles, language)?.text }],
    );
  const cited = resource.additionalDocumentation.flatMap(({ url, titles }) =>
    url === undefined ? [] : [{ url, name: localise(titles, language)?.text }],
  );
  const works = [
    ...new Map([...documentation, ...documents, ...cited].map((one) => [one.url, one])).values(),
  ];
  return [
    ...served,
    ...works.map(({ url, name }) => ({
      '@type': 'CreativeWork',
      url,
      ...(name === undefined ? {} : { name }),
    })),
  ];
}
