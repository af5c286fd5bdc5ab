import { z } from 'zod';
import { citation, citedIdentifier } from './citation.ts';
import { spatialExtent, temporalExtent } from './extent.ts';
import { languageMap } from './language.ts';
import { responsibility } from './party.ts';
import { referenceSystem } from './reference-system.ts';
import { scope } from './scope.ts';

/** What data were made from (ISO LI_Source). */
export const lineageSource = z.object({
  description: languageMap.optional(),
  citation: citation.optional(),
  scaleDenominator: z.number().optional(),
  referenceSystem: referenceSystem.optional(),
  spatialExtents: z.array(spatialExtent).optional(),
  temporalExtents: z.array(temporalExtent).optional(),
  scope: scope.optional(),
  /** Metadata of the source. */
  metadata: z.array(citation).optional(),
  processingLevel: z.string().optional(),
  resolution: z.object({ value: z.number(), unit: z.string() }).optional(),
});
export type LineageSource = z.infer<typeof lineageSource>;

export const lineage = z.object({
  statement: languageMap.optional(),
  sources: z.array(lineageSource).default([]),
  processSteps: z
    .array(
      z.object({
        description: languageMap,
        rationale: languageMap.optional(),
        date: z.string().optional(),
        processors: z.array(responsibility).default([]),
        /** What the step used, and what it wrote. */
        sources: z.array(lineageSource).optional(),
        outputs: z.array(lineageSource).optional(),
        /** Software and documents of the step. */
        references: z.array(citation).optional(),
      }),
    )
    .default([]),
  scopeLevel: z.string().optional(),
  references: z.array(citation).optional(),
});
export type Lineage = z.infer<typeof lineage>;

/** A quality report with its result (ISO DQ_Element): conformance to a specification, or a measured value. */
export const qualityReport = z.object({
  type: z.string(),
  names: z.array(languageMap).default([]),
  specification: citation.optional(),
  explanation: languageMap.optional(),
  pass: z.boolean().optional(),
  values: z.array(z.string()).default([]),
  valueUnit: z.string().optional(),
  /** The measure, by its identifier in a register and in words (ISO 19157 DQ_MeasureReference). */
  measureIdentifier: z.string().optional(),
  measureDescription: languageMap.optional(),
  /** How it was evaluated (ISO DQ_EvaluationMethodTypeCode) and by which procedure. */
  evaluationType: z.string().optional(),
  evaluationDescription: languageMap.optional(),
  evaluationProcedure: citation.optional(),
  dates: z.array(z.string()).optional(),
  /** What was tested, where it is not the whole resource: an ISO MD_ScopeCode and words. */
  scope: scope.optional(),
  /** The result in words (ISO 19157 DQ_DescriptiveResult). */
  statement: languageMap.optional(),
  /** The kind of value, and the statistic that it is of (ISO DQ_QuantitativeResult). */
  valueType: z.string().optional(),
  errorStatistic: z.string().optional(),
  /** The measure's identifier with everything that is told of it. */
  measure: citedIdentifier.optional(),
});
export type QualityReport = z.infer<typeof qualityReport>;

/** Another resource and how this one relates to it. `relation` is a value of the codelist `relationTypes`. */
export const relatedResource = z.object({
  relation: z.string(),
  relationAsGiven: z.string().optional(),
  /** DOI, UUID of a metadata record, URL… as given. */
  identifier: z.string().optional(),
  identifierType: z.string().optional(),
  /** The identifier with its authority and code space, where more is told than the code. */
  identifierDetails: citedIdentifier.optional(),
  url: z.string().optional(),
  titles: languageMap.default({}),
  resourceType: z.string().optional(),
  /** ISO DS_InitiativeTypeCode. */
  initiative: z.string().optional(),
  /** What the relation consists in, in words (DataCite 4.7 relationTypeInformation). */
  relationDescription: z.string().optional(),
  /** The scheme of the related metadata, and where it is defined (DataCite relatedMetadataScheme). */
  metadataScheme: z
    .object({ name: z.string().optional(), uri: z.string().optional(), type: z.string().optional() })
    .optional(),
  /** How it was published (DataCite RelatedItem). */
  publication: z
    .object({
      creators: z.array(z.string()).default([]),
      contributors: z.array(z.object({ name: z.string(), role: z.string() })).default([]),
      year: z.string().optional(),
      volume: z.string().optional(),
      issue: z.string().optional(),
      number: z.string().optional(),
      /** What is numbered: Article, Chapter, Report, Other. */
      numberType: z.string().optional(),
      firstPage: z.string().optional(),
      lastPage: z.string().optional(),
      publisher: z.string().optional(),
      edition: z.string().optional(),
    })
    .optional(),
  /** Everything that is told of its citation, where that is more than titles, identifier and address. */
  citation: citation.optional(),
  /** How its metadata are cited (ISO 19115-1 metadataReference), where that is more than the identifier. */
  metadataReference: citation.optional(),
});
export type RelatedResource = z.infer<typeof relatedResource>;

export const funding = z.object({
  funder: languageMap.optional(),
  funderIdentifier: z.string().optional(),
  funderIdentifierType: z.string().optional(),
  awardNumber: z.string().optional(),
  awardUri: z.string().optional(),
  awardTitle: languageMap.optional(),
});
export type Funding = z.infer<typeof funding>;
