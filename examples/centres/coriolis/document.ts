import type { Facts } from '../../documents/facts.ts';
import { type Iso191153Style, iso191153 } from '../../documents/iso19115-3.ts';
import { GEONETWORK_PROTOCOLS, type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import { render } from '../../documents/xml.ts';

const SEXTANT_PROTOCOLS = { ...GEONETWORK_PROTOCOLS, download: 'WWW:DOWNLOAD', ftp: 'WWW:FTP' };

const STYLE: Iso191153Style = {
  version: '2.0',
  language: 'fr',
  protocols: SEXTANT_PROTOCOLS,
  standard: ['ISO 19115-3:2018 - Remote Sensing', '1.0'],
};

const OLDER_STYLE: Iso19139Style = {
  root: 'gmd:MD_Metadata',
  gml: 'http://www.opengis.net/gml/3.2',
  language: 'fr',
  bilingual: true,
  codelists: 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml',
  anchors: false,
  licence: 'other-constraints',
  protocols: SEXTANT_PROTOCOLS,
  standard: ['ISO 19115:2003/19139 - SEXTANT', '1.0'],
};

/** A record without French is an English record, not a French one in English. */
function inLanguageOf<Style>(facts: Facts, style: Style): Style {
  return facts.title.fr === undefined
    ? { ...style, language: 'en', monolingual: true, bilingual: false }
    : style;
}

/** ISO 19115-3 in French and English, as Sextant keeps it. */
export function coriolisDocument(facts: Facts): string {
  return render(iso191153(facts, inLanguageOf(facts, STYLE)), 2);
}

/** ISO 19139 in French and English, as Sextant converts it for older clients. */
export function coriolisOlderDocument(facts: Facts): string {
  return render(iso19139(facts, inLanguageOf(facts, OLDER_STYLE)), 2);
}
