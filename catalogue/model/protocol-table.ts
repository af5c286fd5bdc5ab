import type { AccessKind } from './distribution.ts';
import { remembered } from './remembered.ts';
import { words } from './words.ts';

type ProtocolRule = {
  /** Name in the Cat-Interop register where it has one. */
  name: string;
  kind: AccessKind;
  /** On the protocol as given, lower case. */
  given: RegExp;
  /** On the address, lower case: for links that tell no protocol, or only that it is a link. */
  address?: RegExp;
};

/** First match wins: the more particular stand first. */
export const protocolRules: readonly ProtocolRule[] = [
  {
    name: 'OGC:WMTS',
    kind: 'view',
    given: /\bwmts\b|web map tile service|webmaptileservice/,
    address: /[?&]service=wmts\b|wmtscapabilities/,
  },
  {
    name: 'OGC:WMC',
    kind: 'view',
    given: /\bwmc\b|web map context/,
  },
  {
    name: 'OGC:WMS',
    kind: 'view',
    given: /\b(nc)?wms\b|web map service|webmapservice|view-service/,
    address: /[?&]service=wms\b|[?&]request=getmap\b|\/wms(\/?$|\?)/,
  },
  {
    name: 'OGC:WFS',
    kind: 'download',
    given: /\bwfs\b|web feature service|webfeatureservice/,
    address: /[?&]service=wfs\b|\/wfs(\/?$|\?)/,
  },
  {
    name: 'OGC:WCS',
    kind: 'subset',
    given: /\bwcs\b|web coverage service|webcoverageservice/,
    address: /[?&]service=wcs\b|\/wcs(\/?$|\?)/,
  },
  {
    name: 'OGC:WPS',
    kind: 'service',
    given: /\bwps\b|web processing service/,
    address: /[?&]service=wps\b|\/wps(\/?$|\?)/,
  },
  {
    name: 'OGC:SOS',
    kind: 'service',
    given: /\bsos\b|sensor observation service/,
    address: /[?&]service=sos\b|\/sos(\/?$|\?)/,
  },
  {
    name: 'OGC:CSW',
    kind: 'service',
    given: /\bcsw\b|catalogue service for the web/,
    address: /[?&]service=csw\b|\/csw(\/?$|\?)/,
  },
  {
    name: 'OGC:SensorThings',
    kind: 'service',
    given: /sensor ?things/,
    address: /\/sensorthings\/|\/frost-server\//,
  },
  { name: 'OGC API - Features', kind: 'download', given: /ogc ?api[\s:-]*features|oapif/ },
  { name: 'OGC API - Records', kind: 'service', given: /ogc ?api[\s:-]*records/ },
  { name: 'OGC API - Maps', kind: 'view', given: /ogc ?api[\s:-]*maps/ },
  { name: 'OGC API - Tiles', kind: 'view', given: /ogc ?api[\s:-]*tiles/ },
  { name: 'OGC API - Coverages', kind: 'subset', given: /ogc ?api[\s:-]*coverages/ },
  { name: 'OGC API - Processes', kind: 'service', given: /ogc ?api[\s:-]*processes/ },
  { name: 'OGC API - Styles', kind: 'view', given: /ogc ?api[\s:-]*styles/ },
  { name: 'OGC API - EDR', kind: 'subset', given: /ogc ?api[\s:-]*(edr|environmental data)/ },
  {
    name: 'ERDDAP:griddap',
    kind: 'subset',
    given: /griddap/,
    address: /\/erddap\/griddap\//,
  },
  {
    name: 'ERDDAP:tabledap',
    kind: 'subset',
    given: /tabledap|\berddap\b/,
    address: /\/erddap\/tabledap\//,
  },
  { name: 'UNIDATA:NCSS', kind: 'subset', given: /\bncss\b|netcdf ?subset/, address: /\/thredds\/ncss\// },
  {
    name: 'OPeNDAP:Hyrax',
    kind: 'subset',
    given: /hyrax/,
  },
  {
    name: 'OPeNDAP:OPeNDAP',
    kind: 'subset',
    given: /opendap|^dap$|\bdods\b/,
    address: /\/(dodsc|opendap|dods)\//,
  },
  {
    name: 'MYO:MOTU-SUB',
    kind: 'subset',
    given: /motu/,
    address: /\/motu(-web)?\//,
  },
  {
    name: 'UNIDATA:THREDDS',
    kind: 'service',
    given: /thredds/,
    address: /\/thredds\/(?!fileserver|catalog\.html)/,
  },
  {
    name: 'ESRI:REST',
    kind: 'service',
    given: /esri|arcgis|\bags\b/,
    address: /\/rest\/services\/.*\/(map|feature|image)server/,
  },
  { name: 'OGC:KML', kind: 'view', given: /\bkml\b|keyhole|google ?earth/ },
  { name: 'TMS', kind: 'view', given: /\btms\b|xyz tiles/ },
  {
    name: 'ATOM',
    kind: 'download',
    given: /\batom\b|syndication/,
  },
  { name: 'IMOS:AGGREGATION', kind: 'subset', given: /^imos:aggregation|csiro-oa-app/ },
  { name: 'STAC', kind: 'service', given: /\bstac\b|spatiotemporal asset/ },
  { name: 'WWW:SPARQL', kind: 'service', given: /sparql/ },
  { name: 'WWW:FTP', kind: 'download', given: /\bs?ftps?\b/, address: /^s?ftps?:/ },
  {
    name: 'WWW:DOWNLOAD',
    kind: 'download',
    given: /download|\bdownl\b|fileserver|^(application|image|text)\/(?!html)|^enclosure$/,
    address:
      /\/thredds\/fileserver\/|\.(zip|gz|tgz|tar|7z|nc4?|cdf|csv|tsv|txt|odv|xlsx?|ods|json|geojson|gpkg|shp|tiff?|grib2?|hdf5?|h5|parquet|zarr)([?#].*)?$/,
  },
];

const links: readonly ProtocolRule[] = [
  { name: 'DOI', kind: 'landing-page', given: /^doi$|landing/, address: /^https?:\/\/(dx\.)?doi\.org\// },
  {
    name: 'WWW:LINK',
    kind: 'other',
    given: /^www:|\blink\b|https?|^url$|html|\bweb\b|^map:preview$|^opendata:|^chtopo:/,
    address: /^https?:/,
  },
];

/** ISO CI_OnLineFunctionCode (19115:2003 and 19115-1). */
const functionKinds: Readonly<Record<string, AccessKind>> = words({
  download: 'download',
  offlineaccess: 'order',
  order: 'order',
  information: 'documentation',
  completemetadata: 'documentation',
  search: 'service',
  browsing: 'view',
  browsegraphic: 'view',
  upload: 'other',
  emailservice: 'order',
  fileaccess: 'download',
});

const ruleGiven = remembered((word) => protocolRules.find(({ given }) => word !== '' && given.test(word)));

/**
 * Names the protocol of an access link as the Cat-Interop register does, and says what one can do with the link.
 * @param given protocol as sent (`OGC:WMS-1.3.0-http-get-map`, `WWW:LINK-1.0-http--link`, `OPeNDAP`, `http`…)
 * @param url address of the link; decides where the protocol says no more than "a link"
 * @param onlineFunction ISO CI_OnLineFunctionCode as sent; decides for plain links only
 * @returns `protocol` is absent where neither tells it; `kind` is `other` for a link of unknown use
 */
export function normaliseProtocol(
  given: string | undefined,
  url: string,
  onlineFunction?: string,
): { protocol?: string; kind: AccessKind } {
  const word = (given ?? '').trim().toLowerCase();
  const address = url.trim().toLowerCase();
  const wanted = functionKinds[(onlineFunction ?? '').trim().toLowerCase()];
  const rule = ruleGiven(word) ?? protocolRules.find((candidate) => candidate.address?.test(address));
  if (rule) {
    // A plain file may well be the documentation; what a service can do does not depend on the function code.
    const plainFile = rule.name === 'WWW:DOWNLOAD' && !/download/.test(word);
    return { protocol: rule.name, kind: plainFile && wanted ? wanted : rule.kind };
  }
  const link =
    (word && links.find((candidate) => candidate.given.test(word) && candidate.kind !== 'other')) ||
    links.find((candidate) => candidate.address?.test(address)) ||
    links.find((candidate) => candidate.given.test(word));
  if (!link) return { kind: wanted ?? 'other' };
  const byWord: AccessKind = /related|metadata-url|rss|partners|publication|\bdoc(umentation)?\b/.test(word)
    ? 'documentation'
    : /thumbnail|preview|map-viewer|samples/.test(word)
      ? 'view'
      : link.kind;
  return { protocol: link.name, kind: link.kind === 'landing-page' ? link.kind : (wanted ?? byWord) };
}
