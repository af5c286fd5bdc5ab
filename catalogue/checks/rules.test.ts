import { describe, expect, test } from 'vitest';
import { type CatalogueRecord, emptyRecord, type Resource } from '../model/index.ts';
import { checkRecord } from './check-record.ts';
import { type ElementName, elements } from './elements/index.ts';
import type { Rule } from './rule.ts';
import { ruleSetNames, ruleSets } from './rule-sets/index.ts';
import { completeDataset, completeService } from './testing/records.ts';

type Change = (resource: Resource, record: CatalogueRecord) => void;

/** How to take each element, and as little else as can be, out of the complete dataset. */
const without: Record<ElementName, Change> = {
  metadataIdentifier: (_, record) => delete record.metadataIdentifier,
  metadataLanguage: (_, record) => delete record.language,
  metadataDate: (_, record) => delete record.datestamp,
  metadataContact: (_, { metadataContacts: [contact] }) => contact?.party.emails.splice(0),
  title: (resource) => Object.assign(resource, { titles: { en: '  ' } }),
  abstract: (resource) => Object.assign(resource, { abstracts: {} }),
  resourceType: (resource) => Object.assign(resource, { type: 'other' }),
  identifier: (resource) => resource.identifiers.splice(0),
  persistentIdentifier: (resource) => resource.identifiers.shift(),
  doi: (resource) => resource.identifiers.shift(),
  url: (resource) => {
    resource.distributions = [];
    resource.identifiers.shift();
  },
  resourceLanguage: (resource) => resource.languages.splice(0),
  topicCategory: (resource) => resource.topicCategories.splice(0),
  keywords: (resource) => resource.keywords.splice(0),
  version: (resource) => delete resource.edition,
  date: (resource) => resource.dates.splice(0),
  publicationDate: (resource) => resource.dates.splice(1, 1),
  modificationDate: (resource) => resource.dates.splice(2, 1),
  temporalReference: (resource) => {
    resource.dates = [{ type: 'validityBegins', date: '2020' }];
    resource.temporalExtents = [];
  },
  relatedPublication: (resource) =>
    Object.assign(resource, { related: [{ relation: 'isPartOf', titles: {} }] }),
  responsibleParty: (resource) => {
    for (const { party } of resource.responsibilities) delete party.organisation;
  },
  contact: (resource) => {
    for (const { party } of resource.responsibilities) party.emails = [];
  },
  creator: (resource) => resource.responsibilities.shift(),
  principalInvestigator: (resource) => delete resource.responsibilities[0]?.party.person,
  investigatorContact: (resource) => resource.responsibilities[0]?.party.emails.splice(0),
  creatorIdentifier: (resource) => resource.responsibilities[0]?.party.identifiers.splice(0),
  organisationIdentifier: (resource) => {
    for (const { party } of resource.responsibilities) party.identifiers = [];
  },
  publisher: (resource) => resource.responsibilities.splice(1, 1),
  dataCentre: (resource) => resource.responsibilities.splice(1, 1),
  originator: (resource) => resource.responsibilities.shift(),
  locator: (resource) => resource.distributions.splice(0),
  dataLink: (resource) => Object.assign(resource.distributions[0] ?? {}, { kind: 'landing-page' }),
  format: (resource) => {
    for (const distribution of resource.distributions) {
      delete distribution.format;
      delete distribution.mediaType;
    }
  },
  mediaType: (resource) => delete resource.distributions[0]?.mediaType,
  licence: (resource) => Object.assign(resource, { licences: [{ title: { en: 'Ask us' } }] }),
  accessRight: (resource) => delete resource.accessRight,
  rights: (resource) => Object.assign(resource, { licences: [], constraints: [] }),
  lineage: (resource) => delete resource.lineage,
  endpoint: (resource) => resource.distributions.splice(0),
  boundingBox: (resource) => delete resource.spatialExtents[0]?.box,
  place: (resource) => resource.spatialExtents.splice(0),
  period: (resource) => resource.temporalExtents.splice(0),
  closedPeriod: (resource) => delete resource.temporalExtents[0]?.end,
  depth: (resource) => Object.assign(resource, { verticalExtents: [{ unit: 'm' }] }),
  referenceSystem: (resource) => resource.referenceSystems.splice(0),
  spatialRepresentation: (resource) => resource.spatialRepresentations.splice(0),
  spatialResolution: (resource) => resource.spatialResolutions.splice(0),
  seaArea: (resource) => {
    delete resource.spatialExtents[0]?.description;
    resource.keywords.pop();
  },
  variables: (resource) => resource.variables.splice(0),
  units: (resource) => delete resource.variables[2]?.unit,
  variableMethods: (resource) => {
    delete resource.methods;
    delete resource.variables[0]?.method;
  },
  variableTerms: (resource) => delete resource.variables[0]?.uri,
  platform: (resource) => resource.platforms.splice(0),
  platformCode: (resource) => {
    delete resource.platforms[0]?.identifier;
    delete resource.campaigns[0]?.identifier;
    resource.identifiers.pop();
  },
  instrument: (resource) => resource.instruments.splice(0),
  campaign: (resource) => resource.campaigns.splice(0),
  campaignDates: (resource) => {
    delete resource.campaigns[0]?.start;
    delete resource.temporalExtents[0]?.end;
  },
  expocode: (resource) => {
    // The 31st of November is no day of departure.
    Object.assign(resource.campaigns[0] ?? {}, { identifier: '35XX20151331' });
    resource.identifiers.pop();
  },
  project: (resource) => resource.projects.splice(0),
  funding: (resource) => resource.funding.splice(0),
  qualityControl: (resource) => {
    resource.quality = [];
    resource.abstracts = {
      en: 'Underway and bottle measurements of the carbonate system in the Iroise Sea.',
    };
  },
  accuracy: (resource) => {
    resource.quality.pop();
    delete resource.lineage;
  },
  calibration: (resource) => Object.assign(resource, { methods: { en: 'Infrared analyser.' } }),
  taxa: (resource) => resource.taxa.splice(0),
  taxonIdentifiers: (resource) => delete resource.taxa[0]?.uri,
};

