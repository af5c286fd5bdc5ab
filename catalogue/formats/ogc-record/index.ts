import type { MetadataFormat } from '../format.ts';
import { readOgcRecord } from './read.ts';
import { writeOgcRecord } from './write.ts';

/** A record as GeoJSON feature, by OGC API - Records - Part 1 (OGC 20-004r1), and its profile WCMP 2 of the WMO. */
export const ogcRecord: MetadataFormat = {
  name: 'ogc-record',
  title: 'OGC API Records (GeoJSON)',
  mediaType: 'application/geo+json',
  suffix: 'geojson',
  profile: 'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core',
  read: readOgcRecord,
  write: writeOgcRecord,
};
