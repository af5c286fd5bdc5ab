import type { MetadataFormat } from '../format.ts';
import { isoReader, isoWriter } from '../iso/index.ts';
import { dialect } from './dialect.ts';
import { isMetadata } from './root.ts';

/** ISO 19139: gmd, gmi and their profiles are read; gmd of 2007 is written. */
export const iso19139: MetadataFormat = {
  name: 'iso19139',
  title: 'ISO 19139 (ISO 19115:2003 in XML)',
  mediaType: 'application/xml',
  suffix: 'iso19139.xml',
  namespace: 'http://www.isotc211.org/2005/gmd',
  schemaLocation: 'http://schemas.opengis.net/iso/19139/20070417/gmd/gmd.xsd',
  read: isoReader(dialect, isMetadata),
  write: isoWriter(dialect, {
    name: 'ISO 19115:2003 Geographic information - Metadata',
    version: 'ISO/TS 19139:2007',
  }),
};
