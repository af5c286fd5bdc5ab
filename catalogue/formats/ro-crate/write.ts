import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { lossesOf } from '../json-record/index.ts';
import { describeResource } from '../schema-org/write.ts';
import { flatten } from './flatten.ts';

const context: JsonValue = [
  'https://w3id.org/ro/crate/1.2/context',
  { spdx: 'http://spdx.org/rdf/terms#', prov: 'http://www.w3.org/ns/prov#' },
];

/**
 * Writes a published dataset as the metadata descriptor of a detached RO-Crate 1.2: its page is the root, its downloads
 * are files of it.
 * @returns `null` for what is no dataset, and without a name, description, date of publication or licence, which the
 *   root of a crate must have
 */
export function writeRoCrate(record: CatalogueRecord, writing: WriteContext): Written | null {
  const { resource } = record;
  if (resource.type !== 'dataset' && resource.type !== 'series') return null;
  const language = localise(resource.titles, writing.language ?? record.language ?? 'en')?.language;
  const losses = lossesOf(record, 'ro-crate', language);
  const node = describeResource(record, writing, losses);
  if (!node || !['name', 'description', 'datePublished', 'license'].every((key) => key in node)) return null;
  const { distribution, hasPart, license, ...rest } = node;
  const links = listOf(distribution).filter(isJsonObject);
  const files = links.filter((link) => 'contentUrl' in link);
  const services = links.filter((link) => !('contentUrl' in link));
  const root: JsonObject = {
    ...rest,
    '@id': writing.pageUrl,
    '@type': 'Dataset',
    license: listOf(license ?? null).map((one) => licenceEntity(one, resource)),
    ...(files.length + listOf(hasPart).length === 0
      ? {}
      : { hasPart: [...files.map(fileEntity), ...listOf(hasPart)] }),
    ...(services.length === 0 ? {} : { distribution: services }),
  };
  const descriptor: JsonObject = {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    about: { '@id': writing.pageUrl },
  };
  const document = { '@context': context, '@graph': [descriptor, ...flatten(root)] };
  return { text: `${JSON.stringify(document, null, 2)}\n`, losses: [...new Set(losses)] };
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A licence is an entity of its own, with its name. */
function licenceEntity(licence: JsonValue, { licences }: CatalogueRecord['resource']): JsonValue {
  if (typeof licence !== 'string' || !URL.canParse(licence)) return licence;
  const title = licences.find(({ uri }) => uri === licence)?.title;
  const name = localise(title ?? {}, 'en')?.text;
  return { '@id': licence, '@type': 'CreativeWork', ...(name === undefined ? {} : { name }) };
}

/** A file on the web is known by its address. */
function fileEntity({ contentUrl, ...rest }: JsonObject): JsonObject {
  return { ...rest, '@id': String(contentUrl), '@type': 'File' };
}
