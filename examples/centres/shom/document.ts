import type { Facts } from '../../documents/facts.ts';
import { GEONETWORK_PROTOCOLS, type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import { render } from '../../documents/xml.ts';

const STYLE: Iso19139Style = {
  root: 'gmd:MD_Metadata',
  gml: 'http://www.opengis.net/gml',
  language: 'fr',
  codelists: 'http://www.isotc211.org/2005/resources/codeList.xml',
  anchors: false,
  licence: 'other-constraints',
  protocols: GEONETWORK_PROTOCOLS,
  standard: ['ISO 19115:2003/19139', '1.0'],
};

/** ISO 19139 in French with the namespace of GML 3.2.0, the licence a sentence among other constraints. */
export function shomDocument(facts: Facts): string {
  return render(iso19139(facts, STYLE), 2);
}
