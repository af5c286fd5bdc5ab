import type { MetadataFormat } from '../format.ts';
import { isoReader } from '../iso/index.ts';
import { dialect } from './dialect.ts';
import { isMetadata } from './root.ts';

/** ISO 19139 (gmd, gmi and their profiles). */
export const iso19139: MetadataFormat = {
  name: 'iso19139',
  title: 'ISO 19139 (ISO 19115:2003 in XML)',
  mediaType: 'application/xml',
  read: isoReader(dialect, isMetadata),
};
