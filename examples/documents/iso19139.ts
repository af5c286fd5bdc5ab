import type { Facts, Party } from './facts.ts';
import { identification } from './iso19139-identification.ts';
import type { Iso19139Style } from './iso19139-parts.ts';
import * as part from './iso19139-parts.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

export { GEONETWORK_PROTOCOLS, type Iso19139Style } from './iso19139-parts.ts';

const NAMESPACES = {
  'xmlns:gmd': 'http://www.isotc211.org/2005/gmd',
  'xmlns:gco': 'http://www.isotc211.org/2005/gco',
  'xmlns:gmx': 'http://www.isotc211.org/2005/gmx',
  'xmlns:srv': 'http://www.isotc211.org/2005/srv',
  'xmlns:gts': 'http://www.isotc211.org/2005/gts',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/**
 * The ISO 19139 document of a resource, in the order of the schema's sequence, written in one centre's style.
 * Without an identifier (the empty string) gmd:fileIdentifier is left out.
 */
export function iso19139(facts: Facts, style: Iso19139Style): XmlElement {
  const languageCode = style.language === 'fr' ? 'fre' : 'eng';
  const scope = facts.scope ?? 'dataset';
  const gmi = style.root.startsWith('gmi') ? { 'xmlns:gmi': 'http://www.isotc211.org/2005/gmi' } : {};
  return elementWith(
    style.root,
    { ...NAMESPACES, ...gmi, 'xmlns:gml': style.gml },
    facts.id !== '' && element('gmd:fileIdentifier', part.characters(facts.id)),
    part.language('gmd:language', languageCode),
    part.code('gmd:characterSet', 'MD_CharacterSetCode', 'utf8', style),
    facts.parent !== undefined && element('gmd:parentIdentifier', part.characters(facts.parent)),
    part.code('gmd:hierarchyLevel', 'MD_ScopeCode', scope, style),
    scope !== 'dataset' && element('gmd:hierarchyLevelName', part.characters(scope)),
    part.responsibleParty('gmd:contact', metadataContact(facts), style),
    element('gmd:dateStamp', element('gco:DateTime', facts.updated)),
    element('gmd:metadataStandardName', part.characters(style.standard[0])),
    element('gmd:metadataStandardVersion', part.characters(style.standard[1])),
    style.bilingual && locale(style),
    referenceSystem(),
    element('gmd:identificationInfo', identification(facts, style, languageCode)),
    distribution(facts, style),
    quality(facts, style, scope),
    style.root.startsWith('gmi') && acquisition(facts, style),
  );
}

/** Who keeps the metadata: the point of contact, else the first party. */
function metadataContact(facts: Facts): Party {
  const party = facts.parties.find(({ role }) => role === 'pointOfContact') ?? facts.parties[0];
  if (party === undefined) throw new Error(`The example record ${facts.id} names no party.`);
  return { ...party, role: 'pointOfContact' };
}

function locale(style: Iso19139Style): XmlElement {
  const [id, value] = style.language === 'fr' ? ['EN', 'eng'] : ['FR', 'fre'];
  return element(
    'gmd:locale',
    elementWith(
      'gmd:PT_Locale',
      { id },
      part.language('gmd:languageCode', value),
      part.code('gmd:characterEncoding', 'MD_CharacterSetCode', 'utf8', style),
    ),
  );
}

function referenceSystem(): XmlElement {
  return element(
    'gmd:referenceSystemInfo',
    element(
      'gmd:MD_ReferenceSystem',
      element(
        'gmd:referenceSystemIdentifier',
        element(
          'gmd:RS_Identifier',
          element('gmd:code', part.characters('http://www.opengis.net/def/crs/EPSG/0/4326')),
        ),
      ),
    ),
  );
}

function distribution(facts: Facts, style: Iso19139Style): XmlElement {
  const format = facts.format;
  const distributors = facts.parties.filter(({ role }) => role === 'distributor');
  return element(
    'gmd:distributionInfo',
    element(
      'gmd:MD_Distribution',
      format !== undefined &&
        element(
          'gmd:distributionFormat',
          element(
            'gmd:MD_Format',
            element('gmd:name', part.characters(format.name)),
            format.version === undefined
              ? elementWith('gmd:version', { 'gco:nilReason': 'unknown' })
              : element('gmd:version', part.characters(format.version)),
          ),
        ),
      distributors.map((party) =>
        element(
          'gmd:distributor',
          element('gmd:MD_Distributor', part.responsibleParty('gmd:distributorContact', party, style)),
        ),
      ),
      element(
        'gmd:transferOptions',
        element(
          'gmd:MD_DigitalTransferOptions',
          facts.links.map((link) => part.onLine(link, style)),
        ),
      ),
    ),
  );
}

function quality(facts: Facts, style: Iso19139Style, scope: string): XmlChild {
  if (facts.lineage === undefined) return undefined;
  return element(
    'gmd:dataQualityInfo',
    element(
      'gmd:DQ_DataQuality',
      element('gmd:scope', element('gmd:DQ_Scope', part.code('gmd:level', 'MD_ScopeCode', scope, style))),
      element(
        'gmd:lineage',
        element('gmd:LI_Lineage', part.textProperty('gmd:statement', facts.lineage, style)),
      ),
    ),
  );
}

/** The satellite and its instruments (ISO 19115-2). */
function acquisition(facts: Facts, style: Iso19139Style): XmlChild {
  const identifier = (id: string) =>
    element('gmi:identifier', element('gmd:MD_Identifier', element('gmd:code', part.characters(id))));
  const platform = facts.platform;
  if (platform === undefined) return undefined;
  return element(
    'gmi:acquisitionInformation',
    element(
      'gmi:MI_AcquisitionInformation',
      element(
        'gmi:platform',
        element(
          'gmi:MI_Platform',
          identifier(platform.id),
          element('gmi:description', part.characters(platform.name)),
          (facts.instruments ?? []).map((instrument) =>
            element(
              'gmi:instrument',
              element(
                'gmi:MI_Instrument',
                element(
                  'gmi:identifier',
                  element(
                    'gmd:MD_Identifier',
                    element('gmd:code', part.anchorOr(undefined, instrument.id, style)),
                  ),
                ),
                element('gmi:type', part.characters(instrument.type)),
                element('gmi:description', part.characters(instrument.name)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
