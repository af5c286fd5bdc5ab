import type { MetadataFormat } from '../format.ts';
import { readCswRecord, readOaiDublinCore } from './read.ts';
import { writeOaiDublinCore } from './write.ts';

/** Unqualified Dublin Core as every OAI-PMH repository gives it. */
export const oaiDublinCore: MetadataFormat = {
  name: 'oai_dc',
  title: 'Dublin Core (oai_dc)',
  mediaType: 'application/xml',
  suffix: 'dc.xml',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schemaLocation: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  read: readOaiDublinCore,
  write: writeOaiDublinCore,
};

/** csw:Record of CSW 2.0.2 and 3.0. Its writer belongs beside that of oai_dc, as `write-csw-record.ts`. */
export const cswRecord: MetadataFormat = {
  name: 'csw-record',
  title: 'Dublin Core (csw:Record)',
  mediaType: 'application/xml',
  namespace: 'http://www.opengis.net/cat/csw/2.0.2',
  schemaLocation: 'http://schemas.opengis.net/csw/2.0.2/record.xsd',
  read: readCswRecord,
};
