import fc from 'fast-check';
import {
  funding,
  lineage,
  lineageSource,
  parseIdentifier,
  qualityReport,
  type RelatedResource,
  relatedResource,
  relationTypes,
  resourceTypes,
} from '../index.ts';
import { anyCitation } from './citations.ts';
import { anyReferenceSystem, anySpatialExtent, anyTemporalExtent } from './extents.ts';
import { objectOf, some, valueIn } from './object-of.ts';
import { responsibilityIn } from './parties.ts';
import { address, code, count, date, line, lines, proses } from './texts.ts';

const source = objectOf(lineageSource, {
  description: proses,
  citation: anyCitation,
  scaleDenominator: count,
  referenceSystem: anyReferenceSystem,
  spatialExtents: some(anySpatialExtent, 1),
  temporalExtents: some(anyTemporalExtent, 1),
  scope: fc.constant({ level: 'dataset', descriptions: [] }),
  metadata: code.map((id) => [{ titles: { en: id }, identifiers: [], dates: [] }]),
  processingLevel: code,
  resolution: fc.constant({ value: 10, unit: 'm' }),
});

const step = lineage.shape.processSteps.unwrap().element;

export const anyLineage = objectOf(lineage, {
  statement: proses,
  sources: fc.array(source, { maxLength: 2 }),
  processSteps: fc.array(
    objectOf(step, {
      description: proses,
      rationale: proses,
      date,
      processors: some(responsibilityIn('processor')),
      sources: fc.array(source, { minLength: 1, maxLength: 1 }),
      outputs: fc.array(source, { minLength: 1, maxLength: 1 }),
      references: fc.array(anyCitation, { minLength: 1, maxLength: 1 }),
    }),
    { maxLength: 2 },
  ),
  scopeLevel: fc.constantFrom('dataset', 'series'),
  references: fc.array(anyCitation, { minLength: 1, maxLength: 1 }),
});

const scope = qualityReport.shape.scope.unwrap();

/** A test of conformance says whether it passed, any other gives values. */
export const anyQualityReport = fc
  .tuple(
    objectOf(qualityReport, {
      type: fc.constantFrom(
        'DQ_DomainConsistency',
        'DQ_CompletenessOmission',
        'DQ_AbsoluteExternalPositionalAccuracy',
      ),
      names: some(lines),
      specification: anyCitation,
      explanation: proses,
      pass: fc.boolean(),
      values: some(line, 1),
      valueUnit: fc.constantFrom('percent', 'm'),
      measureIdentifier: code,
      measureDescription: proses,
      evaluationType: fc.constantFrom('directInternal', 'indirect'),
      evaluationDescription: proses,
      evaluationProcedure: anyCitation,
      dates: some(date, 1),
      scope: objectOf(scope, {
        level: fc.constantFrom('dataset', 'series'),
        descriptions: some(lines),
        spatialExtents: fc.constant([{ box: { west: 0, south: 1, east: 2, north: 3 }, inclusive: true }]),
        temporalExtents: fc.constant([{ start: { date: '2020' }, end: { date: '2021' } }]),
        verticalExtents: fc.constant([{ minimum: 0, maximum: 10 }]),
      }),
      statement: proses,
      valueType: code,
      errorStatistic: line,
      measure: fc.constant({ code: 'm', codeSpace: 'space' }),
    }),
    anyCitation,
  )
  .map(([{ statement: _, measure, valueType, errorStatistic, ...told }, cited]) => {
    const { specification, explanation, pass, values, valueUnit, ...rest } = told;
    const report = measure ? { ...rest, measure, measureIdentifier: measure.code } : rest;
    const unit = valueUnit ? { valueUnit } : {};
    const kind = { ...(valueType ? { valueType } : {}), ...(errorStatistic ? { errorStatistic } : {}) };
    return pass === undefined
      ? { ...report, values, ...unit, ...kind }
      : {
          ...report,
          values: [],
          pass,
          specification: specification ?? cited,
          ...(explanation ? { explanation } : {}),
        };
  });

/** What is related, by an identifier whose kind and address follow from it, as the readers recognise it. */
export const anyRelated: fc.Arbitrary<RelatedResource> = fc
  .tuple(
    objectOf(relatedResource, {
      relation: valueIn(relationTypes.filter(({ value }) => value !== 'other')),
      relationAsGiven: fc.constant(''),
      identifier: fc.constantFrom(
        '10.17882/42182',
        'f3b0c44a-98fc-4c1c-9b93-4a8e5e5b1d0a',
        'https://example.org/d/7',
      ),
      identifierType: fc.constant(''),
      url: address,
      titles: lines,
      resourceType: fc.constantFrom(...resourceTypes),
      initiative: fc.constantFrom('study', 'campaign'),
      citation: anyCitation,
      metadataReference: code.map((id) => ({ titles: { en: id }, identifiers: [id], dates: [] })),
      identifierDetails: fc.constant({ code: '' }),
      relationDescription: line,
      metadataScheme: fc.record({ name: code, uri: address }),
      publication: fc.record({
        creators: fc.array(line, { maxLength: 2 }),
        contributors: fc.array(fc.record({ name: line, role: fc.constantFrom('Editor', 'Other') }), {
          maxLength: 1,
        }),
        year: fc.constantFrom('1999', '2024'),
        volume: code,
        firstPage: code,
        publisher: line,
      }),
    }),
    address,
  )
  .map(([{ relationAsGiven: _, identifierType: _type, identifier, url, ...about }, elsewhere]) => {
    const { citation: cited, identifierDetails: _details, ...others } = about;
    const rest = cited ? { ...others, citation: { ...cited, titles: others.titles } } : others;
    if (identifier === undefined) return { ...rest, url: url ?? elsewhere };
    const { scheme, uri } = parseIdentifier(identifier);
    return { ...rest, identifier, identifierType: scheme, ...(uri ? { url: uri } : {}) };
  });

const funders = fc.constantFrom(
  { funderIdentifier: 'https://ror.org/00rbzpz17', funderIdentifierType: 'ROR' },
  { funderIdentifier: 'https://doi.org/10.13039/501100000780', funderIdentifierType: 'Crossref Funder ID' },
  {},
);

export const anyFunding = fc
  .tuple(
    objectOf(funding, {
      funder: lines,
      funderIdentifier: fc.constant(''),
      funderIdentifierType: fc.constant(''),
      awardNumber: code,
      awardUri: address,
      awardTitle: lines,
    }),
    funders,
    lines,
  )
  .map(([{ funderIdentifier: _, funderIdentifierType: _type, funder, ...rest }, identified, name]) => ({
    ...rest,
    ...identified,
    funder: funder ?? name,
  }));
