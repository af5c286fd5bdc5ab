import { type CatalogueRecord, normaliseLanguage, normaliseProtocol } from '../../model/index.ts';
import { isAddress, present, type Report, readByteSize } from '../reading/index.ts';
import type { CkanObject } from './package.ts';

type Distribution = CatalogueRecord['resource']['distributions'][number];

/** The files and services of a dataset, and the page that the dataset points to. */
export function distributionsOf(dataset: CkanObject, report: Report): Distribution[] {
  const found = dataset.objects('resources').flatMap((resource) => distributionOf(resource, report));
  const page = dataset.text('url', 'landing_page');
  if (page !== undefined && isAddress(page) && !found.some(({ url }) => url === page))
    found.unshift({
      url: page,
      names: {},
      descriptions: {},
      conformsTo: [],
      ...normaliseProtocol(undefined, page),
      kind: 'landing-page',
    });
  return found;
}

function distributionOf(resource: CkanObject, report: Report): Distribution[] {
  if (resource.text('state') === 'deleted') return [];
  const url = resource.text('download_url', 'url', 'access_url');
  if (url === undefined) {
    report.warning(
      'distribution-without-address',
      resource.place('url'),
      `The resource "${resource.text('name', 'id') ?? ''}" has no address.`,
      'Give each resource its url.',
    );
    return [];
  }
  const format = resource.text('format');
  const onlineFunction = resource.text('resource_locator_function');
  const protocol = resource.text('resource_locator_protocol') ?? (isService(format) ? format : undefined);
  const size = resource.find('size');
  const date = (...keys: string[]) => {
    const text = resource.text(...keys);
    return text === undefined ? undefined : report.date(text, resource.place(...keys));
  };
  const languages = resource.texts('language').flatMap((text) => normaliseLanguage(text) ?? []);
  const access = resource.text('access_url');
  const rights = resource.map('rights');
  const hash = resource.text('hash');
  return [
    {
      url,
      names: resource.map('name', 'title'),
      descriptions: resource.map('description'),
      ...normaliseProtocol(protocol, url, onlineFunction ?? (isFile(format) ? 'download' : undefined)),
      ...(hash
        ? { checksum: { algorithm: algorithmOf(resource.text('hash_algorithm'), hash), value: hash } }
        : {}),
      ...(format ? { format: { name: format } } : {}),
      ...(Object.keys(rights).length > 0 ? { rights } : {}),
      ...(languages.length > 0 ? { languages } : {}),
      ...(access !== undefined && access !== url && isAddress(access)
        ? { accessService: { url: access } }
        : {}),
      conformsTo: resource.texts('conforms_to'),
      ...present({
        protocolAsGiven: protocol,
        function: onlineFunction,
        mediaType: resource.text('mimetype'),
        byteSize: size && readByteSize(String(size.value), report, { path: size.path }),
        licence: resource.text('license'),
        issued: date('issued', 'created'),
        modified: date('modified', 'last_modified'),
        status: resource.text('status'),
        availability: resource.text('availability'),
        compressFormat: resource.text('compress_format'),
        packageFormat: resource.text('package_format'),
      }),
    },
  ];
}

const isService = (format: string | undefined) =>
  /\b(wms|wfs|wcs|wmts|csw|sos|arcgis|esri|kml|api|opendap)\b/i.test(format ?? '');

const isFile = (format: string | undefined) =>
  format !== undefined && !isService(format) && !/html|^url$|web|link/i.test(format);

/** The address of SPDX ends with the name; without one, the length of the digest tells it. */
function algorithmOf(given: string | undefined, value: string): string {
  const name = /checksumAlgorithm_(\w+)$/.exec(given ?? '')?.[1] ?? given;
  if (name !== undefined) return name;
  return { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }[value.length] ?? 'unknown';
}
