import type { Box, Depths, Language, Link, LinkKind, Party, Period, Polygon, Text } from './facts.ts';
import { words } from './facts.ts';
import type { Concept, KeywordGroup } from './vocabulary.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

/** How one centre's exporter writes ISO 19139. */
export type Iso19139Style = {
  readonly root: 'gmd:MD_Metadata' | 'gmi:MI_Metadata';
  readonly gml: 'http://www.opengis.net/gml/3.2' | 'http://www.opengis.net/gml';
  readonly language: Language;
  /** Writes the other language beside the main one, in gmd:PT_FreeText. */
  readonly bilingual?: boolean;
  readonly codelists: string;
  /** Writes concepts of a vocabulary as gmx:Anchor. */
  readonly anchors: boolean;
  /** Where the licence stands: as an anchor, as its name among other constraints, or as a use limitation. */
  readonly licence: 'anchor' | 'other-constraints' | 'use-limitation';
  readonly protocols: Readonly<Record<LinkKind, string>>;
  readonly standard: readonly [name: string, version: string];
};

export const GEONETWORK_PROTOCOLS: Readonly<Record<LinkKind, string>> = {
  download: 'WWW:DOWNLOAD-1.0-http--download',
  landing: 'WWW:LINK-1.0-http--link',
  opendap: 'WWW:OPENDAP',
  erddap: 'WWW:ERDDAP',
  wms: 'OGC:WMS',
  wfs: 'OGC:WFS',
  ftp: 'WWW:DOWNLOAD-1.0-ftp--download',
  document: 'WWW:LINK-1.0-http--metadata-URL',
  thredds: 'WWW:LINK-1.0-http--opendap',
};

/** A gco:CharacterString. */
export function characters(text: string): XmlElement {
  return element('gco:CharacterString', text);
}

/** A property that holds text, with the other language when the style asks for it; left out when there are no words. */
export function textProperty(name: string, text: Text, style: Iso19139Style): XmlChild {
  const main = words(text, style.language);
  if (main === undefined) return undefined;
  const other = style.language === 'fr' ? text.en : text.fr;
  if (!style.bilingual || other === undefined || other === main) return element(name, characters(main));
  const locale = style.language === 'fr' ? '#EN' : '#FR';
  return elementWith(
    name,
    { 'xsi:type': 'gmd:PT_FreeText_PropertyType' },
    characters(main),
    element(
      'gmd:PT_FreeText',
      element('gmd:textGroup', elementWith('gmd:LocalisedCharacterString', { locale }, other)),
    ),
  );
}

/** A property that holds one code of a codelist. */
export function code(property: string, list: string, value: string, style: Iso19139Style): XmlElement {
  const name = list.includes(':') ? list : `gmd:${list}`;
  const address = `${style.codelists}#${name.slice(name.indexOf(':') + 1)}`;
  return element(property, elementWith(name, { codeList: address, codeListValue: value }, value));
}

/** A gmd:LanguageCode in the property named. */
export function language(property: string, value: string): XmlElement {
  const attributes = { codeList: 'http://www.loc.gov/standards/iso639-2/', codeListValue: value };
  return element(property, elementWith('gmd:LanguageCode', attributes, value));
}

/** A gmd:CI_Date in its property. A date that is no date is written as the centre has it. */
export function citationDate(date: string, type: string, style: Iso19139Style): XmlElement {
  return element(
    'gmd:date',
    element(
      'gmd:CI_Date',
      element('gmd:date', element(date.includes('T') ? 'gco:DateTime' : 'gco:Date', date)),
      code('gmd:dateType', 'CI_DateTypeCode', type, style),
    ),
  );
}

/** A gmd:CI_ResponsibleParty in the property named. */
export function responsibleParty(property: string, party: Party, style: Iso19139Style): XmlElement {
  const person = party.person;
  const email = party.email;
  return element(
    property,
    element(
      'gmd:CI_ResponsibleParty',
      person && element('gmd:individualName', characters(`${person.family}, ${person.given}`)),
      element('gmd:organisationName', organisationName(party, style)),
      email !== undefined &&
        element(
          'gmd:contactInfo',
          element(
            'gmd:CI_Contact',
            element(
              'gmd:address',
              element('gmd:CI_Address', element('gmd:electronicMailAddress', characters(email))),
            ),
          ),
        ),
      code('gmd:role', 'CI_RoleCode', party.role, style),
    ),
  );
}

function organisationName(party: Party, style: Iso19139Style): XmlElement {
  if (!style.anchors || party.edmo === undefined) return characters(party.organisation);
  const href = `https://edmo.seadatanet.org/report/${party.edmo}`;
  return elementWith('gmx:Anchor', { 'xlink:href': href }, party.organisation);
}

