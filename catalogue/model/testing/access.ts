import fc from 'fast-check';
import {
  type Distribution,
  dataFormat,
  distribution,
  distributor,
  graphic,
  normaliseProtocol,
  offlineMedium,
  serviceDescription,
} from '../index.ts';
import { anyCitation } from './citations.ts';
import { objectOf, some } from './object-of.ts';
import { online, responsibilityIn } from './parties.ts';
import { address, code, count, date, day, line, lines, proses, quantity, untranslated } from './texts.ts';

export const anyFormat = objectOf(dataFormat, {
  name: fc.constantFrom('NetCDF', 'CSV', 'ODV', 'GeoTIFF'),
  version: fc.constantFrom('4', '1.1'),
  uri: address,
  specification: proses,
  amendment: line,
  decompression: fc.constantFrom('unzip', 'gunzip'),
  citation: anyCitation,
  translations: untranslated,
});

/** Links as sources give them: protocol, ending of the address, ISO function, media type. */
const links = fc.constantFrom<[string | undefined, string, string | undefined, string | undefined]>(
  ['OGC:WMS-1.3.0-http-get-map', '/wms', undefined, 'image/png'],
  ['OGC:WFS', '/wfs', 'download', undefined],
  ['OPeNDAP:OPeNDAP', '/dodsC/x.nc', 'download', 'application/x-netcdf'],
  ['WWW:DOWNLOAD-1.0-http--download', '/x.nc', 'download', 'application/x-netcdf'],
  ['WWW:LINK-1.0-http--link', '/about', 'information', 'text/html'],
  [undefined, '/x.csv', 'download', 'text/csv'],
  [undefined, '/order', 'order', undefined],
);

const fields = objectOf(distribution, {
  url: fc
    .webUrl({ validSchemes: ['https'], withFragments: false, withQueryParameters: false })
    .map((url) => new URL(url).origin),
  names: lines,
  descriptions: proses,
  kind: fc.constant('other' as const),
  protocol: fc.constant(''),
  protocolAsGiven: fc.constant(''),
  applicationProfile: line,
  function: fc.constant(''),
  mediaType: fc.constant(''),
  format: anyFormat,
  byteSize: fc.integer({ min: 1, max: 1e12 }),
  checksum: objectOf(distribution.shape.checksum.unwrap(), {
    algorithm: fc.constantFrom('SHA-256', 'MD5'),
    value: fc.stringMatching(/^[0-9a-f]{32}$/),
  }),
  conformsTo: some(address),
  licence: fc.constant('https://creativecommons.org/licenses/by/4.0/'),
  rights: proses,
  issued: day,
  modified: date,
  languages: fc.constantFrom(['en'], ['en', 'fr']),
  status: fc.constant('http://publications.europa.eu/resource/authority/distribution-status/COMPLETED'),
  availability: fc.constant('http://publications.europa.eu/resource/authority/planned-availability/STABLE'),
  compressFormat: fc.constant('application/gzip'),
  packageFormat: fc.constant('application/zip'),
  accessService: objectOf(distribution.shape.accessService.unwrap(), {
    url: address,
    titles: lines,
    descriptionUrl: address,
  }),
  unitsOfDistribution: fc.constantFrom('tiles', 'layers'),
  transferSize: fc.constant(0),
  descriptionUri: address,
  protocolUri: address,
  applicationProfileUri: address,
  protocolRequest: line,
  translations: untranslated,
});

/** Ways to the data whose protocol and use follow from what was given, as the readers derive them. */
export const anyDistribution: fc.Arbitrary<Distribution> = fc
  .tuple(fields, links)
  .map(
    ([{ protocol: _, protocolAsGiven: _given, function: _function, mediaType: _type, ...others }, link]) => {
      const [given, path, role, mediaType] = link;
      const { transferSize: _size, protocolUri, applicationProfileUri, descriptionUri, ...about } = others;
      // Only what is said has an address.
      const rest = {
        ...about,
        ...(given && protocolUri ? { protocolUri } : {}),
        ...(about.applicationProfile && applicationProfileUri ? { applicationProfileUri } : {}),
        ...(Object.keys(about.descriptions).length > 0 && descriptionUri ? { descriptionUri } : {}),
      };
      const url = rest.url + path;
      return {
        ...rest,
        ...normaliseProtocol(given, url, role),
        url,
        ...(given ? { protocolAsGiven: given } : {}),
        ...(role ? { function: role } : {}),
        ...(mediaType ? { mediaType } : {}),
      };
    },
  );

export const anyDistributor = objectOf(distributor, {
  responsibility: responsibilityIn('distributor'),
  fees: line,
  orderingInstructions: proses,
  plannedAvailable: day,
  turnaround: proses,
});

export const anyMedium = objectOf(offlineMedium, {
  name: fc.constantFrom('cdRom', 'dvd', '3480Cartridge'),
  density: quantity,
  densityUnits: fc.constant('bpi'),
  volumes: count,
  formats: fc.subarray(['tar', 'iso9660']),
  note: proses,
  transferSize: fc.integer({ min: 1, max: 1e9 }),
  unitsOfDistribution: fc.constant('tapes'),
});

const operation = serviceDescription.shape.operations.unwrap().element;
const parameter = operation.shape.parameters.unwrap().element;
const coupled = serviceDescription.shape.coupledResources.unwrap().element;
const access = serviceDescription.shape.accessProperties.unwrap();

export const anyService = objectOf(serviceDescription, {
  type: fc.constantFrom('view', 'download', 'discovery'),
  typeVersions: fc.subarray(['1.1.1', '1.3.0']),
  couplingType: fc.constantFrom('tight', 'loose', 'mixed'),
  operations: some(
    objectOf(operation, {
      name: fc.constantFrom('GetCapabilities', 'GetMap'),
      platforms: fc.constantFrom(['WebServices'], []),
      urls: some(address, 1),
      online: fc.constant([]),
      description: proses,
      invocationName: code,
      parameters: fc.array(
        objectOf(parameter, {
          name: code,
          direction: fc.constant('in'),
          description: lines,
          optionality: fc.constant('true'),
          repeatability: fc.boolean(),
          valueType: fc.constant('string'),
        }),
        { minLength: 1, maxLength: 1 },
      ),
    }),
  ),
  operatesOn: some(address),
  endpointUrls: some(address, 1),
  endpointDescriptions: some(address, 1),
  coupledResources: some(
    objectOf(coupled, { operation: fc.constant('GetMap'), identifier: code, scopedName: code }),
    1,
  ),
  accessProperties: objectOf(access, {
    fees: line,
    plannedAvailable: day,
    orderingInstructions: proses,
    turnaround: proses,
  }),
});

export const anyGraphic = objectOf(graphic, {
  url: address,
  description: lines,
  type: fc.constant('image/png'),
  fileName: lines,
  online: fc.array(online, { maxLength: 1 }),
}).map(({ online: links = [], ...rest }) => {
  const [first] = links;
  return first ? { ...rest, online: links, url: first.url } : rest;
});
