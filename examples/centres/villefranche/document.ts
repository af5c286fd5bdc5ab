import { dataCite } from '../../documents/datacite.ts';
import { dataCiteJson } from '../../documents/datacite-json.ts';
import { GEONETWORK_PROTOCOLS, type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import { schemaOrgDataset } from '../../documents/schema-org.ts';
import { documentOf } from '../../documents/xml.ts';
import type { FolderFile } from '../../protocols/folder-server.ts';
import type { VillefrancheRecord } from './records.ts';

const STYLE: Iso19139Style = {
  root: 'gmd:MD_Metadata',
  gml: 'http://www.opengis.net/gml/3.2',
  language: 'en',
  bilingual: true,
  codelists: 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml',
  anchors: false,
  licence: 'other-constraints',
  protocols: GEONETWORK_PROTOCOLS,
  standard: ['ISO 19115', '2003/Cor.1:2006'],
};

/** The file of a record, in the format that whoever made it was used to. */
export function villefrancheFile({ path, format, facts }: VillefrancheRecord): FolderFile {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const written = {
    'schema.org': () => ({ contentType: 'application/ld+json', body: json(schemaOrgDataset(facts)) }),
    iso19139: () => ({ contentType: 'application/xml', body: documentOf(iso19139(facts, STYLE)) }),
    'datacite-xml': () => ({ contentType: 'application/xml', body: documentOf(dataCite(facts, '4.5')) }),
    'datacite-json': () => ({ contentType: 'application/json', body: json(dataCiteJson(facts)) }),
  };
  return { path, modified: facts.updated, ...written[format]() };
}
