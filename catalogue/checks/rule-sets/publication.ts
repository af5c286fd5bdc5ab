import type { RuleSet } from '../rule.ts';
import { ask, isData, isService } from './ask.ts';

const recommended = { severity: 'warning' } as const;
const optional = { severity: 'info' } as const;

const dataciteSource = (property: number, obligation: string) =>
  `DataCite 4.6, property ${property} (${obligation})`;

/** DataCite Metadata Schema 4.6: mandatory and recommended properties. */
export const dataciteRules: RuleSet = {
  name: 'datacite',
  title: { en: 'DataCite 4.6', fr: 'DataCite 4.6' },
  description: {
    en: 'Properties that DataCite demands or recommends for the registration of a DOI.',
    fr: 'Propriétés exigées ou recommandées par DataCite pour enregistrer un DOI.',
  },
  rules: [
    ask('datacite', 'doi', dataciteSource(1, 'mandatory')),
    ask('datacite', 'creator', dataciteSource(2, 'mandatory')),
    ask('datacite', 'title', dataciteSource(3, 'mandatory')),
    ask('datacite', 'publisher', dataciteSource(4, 'mandatory')),
    ask('datacite', 'publicationDate', dataciteSource(5, 'mandatory')),
    ask('datacite', 'resourceType', dataciteSource(10, 'mandatory')),
    ask('datacite', 'keywords', dataciteSource(6, 'recommended'), recommended),
    ask('datacite', 'contact', dataciteSource(7, 'recommended'), recommended),
    ask('datacite', 'period', dataciteSource(8, 'recommended'), { ...recommended, applies: isData }),
    ask('datacite', 'relatedPublication', dataciteSource(12, 'recommended'), recommended),
    ask('datacite', 'abstract', dataciteSource(17, 'recommended'), recommended),
    ask('datacite', 'place', dataciteSource(18, 'recommended'), { ...recommended, applies: isData }),
    ask('datacite', 'rights', dataciteSource(16, 'optional'), optional),
    ask('datacite', 'creatorIdentifier', dataciteSource(2, 'nameIdentifier, optional'), optional),
  ],
};

const dcat = (where: string) => `DCAT-AP 3, ${where}`;

/** DCAT-AP 3: mandatory and recommended properties of datasets and services. */
export const dcatApRules: RuleSet = {
  name: 'dcat-ap',
  title: { en: 'DCAT-AP 3', fr: 'DCAT-AP 3' },
  description: {
    en: 'Properties that DCAT-AP 3 demands or recommends of a dataset or a data service.',
    fr: 'Propriétés exigées ou recommandées par DCAT-AP 3 pour un jeu de données ou un service.',
  },
  rules: [
    ask('dcat-ap', 'title', dcat('dct:title (mandatory)')),
    ask('dcat-ap', 'abstract', dcat('Dataset dct:description (mandatory)'), { applies: isData }),
    ask('dcat-ap', 'endpoint', dcat('DataService dcat:endpointURL (mandatory)'), { applies: isService }),
    ask('dcat-ap', 'contact', dcat('dcat:contactPoint (recommended)'), recommended),
    ask('dcat-ap', 'locator', dcat('dcat:distribution with dcat:accessURL (recommended)'), {
      ...recommended,
      applies: isData,
    }),
    ask('dcat-ap', 'keywords', dcat('dcat:keyword (recommended)'), recommended),
    ask('dcat-ap', 'publisher', dcat('dct:publisher (recommended)'), recommended),
    ask('dcat-ap', 'place', dcat('Dataset dct:spatial (recommended)'), { ...recommended, applies: isData }),
    ask('dcat-ap', 'period', dcat('Dataset dct:temporal (recommended)'), { ...recommended, applies: isData }),
    ask('dcat-ap', 'topicCategory', dcat('dcat:theme (recommended)'), recommended),
    ask('dcat-ap', 'format', dcat('Distribution dct:format (recommended)'), {
      ...recommended,
      applies: isData,
    }),
    ask('dcat-ap', 'licence', dcat('Distribution dct:license (recommended)'), recommended),
    ask('dcat-ap', 'accessRight', dcat('dct:accessRights (optional)'), optional),
  ],
};

