import type { Facts } from './facts.ts';
import type { Iso19139Style } from './iso19139-parts.ts';
import * as part from './iso19139-parts.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

/** gmd:MD_DataIdentification, or srv:SV_ServiceIdentification for a service, with what stands inside. */
export function identification(facts: Facts, style: Iso19139Style, languageCode: string): XmlElement {
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
    part.language('gmd:language', languageCode),
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
