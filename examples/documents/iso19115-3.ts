import type { Facts, Party } from './facts.ts';
import type { Iso191153Style } from './iso19115-3-parts.ts';
import * as part from './iso19115-3-parts.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

export type { Iso191153Style } from './iso19115-3-parts.ts';

const ISO = 'http://standards.iso.org/iso';

/** The namespaces of one edition of the schemas. */
function namespaces(version: '1.0' | '2.0'): Record<string, string> {
  const changed = ['mdb', 'cit', 'mrc', 'mrl'];
  const same = ['gcx', 'gex', 'lan', 'mcc', 'mco', 'mmi', 'mrd', 'mri', 'mrs', 'gco'];
  const entries = [
    ...changed.map((prefix) => [prefix, version]),
    ...same.map((prefix) => [prefix, '1.0']),
    ['srv', '2.0'],
  ].map(([prefix, edition]) => [`xmlns:${prefix}`, `${ISO}/19115/-3/${prefix}/${edition}`]);
  return {
    ...Object.fromEntries(entries),
    'xmlns:gml': 'http://www.opengis.net/gml/3.2',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
}

/** The ISO 19115-3 document of a resource, in the order of the schema's sequence, in one centre's style. */
export function iso191153(facts: Facts, style: Iso191153Style): XmlElement {
  const scope = facts.scope ?? 'dataset';
  const contact = facts.parties.find(({ role }) => role === 'pointOfContact') ?? facts.parties[0];
  const other = style.language === 'fr' ? 'en' : 'fr';
  return elementWith(
    'mdb:MD_Metadata',
    namespaces(style.version),
    part.identifier('mdb:metadataIdentifier', facts.id, isUuid(facts.id) ? 'urn:uuid' : undefined),
    element('mdb:defaultLocale', locale(style.language)),
    facts.parent !== undefined &&
      element(
        'mdb:parentMetadata',
        element(
          'cit:CI_Citation',
          elementWith('cit:title', { 'gco:nilReason': 'missing' }),
          part.identifier('cit:identifier', facts.parent),
        ),
      ),
    element(
      'mdb:metadataScope',
      element('mdb:MD_MetadataScope', part.code('mdb:resourceScope', 'mcc:MD_ScopeCode', scope)),
    ),
    contact && part.responsibility('mdb:contact', asContact(contact)),
    part.citationDate('mdb:dateInfo', facts.updated, 'revision'),
    element(
      'mdb:metadataStandard',
      element(
        'cit:CI_Citation',
        element('cit:title', part.characters(style.standard[0])),
        element('cit:edition', part.characters(style.standard[1])),
      ),
    ),
    facts.title.en !== undefined && facts.title.fr !== undefined && element('mdb:otherLocale', locale(other)),
    element(
      'mdb:referenceSystemInfo',
      element(
        'mrs:MD_ReferenceSystem',
        part.identifier('mrs:referenceSystemIdentifier', 'http://www.opengis.net/def/crs/EPSG/0/4326'),
      ),
    ),
    element('mdb:identificationInfo', identification(facts, style)),
    distribution(facts, style),
    facts.lineage &&
      element(
        'mdb:resourceLineage',
        element(
          'mrl:LI_Lineage',
          part.textProperty('mrl:statement', facts.lineage, style),
          element('mrl:scope', element('mcc:MD_Scope', part.code('mcc:level', 'mcc:MD_ScopeCode', scope))),
        ),
      ),
  );
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

function asContact(party: Party): Party {
  return { ...party, role: 'pointOfContact' };
}

/** A second locale of the same language goes without the id, which may stand once in a document. */
function locale(language: 'en' | 'fr', identified = true): XmlElement {
  const value = language === 'fr' ? 'fre' : 'eng';
  return elementWith(
    'lan:PT_Locale',
    identified ? { id: language.toUpperCase() } : {},
    element(
      'lan:language',
      elementWith('lan:LanguageCode', {
        codeList: 'http://www.loc.gov/standards/iso639-2/',
        codeListValue: value,
      }),
    ),
    part.code('lan:characterEncoding', 'lan:MD_CharacterSetCode', 'utf8'),
  );
}

function identification(facts: Facts, style: Iso191153Style): XmlElement {
  const { licence, resolution, service } = facts;
  const before: XmlChild[] = [
    element('mri:citation', citation(facts, style)),
    part.textProperty('mri:abstract', facts.abstract, style) ??
      elementWith('mri:abstract', { 'gco:nilReason': 'missing' }),
    facts.credit !== undefined && element('mri:credit', part.characters(facts.credit)),
    part.code('mri:status', 'mcc:MD_ProgressCode', facts.period?.end === undefined ? 'onGoing' : 'completed'),
    facts.parties
      .filter(({ role }) => role !== 'distributor')
      .map((party) => part.responsibility('mri:pointOfContact', party)),
    facts.representation !== undefined &&
      part.code(
        'mri:spatialRepresentationType',
        'mcc:MD_SpatialRepresentationTypeCode',
        facts.representation,
      ),
    resolution &&
      element(
        'mri:spatialResolution',
        element(
          'mri:MD_Resolution',
          element(
            'mri:distance',
            elementWith('gco:Distance', { uom: resolution.unit }, String(resolution.value)),
          ),
        ),
      ),
    (facts.topics ?? ['oceans']).map((topic) =>
      element('mri:topicCategory', element('mri:MD_TopicCategoryCode', topic)),
    ),
    extent(facts, style),
    facts.frequency !== undefined &&
      element(
        'mri:resourceMaintenance',
        element(
          'mmi:MD_MaintenanceInformation',
          part.code('mmi:maintenanceAndUpdateFrequency', 'mmi:MD_MaintenanceFrequencyCode', facts.frequency),
        ),
      ),
    facts.keywords.map((group) => part.descriptiveKeywords(group, style)),
    licence &&
      element(
        'mri:resourceConstraints',
        element(
          'mco:MD_LegalConstraints',
          part.code('mco:useConstraints', 'mco:MD_RestrictionCode', 'licence'),
          part.code('mco:useConstraints', 'mco:MD_RestrictionCode', 'otherRestrictions'),
          part.anchorProperty('mco:otherConstraints', licence.url, licence.name, style),
        ),
      ),
  ];
  if (service === undefined) {
    return element(
      'mri:MD_DataIdentification',
      before,
      element('mri:defaultLocale', locale(style.language, false)),
    );
  }
  return element(
    'srv:SV_ServiceIdentification',
    before,
    element('srv:serviceType', element('gco:ScopedName', service.type)),
    element('srv:serviceTypeVersion', part.characters(service.version)),
    part.code('srv:couplingType', 'srv:SV_CouplingType', 'tight'),
    service.operatesOn.map((id) => elementWith('srv:operatesOn', { uuidref: id })),
  );
}

function citation(facts: Facts, style: Iso191153Style): XmlElement {
  return element(
    'cit:CI_Citation',
    part.textProperty('cit:title', facts.title, style),
    facts.alternateTitle !== undefined &&
      element('cit:alternateTitle', part.characters(facts.alternateTitle)),
    facts.created !== undefined && part.citationDate('cit:date', facts.created, 'creation'),
    facts.published !== undefined && part.citationDate('cit:date', facts.published, 'publication'),
    facts.revised !== undefined && part.citationDate('cit:date', facts.revised, 'revision'),
    facts.edition !== undefined && element('cit:edition', part.characters(facts.edition)),
    facts.doi !== undefined && part.identifier('cit:identifier', `https://doi.org/${facts.doi}`, 'doi.org'),
  );
}

function extent(facts: Facts, style: Iso191153Style): XmlElement {
  const { box, period, depths } = facts;
  const id = facts.id.replaceAll(/[^A-Za-z0-9]/g, '-');
  const bounds = ['westBoundLongitude', 'eastBoundLongitude', 'southBoundLatitude', 'northBoundLatitude'];
  return element(
    'mri:extent',
    element(
      'gex:EX_Extent',
      facts.place && part.textProperty('gex:description', facts.place, style),
      box &&
        element(
          'gex:geographicElement',
          element(
            'gex:EX_GeographicBoundingBox',
            bounds.map((name, index) => element(`gex:${name}`, element('gco:Decimal', String(box[index])))),
          ),
        ),
      period &&
        element(
          'gex:temporalElement',
          element(
            'gex:EX_TemporalExtent',
            element(
              'gex:extent',
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
        ),
      depths &&
        element(
          'gex:verticalElement',
          element(
            'gex:EX_VerticalExtent',
            element('gex:minimumValue', element('gco:Real', String(depths.top))),
            element('gex:maximumValue', element('gco:Real', String(depths.bottom))),
            elementWith('gex:verticalCRSId', {
              'xlink:href': 'http://www.opengis.net/def/crs/EPSG/0/5831',
            }),
          ),
        ),
    ),
  );
}

function distribution(facts: Facts, style: Iso191153Style): XmlElement {
  const format = facts.format;
  return element(
    'mdb:distributionInfo',
    element(
      'mrd:MD_Distribution',
      format &&
        element(
          'mrd:distributionFormat',
          element(
            'mrd:MD_Format',
            element(
              'mrd:formatSpecificationCitation',
              element(
                'cit:CI_Citation',
                element('cit:title', part.characters(format.name)),
                format.version !== undefined && element('cit:edition', part.characters(format.version)),
              ),
            ),
          ),
        ),
      facts.parties
        .filter(({ role }) => role === 'distributor')
        .map((party) =>
          element(
            'mrd:distributor',
            element('mrd:MD_Distributor', part.responsibility('mrd:distributorContact', party)),
          ),
        ),
      element(
        'mrd:transferOptions',
        element(
          'mrd:MD_DigitalTransferOptions',
          facts.links.map((link) => part.onLine(link, style)),
        ),
      ),
    ),
  );
}