const google = (property: string, obligation: string) =>
  `schema.org Dataset ${property}, ${obligation} by Google Dataset Search; science-on-schema.org 1.3`;

/** schema.org Dataset as Google Dataset Search and science-on-schema.org 1.3 ask for it. */
export const schemaOrgRules: RuleSet = {
  name: 'schema-org',
  title: { en: 'schema.org Dataset (Google)', fr: 'schema.org Dataset (Google)' },
  description: {
    en: 'Properties that Google Dataset Search demands or recommends, and science-on-schema.org 1.3 with it.',
    fr: 'Propriétés exigées ou recommandées par Google Dataset Search et par science-on-schema.org 1.3.',
  },
  rules: [
    ask('schema-org', 'title', google('name', 'required')),
    {
      id: 'schema-org-description',
      title: { en: 'Description of 50 to 5000 characters', fr: 'Description de 50 à 5000 caractères' },
      remedy: {
        en: 'Write a description of 50 to 5000 characters.',
        fr: 'Rédigez une description de 50 à 5000 caractères.',
      },
      severity: 'error',
      source: google('description', 'required'),
      check({ resource }) {
        const lengths = Object.values(resource.abstracts).map((text) => text.trim().length);
        if (lengths.some((length) => length >= 50 && length <= 5000)) return [];
        const longest = Math.max(0, ...lengths);
        return [
          {
            path: 'resource.abstracts',
            ...(longest > 0
              ? {
                  message: {
                    en: `The description has ${longest} characters.`,
                    fr: `La description compte ${longest} caractères.`,
                  },
                }
              : {}),
          },
        ];
      },
    },
    ask('schema-org', 'identifier', google('identifier', 'recommended'), recommended),
    ask('schema-org', 'url', google('url', 'recommended'), recommended),
    ask('schema-org', 'creator', google('creator', 'recommended'), recommended),
    ask('schema-org', 'publisher', 'science-on-schema.org 1.3, publisher', recommended),
    ask('schema-org', 'licence', google('license', 'recommended'), recommended),
    ask('schema-org', 'keywords', google('keywords', 'recommended'), recommended),
    ask('schema-org', 'dataLink', google('distribution.contentUrl', 'recommended'), {
      ...recommended,
      applies: isData,
    }),
    ask('schema-org', 'mediaType', google('distribution.encodingFormat', 'recommended'), {
      ...recommended,
      applies: isData,
    }),
    ask('schema-org', 'place', google('spatialCoverage', 'recommended'), { ...recommended, applies: isData }),
    ask('schema-org', 'period', google('temporalCoverage', 'recommended'), {
      ...recommended,
      applies: isData,
    }),
    ask('schema-org', 'variables', google('variableMeasured', 'recommended'), {
      ...recommended,
      applies: isData,
    }),
    ask('schema-org', 'version', google('version', 'recommended'), optional),
    ask('schema-org', 'funding', google('funder', 'recommended'), optional),
  ],
};

const dc = (name: string, obligation: string) =>
  `OpenAIRE Guidelines for Data Archives and oai_dc, ${name} (${obligation})`;

