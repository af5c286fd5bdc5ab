import { type CatalogueRecord, normaliseProtocol } from '../../model/index.ts';
import { addDistribution, addressOf, type JsonNode } from '../json-record/index.ts';
import type { Report } from '../reading/index.ts';

type Resource = CatalogueRecord['resource'];

/** Multihash prefixes of the file extension (`file:checksum`): code and length of the algorithms that are met. */
export const multihashes: readonly (readonly [string, string])[] = [
  ['1220', 'sha256'],
  ['1340', 'sha512'],
  ['1114', 'sha1'],
  ['d50110', 'md5'],
];

/** Assets: thumbnails are graphics, all others are ways to the data, or to documents where their role says so. */
export function addAssets(
  resource: Resource,
  root: JsonNode,
  { language, report, base }: { language: string; report: Report; base: string | undefined },
): void {
  for (const [key, asset] of root.entries('assets')) {
    const url = addressOf(asset, report, base);
    if (url === undefined) continue;
    const roles = asset.texts('roles').map(({ text }) => text.trim());
    const title = asset.text('title') ?? key;
    if (roles.includes('thumbnail') || roles.includes('overview')) {
      resource.graphics.push({ url, description: { [language]: title } });
      continue;
    }
    const mediaType = asset.text('type');
    const description = asset.text('description');
    const isDocument = roles.includes('metadata') || roles.includes('documentation');
    const size = asset.number('file:size');
    const checksum = checksumOf(asset.text('file:checksum', 'checksum:multihash'));
    addDistribution(resource, {
      url,
      names: { [language]: title },
      descriptions: description === undefined ? {} : { [language]: description },
      conformsTo: [],
      ...normaliseProtocol(undefined, url, isDocument ? 'information' : 'download'),
      function: isDocument ? 'information' : 'download',
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(size === undefined || size < 0 ? {} : { byteSize: size }),
      ...(checksum ? { checksum } : {}),
    });
  }
}

function checksumOf(multihash: string | undefined): { algorithm: string; value: string } | undefined {
  const written = multihash?.toLowerCase();
  const known = multihashes.find(([prefix]) => written?.startsWith(prefix));
  return written && known ? { algorithm: known[1], value: written.slice(known[0].length) } : undefined;
}
