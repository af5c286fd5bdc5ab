import type { Rule, RuleSet } from '../rule.ts';
import { ask, isData, isService } from './ask.ts';
import { inspireConformity } from './inspire-conformity.ts';
import { inspireConstraints } from './inspire-constraints.ts';
import { inspireIdentification } from './inspire-identification.ts';
import { inspireServices } from './inspire-services.ts';
import { requirement } from './inspire-source.ts';

const data = { applies: isData } as const;
const dataAdvice = { applies: isData, severity: 'warning' } as const;

/** Requirements that ask for an element and no more. */
const elements: readonly Rule[] = [
  ask('inspire', 'metadataContact', requirement('C.6', 'common/md-point-of-contact'), {
    as: 'md-point-of-contact',
  }),
  ask('inspire', 'metadataDate', requirement('C.7', 'common/md-date'), { as: 'md-date' }),
  ask('inspire', 'title', requirement('C.8', 'common/resource-title'), { as: 'resource-title' }),
  ask('inspire', 'abstract', requirement('C.9', 'common/resource-abstract'), { as: 'resource-abstract' }),
  ask('inspire', 'responsibleParty', requirement('C.10', 'common/responsible-organisation'), {
    as: 'responsible-organisation',
  }),
  ask('inspire', 'temporalReference', requirement('C.11', 'common/temporal-reference')),
  ask('inspire', 'boundingBox', requirement('C.19', 'common/bounding-box'), data),
  ask('inspire', 'identifier', requirement('1.3', 'datasets-and-series/dataset-uid'), {
    ...data,
    as: 'dataset-uid',
  }),
  ask(
    'inspire',
    'spatialResolution',
    requirement('1.5', 'datasets-and-series/spatial-resolution'),
    dataAdvice,
  ),
  ask('inspire', 'resourceLanguage', requirement('1.6', 'datasets-and-series/resource-language'), data),
  ask('inspire', 'topicCategory', requirement('1.7', 'datasets-and-series/topic-category'), data),
  ask('inspire', 'locator', requirement('1.8', 'datasets-and-series/resource-locator'), {
    ...dataAdvice,
    as: 'resource-locator',
  }),
  ask('inspire', 'lineage', requirement('1.11', 'datasets-and-series/lineage'), data),
  ask('inspire', 'referenceSystem', requirement('2.1', 'isdss/crs'), { ...dataAdvice, as: 'crs' }),
  ask('inspire', 'spatialRepresentation', requirement('2.4', 'isdss/spatial-representation-type'), {
    ...dataAdvice,
    as: 'spatial-representation-type',
  }),
  ask('inspire', 'format', requirement('2.6', 'isdss/data-encoding'), { ...dataAdvice, as: 'data-encoding' }),
  ask('inspire', 'locator', requirement('3.7', 'sds/resource-locator'), {
    applies: isService,
    severity: 'warning',
    as: 'service-locator',
  }),
];

/** INSPIRE metadata, Technical Guidance 2.0 (ISO/TS 19139): requirements that the content of a record can break. */
export const inspireRules: RuleSet = {
  name: 'inspire',
  title: { en: 'INSPIRE metadata (TG 2.0)', fr: 'Métadonnées INSPIRE (guide technique 2.0)' },
  description: {
    en: 'The requirements of the Technical Guidance 2.0 that concern content. Those on the encoding (C.1 to C.4, C.16, 1.2, 1.9, 3.2, 3.8) are a matter of the XML schema.',
    fr: 'Les exigences du guide technique 2.0 qui portent sur le contenu. Celles qui portent sur l’encodage (C.1 à C.4, C.16, 1.2, 1.9, 3.2, 3.8) relèvent du schéma XML.',
  },
  rules: [
    ...elements,
    ...inspireIdentification,
    ...inspireConstraints,
    ...inspireConformity,
    ...inspireServices,
  ],
};
