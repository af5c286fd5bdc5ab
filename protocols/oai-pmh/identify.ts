import type { RecordReader } from '#ledger';
import { utcDatestamp } from './datestamp.ts';
import { element } from './envelope.ts';

const oaiIdentifier = 'http://www.openarchives.org/OAI/2.0/oai-identifier';

/** What Identify tells. */
export type Identity = {
  records: RecordReader;
  config: { repositoryName: string; repositoryIdentifier: string; adminEmail: string };
  baseUrl: string;
  clock: () => number;
};

/** The answer to Identify (OAI-PMH 2.0, section 4.2), with the description of our identifiers. */
export async function identify({ records, config, baseUrl, clock }: Identity): Promise<string> {
  const earliest = (await records.earliestDatestamp()) ?? utcDatestamp(clock());
  const description = [
    `<oai-identifier xmlns="${oaiIdentifier}" xsi:schemaLocation="${oaiIdentifier} ${oaiIdentifier}.xsd">`,
    element('scheme', 'oai'),
    element('repositoryIdentifier', config.repositoryIdentifier),
    element('delimiter', ':'),
    element('sampleIdentifier', `oai:${config.repositoryIdentifier}:0r4x8k2m`),
    '</oai-identifier>',
  ].join('');
  return [
    '<Identify>',
    element('repositoryName', config.repositoryName),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', config.adminEmail),
    element('earliestDatestamp', earliest),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    // Written by the server, which compresses every answer for those who accept it.
    element('compression', 'gzip'),
    `<description>${description}</description>`,
    '</Identify>',
  ].join('');
}