/** gmd:descriptiveKeywords of one vocabulary. Concepts with no words in the style's language keep the ones they have. */
export function descriptiveKeywords(group: KeywordGroup, style: Iso19139Style): XmlElement {
  const thesaurus = group.thesaurus;
  return element(
    'gmd:descriptiveKeywords',
    element(
      'gmd:MD_Keywords',
      group.concepts.map((concept) => keyword(concept, style)),
      code('gmd:type', 'MD_KeywordTypeCode', group.type, style),
      thesaurus &&
        element(
          'gmd:thesaurusName',
          element(
            'gmd:CI_Citation',
            element('gmd:title', anchorOr(thesaurus.uri, thesaurus.title, style)),
            citationDate(thesaurus.date, 'publication', style),
          ),
        ),
    ),
  );
}

function keyword(concept: Concept, style: Iso19139Style): XmlChild {
  const main = words(concept, style.language);
  if (main === undefined) return undefined;
  if (style.anchors && concept.uri !== undefined) {
    return element('gmd:keyword', anchorOr(concept.uri, main, style));
  }
  return textProperty('gmd:keyword', concept, style);
}

/** The text as a gmx:Anchor when the style writes them and there is an address, else as characters. */
export function anchorOr(uri: string | undefined, text: string, style: Iso19139Style): XmlElement {
  if (!style.anchors || uri === undefined) return characters(text);
  return elementWith('gmx:Anchor', { 'xlink:href': uri }, text);
}

/** gmd:geographicElement with a box; a string among its bounds is written as it is. */
export function boundingBox(box: Box): XmlElement {
  const names = ['westBoundLongitude', 'eastBoundLongitude', 'southBoundLatitude', 'northBoundLatitude'];
  return element(
    'gmd:geographicElement',
    element(
      'gmd:EX_GeographicBoundingBox',
      names.map((name, index) => element(`gmd:${name}`, element('gco:Decimal', String(box[index])))),
    ),
  );
}

/** gmd:geographicElement with a polygon, in the order latitude longitude that EPSG:4326 asks for. */
export function boundingPolygon(polygon: Polygon, id: string): XmlElement {
  const positions = polygon.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' ');
  return element(
    'gmd:geographicElement',
    element(
      'gmd:EX_BoundingPolygon',
      element(
        'gmd:polygon',
        elementWith(
          'gml:Polygon',
          { 'gml:id': `polygon-${id}`, srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326' },
          element('gml:exterior', element('gml:LinearRing', element('gml:posList', positions))),
        ),
      ),
    ),
  );
}

/** gmd:temporalElement with a period, open at its end when there is none. */
export function temporalElement(period: Period, id: string): XmlElement {
  return element(
    'gmd:temporalElement',
    element(
      'gmd:EX_TemporalExtent',
      element(
        'gmd:extent',
        elementWith(
          'gml:TimePeriod',
          { 'gml:id': `period-${id}` },
          element('gml:beginPosition', period.begin),
          period.end === undefined
            ? elementWith('gml:endPosition', { indeterminatePosition: 'now' })
            : element('gml:endPosition', period.end),
        ),
      ),
    ),
  );
}

/** gmd:verticalElement, in metres of EPSG:5831, depth below an instantaneous water level, positive down. */
export function verticalElement(depths: Depths): XmlElement {
  return element(
    'gmd:verticalElement',
    element(
      'gmd:EX_VerticalExtent',
      element('gmd:minimumValue', element('gco:Real', String(depths.top))),
      element('gmd:maximumValue', element('gco:Real', String(depths.bottom))),
      elementWith('gmd:verticalCRS', { 'xlink:href': 'http://www.opengis.net/def/crs/EPSG/0/5831' }),
    ),
  );
}

/** gmd:onLine with one link. */
export function onLine(link: Link, style: Iso19139Style): XmlElement {
  const downloads: readonly LinkKind[] = ['download', 'ftp', 'opendap', 'erddap', 'wfs', 'thredds'];
  return element(
    'gmd:onLine',
    element(
      'gmd:CI_OnlineResource',
      element('gmd:linkage', element('gmd:URL', link.url)),
      element('gmd:protocol', characters(style.protocols[link.kind])),
      element('gmd:name', characters(link.layer ?? link.name)),
      textProperty('gmd:description', link.description ?? { en: link.name }, style),
      code(
        'gmd:function',
        'CI_OnLineFunctionCode',
        downloads.includes(link.kind) ? 'download' : 'information',
        style,
      ),
    ),
  );
}
