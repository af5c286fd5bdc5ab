import { describe, expect, it } from 'vitest';
import { normaliseProtocol } from './protocol-table.ts';

describe('normaliseProtocol', () => {
  it.each([
    ['OGC:WMS-1.3.0-http-get-map', 'https://example.org/ows', 'OGC:WMS', 'view'],
    ['OGC Web Map Service', 'https://example.org/ows', 'OGC:WMS', 'view'],
    ['urn:ogc:serviceType:WebMapService:1.1.1:HTTP', 'https://example.org/ows', 'OGC:WMS', 'view'],
    ['OGC:WMTS', 'https://example.org/tiles', 'OGC:WMTS', 'view'],
    ['wfs', 'https://example.org/ows', 'OGC:WFS', 'download'],
    ['OGC:WCS', 'https://example.org/ows', 'OGC:WCS', 'subset'],
    ['WWW:OPENDAP', 'https://example.org/dap', 'OPeNDAP:OPeNDAP', 'subset'],
    ['OPeNDAP:Hyrax', 'https://example.org/dap', 'OPeNDAP:Hyrax', 'subset'],
    ['ERDDAP:tabledap', 'https://example.org/x', 'ERDDAP:tabledap', 'subset'],
    ['THREDDS Catalog', 'https://example.org/x', 'UNIDATA:THREDDS', 'service'],
    ['MYO:MOTU-SUB', 'https://example.org/x', 'MYO:MOTU-SUB', 'subset'],
    ['ESRI REST: Map Service', 'https://example.org/x', 'ESRI:REST', 'service'],
    ['WWW:DOWNLOAD-1.0-http--download', 'https://example.org/x', 'WWW:DOWNLOAD', 'download'],
    ['FTP', 'ftp://example.org/x', 'WWW:FTP', 'download'],
    ['image/png', 'https://example.org/x', 'WWW:DOWNLOAD', 'download'],
    ['WWW:LINK-1.0-http--link', 'https://example.org/a-page', 'WWW:LINK', 'other'],
    ['WWW:LINK-1.0-http--metadata-URL', 'https://example.org/x', 'WWW:LINK', 'documentation'],
    ['WWW:LINK-1.0-http--publication', 'https://example.org/x', 'WWW:LINK', 'documentation'],
    ['WWW:LINK-1.0-http--image-thumbnail', 'https://example.org/x', 'WWW:LINK', 'view'],
    ['MAP:Preview', 'https://example.org/x', 'WWW:LINK', 'view'],
    ['CHTOPO:specialised-geoportal', 'https://example.org/x', 'WWW:LINK', 'other'],
    ['IMOS:AGGREGATION--bodaac', 'imos:argo', 'IMOS:AGGREGATION', 'subset'],
    ['OGC API - Coverages', 'https://example.org/x', 'OGC API - Coverages', 'subset'],
    ['http', 'https://example.org/x', 'WWW:LINK', 'other'],
    ['WWW:LINK', 'https://example.org/geoserver/wms?', 'OGC:WMS', 'view'],
    ['WWW:LINK', 'https://doi.org/10.17882/42182', 'DOI', 'landing-page'],
    ['DOI', 'https://example.org/x', 'DOI', 'landing-page'],
    [undefined, 'https://example.org/thredds/dodsC/a.nc', 'OPeNDAP:OPeNDAP', 'subset'],
    [undefined, 'https://example.org/erddap/griddap/sst', 'ERDDAP:griddap', 'subset'],
    [undefined, 'https://example.org/a.nc', 'WWW:DOWNLOAD', 'download'],
    [undefined, 'ftp://example.org/a/', 'WWW:FTP', 'download'],
    ['', 'https://example.org/', 'WWW:LINK', 'other'],
  ])('%s at %s', (given, url, protocol, kind) => {
    expect(normaliseProtocol(given, url)).toEqual({ protocol, kind });
  });

  it('lets the function decide for plain links only', () => {
    expect(normaliseProtocol('WWW:LINK', 'https://example.org/x', 'download').kind).toBe('download');
    expect(normaliseProtocol('WWW:LINK', 'https://example.org/x', 'information').kind).toBe('documentation');
    expect(normaliseProtocol('WWW:LINK', 'https://example.org/x', 'order').kind).toBe('order');
    expect(normaliseProtocol(undefined, 'https://example.org/a.txt', 'information').kind).toBe(
      'documentation',
    );
    expect(normaliseProtocol('OGC:WMS', 'https://example.org/x', 'download').kind).toBe('view');
  });

  it('says nothing about what is no address', () => {
    expect(normaliseProtocol(undefined, 'call us')).toEqual({ kind: 'other' });
    expect(normaliseProtocol(undefined, 'call us', 'constructor')).toEqual({ kind: 'other' });
  });
});
