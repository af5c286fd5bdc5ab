import type { Facts, Party } from './facts.ts';
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
    language('gmd:language', languageCode),
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

function language(property: string, value: string): XmlElement {
  const attributes = { codeList: 'http://www.loc.gov/standards/iso639-2/', codeListValue: value };
  return element(property, elementWith('gmd:LanguageCode', attributes, value));
}

function locale(style: Iso19139Style): XmlElement {
  const [id, value] = style.language === 'fr' ? ['EN', 'eng'] : ['FR', 'fre'];
  return element(
    'gmd:locale',
    elementWith(
      'gmd:PT_Locale',
      { id },
      language('gmd:languageCode', value),
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

function identification(facts: Facts, style: Iso19139Style, languageCode: string): XmlElement {
  const before: XmlChild[] = [
    element('gmd:citation', citation(facts, style)),
    part.textProperty('gmd:abstract', facts.abstract, style) ??
      elementWith('gmd:abstract', { 'gco:nilReason': 'missing' }),
    facts.credit !== undefined && element('gmd:credit', part.characters(facts.credit)),
    part.code(
      'gmd:status',
      'MD_ProgressCode',
      facts.period?.end === undefined ? 'onGoing' : 'completed',
      style,
    ),
    facts.parties
      .filter(({ role }) => role !== 'distributor')
      .map((party) => part.responsibleParty('gmd:pointOfContact', party, style)),
    facts.frequency !== undefined &&
      element(
        'gmd:resourceMaintenance',
        element(
          'gmd:MD_MaintenanceInformation',
          part.code(
            'gmd:maintenanceAndUpdateFrequency',
            'MD_MaintenanceFrequencyCode',
            facts.frequency,
            style,
          ),
        ),
      ),
    facts.keywords.map((group) => part.descriptiveKeywords(group, style)),
    constraints(facts, style),
  ];
  if (facts.service !== undefined) return service(facts, style, before);
  return element(
    'gmd:MD_DataIdentification',
    before,
    facts.representation !== undefined &&
      part.code(
        'gmd:spatialRepresentationType',
        'MD_SpatialRepresentationTypeCode',
        facts.representation,
        style,
      ),
    resolution(facts),
    language('gmd:language', languageCode),
    part.code('gmd:characterSet', 'MD_CharacterSetCode', 'utf8', style),
    (facts.topics ?? ['oceans']).map((topic) =>
      element('gmd:topicCategory', element('gmd:MD_TopicCategoryCode', topic)),
    ),
    extent('gmd:extent', facts, style),
  );
}

function citation(facts: Facts, style: Iso19139Style): XmlElement {
  const dates = [
    facts.created !== undefined && part.citationDate(facts.created, 'creation', style),
    facts.published !== undefined && part.citationDate(facts.published, 'publication', style),
    facts.revised !== undefined && part.citationDate(facts.revised, 'revision', style),
  ].filter((date) => date !== false);
  const doi = facts.doi;
  return element(
    'gmd:CI_Citation',
    part.textProperty('gmd:title', facts.title, style),
    facts.alternateTitle !== undefined &&
      element('gmd:alternateTitle', part.characters(facts.alternateTitle)),
    dates.length > 0 ? dates : elementWith('gmd:date', { 'gco:nilReason': 'unknown' }),
    facts.edition !== undefined && element('gmd:edition', part.characters(facts.edition)),
    doi !== undefined &&
      element(
        'gmd:identifier',
        element(
          'gmd:MD_Identifier',
          element('gmd:code', part.anchorOr(`https://doi.org/${doi}`, `https://doi.org/${doi}`, style)),
        ),
      ),
  );
}

function constraints(facts: Facts, style: Iso19139Style): XmlChild {
  const licence = facts.licence;
  if (licence === undefined) return undefined;
  const name = licence.name[style.language] ?? licence.name.en ?? licence.name.fr ?? '';
  const text = licence.url === undefined ? name : `${name} (${licence.url})`;
  const restriction = (value: string) => part.code('gmd:useConstraints', 'MD_RestrictionCode', value, style);
  const byStyle = {
    'use-limitation': [element('gmd:useLimitation', part.characters(text))],
    'other-constraints': [
      restriction('otherRestrictions'),
      element('gmd:otherConstraints', part.characters(text)),
    ],
    anchor: [
      restriction('license'),
      restriction('otherRestrictions'),
      element('gmd:otherConstraints', part.anchorOr(licence.url, name, style)),
    ],
  };
  return element('gmd:resourceConstraints', element('gmd:MD_LegalConstraints', byStyle[style.licence]));
}

function resolution(facts: Facts): XmlChild {
  if (facts.resolution === undefined) return undefined;
  const { value, unit } = facts.resolution;
  return element(
    'gmd:spatialResolution',
    element(
      'gmd:MD_Resolution',
      element('gmd:distance', elementWith('gco:Distance', { uom: unit }, String(value))),
    ),
  );
}

function extent(property: string, facts: Facts, style: Iso19139Style): XmlChild {
  const id = facts.id.replaceAll(/[^A-Za-z0-9]/g, '-') || 'resource';
  const inside: XmlChild[] = [
    facts.place && part.textProperty('gmd:description', facts.place, style),
    facts.box && part.boundingBox(facts.box),
    facts.polygon && part.boundingPolygon(facts.polygon, id),
    facts.period && part.temporalElement(facts.period, id),
    facts.depths && part.verticalElement(facts.depths),
  ];
  if (inside.every((child) => child === undefined)) return undefined;
  return element(property, element('gmd:EX_Extent', inside));
}

function service(facts: Facts, style: Iso19139Style, before: XmlChild): XmlElement {
  const { type, version, operatesOn } = facts.service ?? { type: 'view', version: '', operatesOn: [] };
  return element(
    'srv:SV_ServiceIdentification',
    before,
    element('srv:serviceType', element('gco:LocalName', type)),
    element('srv:serviceTypeVersion', part.characters(version)),
    extent('srv:extent', facts, style),
    part.code('srv:couplingType', 'srv:SV_CouplingType', 'tight', style),
    facts.links
      .slice(0, 1)
      .map((link) =>
        element(
          'srv:containsOperations',
          element(
            'srv:SV_OperationMetadata',
            element('srv:operationName', part.characters('GetCapabilities')),
            part.code('srv:DCP', 'srv:DCPList', 'WebServices', style),
            element(
              'srv:connectPoint',
              element('gmd:CI_OnlineResource', element('gmd:linkage', element('gmd:URL', link.url))),
            ),
          ),
        ),
      ),
    operatesOn.map((id) => elementWith('srv:operatesOn', { uuidref: id })),
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