/** How to break the rules that ask for more than an element. */
const broken: Record<string, Change> = {
  'halocline-abstract-length': (resource) => Object.assign(resource, { abstracts: { en: 'Carbon data.' } }),
  'halocline-role': (resource) =>
    Object.assign(resource.responsibilities[2] ?? {}, { role: 'other', roleAsGiven: 'skipper' }),
  'halocline-period-order': (resource) =>
    Object.assign(resource, {
      temporalExtents: [{ start: { date: '2015-02' }, end: { date: '2015-01-31' } }],
    }),
  'schema-org-description': (resource) => Object.assign(resource, { abstracts: { en: 'x'.repeat(5001) } }),
  'inspire-metadata-language-code': (_, record) => Object.assign(record, { language: 'nb' }),
  'inspire-max-1-date-of-creation': (resource) => resource.dates.push({ type: 'creation', date: '2014' }),
  'inspire-max-1-date-of-last-revision': (resource) =>
    resource.dates.push({ type: 'revision', date: '2018' }),
  'inspire-temporal-extent': (resource) => resource.temporalExtents.push({ description: { en: 'Long ago' } }),
  'inspire-keyword-originating-cv': (resource) =>
    Object.assign(resource.keywords[0]?.thesaurus ?? {}, { dates: [] }),
  'inspire-resource-type': (resource) => Object.assign(resource, { type: 'campaign' }),
  'inspire-theme-keyword': (resource) => resource.keywords.shift(),
  'inspire-limitations-on-public-access': (resource) =>
    Object.assign(resource.constraints[0]?.otherConstraints[0] ?? {}, { uri: 'https://example.org/none' }),
  'inspire-conditions-for-access-and-use': (resource) => resource.constraints.pop(),
  'inspire-conformity': (resource) => resource.quality.shift(),
  'inspire-conformity-specification': (resource) =>
    Object.assign(resource.quality[0]?.specification ?? {}, { dates: [] }),
  'inspire-conformity-degree': (resource) => delete resource.quality[0]?.pass,
  'inspire-interoperability-conformity': (resource) =>
    Object.assign(resource.quality[0]?.specification ?? {}, { titles: { en: 'Another specification' } }),
  'inspire-sds-category': (resource) => resource.keywords.splice(0),
  'inspire-sds-type': (resource) => Object.assign(resource.service ?? {}, { type: 'OGC:WMS' }),
  'inspire-coupled-resource': (resource) => resource.service?.operatesOn.splice(0),
  'inspire-service-locator': (resource) => resource.distributions.splice(0),
  'dcat-ap-endpoint': (resource) => {
    delete resource.service?.endpointUrls;
    resource.distributions = [];
  },
};
const variableRule = /-(co2|temperature|salinity|pressure|carbon-or-tracers|nutrients|oxygen)$/;

