import type { Facts } from '../../documents/facts.ts';
import { GEONETWORK_PROTOCOLS, type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import { render } from '../../documents/xml.ts';

const STYLE: Iso19139Style = {
  root: 'gmd:MD_Metadata',
  gml: 'http://www.opengis.net/gml/3.2',
  language: 'en',
  codelists: 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml',
  anchors: true,
  licence: 'anchor',
  protocols: GEONETWORK_PROTOCOLS,
  standard: ['ISO 19115:2003/19139', '1.0'],
};

/** ISO 19139 in English, with places, concepts and licence in gmx:Anchor. */
export function avisoDocument(facts: Facts): string {
  return render(iso19139(facts, STYLE), 2);
}
