import type { XmlElement } from '../../xml/index.ts';
import type { MetadataFormat } from '../format.ts';
import { familyOf, isoReader, isoWriter } from '../iso/index.ts';
import { dialect } from './dialect.ts';

/** mdb:MD_Metadata, or the root of a profile whose content is mdb. */
const isMetadata = (root: XmlElement) =>
  [root, ...root.elements()].some(({ namespace }) => familyOf(namespace) === 'mdb');

/** ISO 19115-3: mdb 1.0, 2.0 and later are read; 2.0 is written. */
export const iso19115Part3: MetadataFormat = {
  name: 'iso19115-3',
  title: 'ISO 19115-3 (ISO 19115-1:2014 in XML)',
  mediaType: 'application/xml',
  suffix: 'iso19115-3.xml',
  namespace: 'http://standards.iso.org/iso/19115/-3/mdb/2.0',
  schemaLocation: 'https://schemas.isotc211.org/19115/-3/mdb/2.0/mdb.xsd',
  read: isoReader(dialect, isMetadata),
  write: isoWriter(dialect, {
    name: 'ISO 19115-1:2014 Geographic information - Metadata - Part 1: Fundamentals',
    version: 'ISO/TS 19115-3:2018',
  }),
};
