import type { XmlElement } from '../../xml/index.ts';
import type { MetadataFormat } from '../format.ts';
import { familyOf, isoReader } from '../iso/index.ts';
import { dialect } from './dialect.ts';

/** mdb:MD_Metadata, or the root of a profile whose content is mdb. */
const isMetadata = (root: XmlElement) =>
  [root, ...root.elements()].some(({ namespace }) => familyOf(namespace) === 'mdb');

/** ISO 19115-3 (mdb 1.0, 2.0 and later). */
export const iso19115Part3: MetadataFormat = {
  name: 'iso19115-3',
  title: 'ISO 19115-3 (ISO 19115-1:2014 in XML)',
  mediaType: 'application/xml',
  read: isoReader(dialect, isMetadata),
};