/** oai_dc has no mandatory element; what aggregators (OpenAIRE) ask of it is checked. */
export const oaiDcRules: RuleSet = {
  name: 'oai-dc',
  title: { en: 'Dublin Core by OAI-PMH', fr: 'Dublin Core par OAI-PMH' },
  description: {
    en: 'oai_dc itself demands nothing; these are the elements that aggregators such as OpenAIRE ask for.',
    fr: 'oai_dc n’exige rien ; voici les éléments que demandent des agrégateurs comme OpenAIRE.',
  },
  rules: [
    ask('oai-dc', 'title', dc('dc:title', 'mandatory')),
    ask('oai-dc', 'creator', dc('dc:creator', 'mandatory')),
    ask('oai-dc', 'identifier', dc('dc:identifier', 'mandatory')),
    ask('oai-dc', 'publicationDate', dc('dc:date', 'mandatory')),
    ask('oai-dc', 'resourceType', dc('dc:type', 'mandatory')),
    ask('oai-dc', 'abstract', dc('dc:description', 'mandatory')),
    ask('oai-dc', 'publisher', dc('dc:publisher', 'mandatory')),
    ask('oai-dc', 'accessRight', dc('dc:rights, info:eu-repo access right', 'mandatory')),
    ask('oai-dc', 'licence', dc('dc:rights, address of the licence', 'recommended'), recommended),
    ask('oai-dc', 'keywords', dc('dc:subject', 'recommended'), recommended),
    ask('oai-dc', 'resourceLanguage', dc('dc:language', 'recommended'), recommended),
    ask('oai-dc', 'format', dc('dc:format', 'recommended'), recommended),
    ask('oai-dc', 'place', dc('dc:coverage', 'optional'), { ...optional, applies: isData }),
  ],
};

/** Croissant 1.1: what the description of a dataset for machine learning must hold. */
export const croissantRules: RuleSet = {
  name: 'croissant',
  title: { en: 'Croissant 1.1', fr: 'Croissant 1.1' },
  description: {
    en: 'Properties that Croissant demands of a dataset, and those that it recommends.',
    fr: 'Propriétés que Croissant exige d’un jeu de données, et celles qu’il recommande.',
  },
  rules: [
    ask('croissant', 'title', 'Croissant 1.1, name (required)'),
    ask('croissant', 'abstract', 'Croissant 1.1, description (required)'),
    ask('croissant', 'licence', 'Croissant 1.1, license (required)'),
    ask('croissant', 'url', 'Croissant 1.1, url (required)'),
    ask('croissant', 'creator', 'Croissant 1.1, creator (required)'),
    ask('croissant', 'publicationDate', 'Croissant 1.1, datePublished (required)'),
    ask('croissant', 'dataLink', 'Croissant 1.1, distribution (a FileObject)', recommended),
    ask(
      'croissant',
      'mediaType',
      'Croissant 1.1, FileObject encodingFormat (required of each file)',
      recommended,
    ),
    ask('croissant', 'keywords', 'Croissant 1.1, keywords (recommended)', recommended),
    ask('croissant', 'publisher', 'Croissant 1.1, publisher (recommended)', recommended),
    ask('croissant', 'version', 'Croissant 1.1, version (recommended)', recommended),
    ask('croissant', 'variables', 'Croissant 1.1, recordSet with fields (recommended)', recommended),
  ],
};

/** RO-Crate 1.2: what its root data entity must hold. */
export const roCrateRules: RuleSet = {
  name: 'ro-crate',
  title: { en: 'RO-Crate 1.2', fr: 'RO-Crate 1.2' },
  description: {
    en: 'Properties that RO-Crate demands of its root data entity, and those that it recommends.',
    fr: 'Propriétés que RO-Crate exige de son entité racine, et celles qu’il recommande.',
  },
  rules: [
    ask('ro-crate', 'title', 'RO-Crate 1.2, root data entity, name'),
    ask('ro-crate', 'abstract', 'RO-Crate 1.2, root data entity, description'),
    ask('ro-crate', 'publicationDate', 'RO-Crate 1.2, root data entity, datePublished'),
    ask('ro-crate', 'licence', 'RO-Crate 1.2, root data entity, license'),
    ask('ro-crate', 'creator', 'RO-Crate 1.2, author (recommended)', recommended),
    ask('ro-crate', 'creatorIdentifier', 'RO-Crate 1.2, authors by ORCID (recommended)', optional),
    ask('ro-crate', 'persistentIdentifier', 'RO-Crate 1.2, identifier (recommended)', recommended),
    ask('ro-crate', 'dataLink', 'RO-Crate 1.2, data entities (recommended)', recommended),
    ask('ro-crate', 'funding', 'RO-Crate 1.2, funder (recommended)', optional),
  ],
};
