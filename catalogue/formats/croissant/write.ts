import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, type Distribution, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { lossesOf } from '../json-record/index.ts';
import { describeResource } from '../schema-org/write.ts';
import { croissantContext } from './context.ts';

type Resource = CatalogueRecord['resource'];

/** What a dataset must have (1.1, "Dataset-level information"). */
const mandatory = ['name', 'description', 'license', 'url', 'creator', 'datePublished'];

/**
 * Writes a published dataset as a Croissant 1.1 descriptor. Only files whose checksum and media type are known are
 * listed, for a FileObject must have both; of what is in the files a record knows the variables, not the columns, so
 * that no RecordSet is made up.
 * @returns `null` for what is no dataset, or where something mandatory is not known
 */
export function writeCroissant(record: CatalogueRecord, writing: WriteContext): Written | null {
  const { resource } = record;
  if (resource.type !== 'dataset' && resource.type !== 'series') return null;
  const language = localise(resource.titles, writing.language ?? record.language ?? 'en')?.language;
  const losses = lossesOf(record, 'croissant');
  const node = describeResource(record, writing, losses);
  if (!node || !mandatory.every((key) => key in node)) return null;
  const { '@id': id, '@type': _, distribution, ...rest } = node;
  const files = resource.distributions.filter(({ kind }) => kind === 'download').flatMap(fileObject);
  const links = Array.isArray(distribution) ? distribution.length : distribution === undefined ? 0 : 1;
  if (files.length < links) losses.push(`resource.distributions: ${links - files.length} without a checksum`);
  const citation = localise(resource.otherCitationDetails ?? {}, language ?? 'en')?.text;
  const document: JsonObject = {
    '@context': croissantContext(language),
    '@type': 'sc:Dataset',
    ...(id === undefined ? {} : { '@id': id }),
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    ...withoutValues(rest),
    ...(citation === undefined ? {} : { citeAs: citation }),
    ...(files.length === 0 ? {} : { distribution: files }),
  };
  return { text: `${JSON.stringify(document, null, 2)}\n`, losses: [...new Set(losses)] };
}

/** Identifiers as texts: schema.org's `value` is another term in newer contexts, and none here may be taken for it. */
function withoutValues(node: JsonObject): JsonObject {
  const plain = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isJsonObject(value)) return value;
    if (value['@type'] === 'PropertyValue' && 'value' in value) return value['url'] ?? value['value'] ?? '';
    return withoutValues(value);
  };
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'additionalProperty')
      .map(([key, value]) => [key, plain(value)]),
  );
}

function fileObject(link: Distribution): JsonObject[] {
  const algorithm = link.checksum?.algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  const encoding = link.mediaType;
  if (!link.checksum || encoding === undefined || (algorithm !== 'sha256' && algorithm !== 'md5')) return [];
  const name = localise(link.names)?.text ?? fileName(link.url);
  return [
    {
      '@type': 'cr:FileObject',
      '@id': link.url,
      name,
      ...descriptionOf(link),
      contentUrl: link.url,
      encodingFormat: encoding,
      ...(link.byteSize === undefined ? {} : { contentSize: `${Math.round(link.byteSize)} B` }),
      [algorithm]: link.checksum.value,
    },
  ];
}

function descriptionOf({ descriptions }: Resource['distributions'][number]): JsonObject {
  const text = localise(descriptions)?.text;
  return text === undefined ? {} : { description: text };
}

const fileName = (url: string) => url.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? url;