const allRules = ruleSetNames.flatMap((name) => ruleSets[name].rules);

function exampleFor(rule: Rule): () => CatalogueRecord {
  return rule.applies && !rule.applies(completeDataset()) ? completeService : completeDataset;
}

/** The element that a rule asks for: rules made by `ask` share its title. */
function changeFor(rule: Rule): Change | undefined {
  if (variableRule.test(rule.id)) return (resource) => resource.variables.splice(0);
  if (broken[rule.id]) return broken[rule.id];
  const names = Object.entries(elements).flatMap(([name, { title }]) => (title === rule.title ? [name] : []));
  return Object.entries(without).find(([name]) => name === names[0])?.[1];
}

describe('the rules', () => {
  test('have ids of their own, and words in both languages', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    for (const { id, title, remedy, source } of allRules) {
      for (const language of ['en', 'fr'] as const) {
        expect(title[language], id).toMatch(/^\p{Lu}.{2,70}[^.]$/u);
        expect(remedy[language], id).toMatch(/^\p{Lu}.{10,}\.$/u);
      }
      expect(remedy.fr, id).not.toBe(remedy.en);
      expect(source, id).not.toBe('');
    }
  });

  test('find nothing in a record that says everything', () => {
    const found = (record: CatalogueRecord) => checkRecord(record, ruleSetNames).map(({ rule }) => rule.id);
    expect(found(completeDataset())).toEqual([]);
    const forServices = ['halocline', 'inspire', 'datacite', 'dcat-ap', 'schema-org', 'oai-dc'] as const;
    expect(checkRecord(completeService(), forServices).map(({ rule }) => rule.id)).toEqual([]);
  });

  test.each(allRules.map((rule) => [rule.id, rule] as const))('%s passes and fails', (_id, rule) => {
    const example = exampleFor(rule);
    expect(rule.check(example())).toEqual([]);
    const record = example();
    const change = changeFor(rule);
    expect(change, 'an example that breaks the rule').toBeDefined();
    change?.(record.resource, record);
    expect(rule.applies?.(record) ?? true).toBe(true);
    const violations = rule.check(record);
    expect(violations.length).toBeGreaterThan(0);
    for (const { path } of violations) expect(path).toMatch(/^(resource\.)?[a-zA-Z.]+$/);
  });

  test('an empty record breaks every rule that asks for an element, and crashes none', () => {
    for (const type of ['dataset', 'service', 'other'] as const)
      expect(checkRecord(emptyRecord(type), ruleSetNames).length).toBeGreaterThan(60);
  });

  test('say what is missing in both languages', () => {
    const record = completeDataset();
    without.doi(record.resource, record);
    without.title(record.resource, record);
    expect(
      checkRecord(record, ['datacite']).map(({ rule, path, message }) => [rule.id, path, message]),
    ).toEqual([
      [
        'datacite-doi',
        'resource.identifiers',
        { en: 'Missing: DOI of the resource.', fr: 'Manque : DOI de la ressource.' },
      ],
      [
        'datacite-title',
        'resource.titles',
        { en: 'Missing: title of the resource.', fr: 'Manque : titre de la ressource.' },
      ],
    ]);
  });
});
