import type { MetadataFormat } from '../format.ts';
import { readCswRecord, readOaiDublinCore } from './read.ts';
import { writeOaiDublinCore } from './write.ts';
import { cswWriter } from './write-csw-record.ts';

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

const cswNamespace = {
  mediaType: 'application/xml',
  namespace: 'http://www.opengis.net/cat/csw/2.0.2',
  schemaLocation: 'http://schemas.opengis.net/csw/2.0.2/record.xsd',
} as const;

/** csw:Record of CSW 2.0.2 and 3.0; written in 2.0.2, whole and in the shorter element sets. */
export const cswRecord: MetadataFormat = {
  name: 'csw-record',
  title: 'Dublin Core (csw:Record)',
  ...cswNamespace,
  suffix: 'csw.xml',
  read: readCswRecord,
  write: cswWriter('full'),
  variants: [
    {
      name: 'csw-summary',
      title: 'Dublin Core (csw:SummaryRecord)',
      ...cswNamespace,
      profile: 'http://www.opengis.net/cat/csw/2.0.2#SummaryRecord',
      suffix: 'csw-summary.xml',
      write: cswWriter('summary'),
    },
    {
      name: 'csw-brief',
      title: 'Dublin Core (csw:BriefRecord)',
      ...cswNamespace,
      profile: 'http://www.opengis.net/cat/csw/2.0.2#BriefRecord',
      suffix: 'csw-brief.xml',
      write: cswWriter('brief'),
    },
  ],
};
