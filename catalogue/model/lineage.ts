import { z } from 'zod';
import { languageMap } from './language.ts';
import { responsibility } from './party.ts';

export const citation = z.object({
  titles: languageMap.default({}),
  identifiers: z.array(z.string()).default([]),
  dates: z.array(z.object({ type: z.string(), date: z.string() })).default([]),
  url: z.string().optional(),
});
export type Citation = z.infer<typeof citation>;

export const lineage = z.object({
  statement: languageMap.optional(),
  sources: z
    .array(z.object({ description: languageMap.optional(), citation: citation.optional() }))
    .default([]),
  processSteps: z
    .array(
      z.object({
        description: languageMap,
        rationale: languageMap.optional(),
        date: z.string().optional(),
        processors: z.array(responsibility).default([]),
      }),
    )
    .default([]),
  scopeLevel: z.string().optional(),
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
});
export type QualityReport = z.infer<typeof qualityReport>;

/** Another resource and how this one relates to it. `relation` is a value of the codelist `relationTypes`. */
export const relatedResource = z.object({
  relation: z.string(),
  relationAsGiven: z.string().optional(),
  /** DOI, UUID of a metadata record, URL… as given. */
  identifier: z.string().optional(),
  identifierType: z.string().optional(),
  url: z.string().optional(),
  titles: languageMap.default({}),
  resourceType: z.string().optional(),
  /** ISO DS_InitiativeTypeCode. */
  initiative: z.string().optional(),
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
