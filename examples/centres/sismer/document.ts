import { dublinCore } from '../../documents/dublin-core.ts';
import type { Facts } from '../../documents/facts.ts';
import { GEONETWORK_PROTOCOLS, type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import type { XmlElement } from '../../documents/xml.ts';

const STYLE: Iso19139Style = {
  root: 'gmd:MD_Metadata',
  gml: 'http://www.opengis.net/gml/3.2',
  language: 'en',
  bilingual: true,
  codelists: 'https://vocab.nerc.ac.uk/isoCodelists/sdnCodelists/gmxCodeLists.xml',
  anchors: true,
  licence: 'anchor',
  protocols: GEONETWORK_PROTOCOLS,
  standard: ['ISO 19115/SeaDataNet profile', '1.0'],
};

/** Both formats of a record: ISO 19139 in English and French, and unqualified Dublin Core. */
export function sismerDocuments(facts: Facts): Record<string, XmlElement> {
  return { iso19139: iso19139(facts, STYLE), oai_dc: dublinCore(facts) };
}
