import { z } from 'zod';
import { citation, citedIdentifier } from './citation.ts';
import { languageMap } from './language.ts';

export const thesaurus = z.object({
  title: languageMap,
  uri: z.string().optional(),
  /** Code of the citation identifier, e.g. `geonetwork.thesaurus.external.theme.gemet`. */
  identifier: z.string().optional(),
  dates: z
    .array(z.object({ type: z.string(), date: z.string(), information: z.string().optional() }))
    .default([]),
  /** What else its citation tells: edition, publisher, links… */
  details: citation.omit({ titles: true, identifiers: true, dates: true, url: true }).optional(),
});
export type Thesaurus = z.infer<typeof thesaurus>;

/** One keyword as the source sent it; its mapping to a concept is stored apart. */
export const keyword = z.object({
  label: languageMap,
  uri: z.string().optional(),
  /** Code of the term in its thesaurus (skos:notation, DataCite classificationCode). */
  code: z.string().optional(),
  /** ISO MD_KeywordTypeCode: theme, place, discipline, stratum, temporal, platform, instrument, project, taxon… */
  type: z.string().optional(),
  thesaurus: thesaurus.optional(),
});
export type Keyword = z.infer<typeof keyword>;

/** Something that has a name and perhaps an identifier: a project, a network, a campaign. */
export const namedReference = z.object({
  names: languageMap,
  identifier: z.string().optional(),
  uri: z.string().optional(),
  description: languageMap.optional(),
});
export type NamedReference = z.infer<typeof namedReference>;

/** A variable that was observed or modelled, with its unit (ISO MD_SampleDimension/attribute, schema.org variableMeasured). */
export const observedVariable = namedReference.extend({
  /** Name in the file, e.g. `PSAL`. */
  shortName: z.string().optional(),
  /** CF standard name. */
  standardName: z.string().optional(),
  unit: z.string().optional(),
  unitUri: z.string().optional(),
  method: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  scaleFactor: z.number().optional(),
  offset: z.number().optional(),
  bitsPerValue: z.number().optional(),
  /** ISO MD_CoverageContentTypeCode of what it is part of: physicalMeasurement, qualityInformation… */
  contentType: z.string().optional(),
  /** Type of its values in the file: `float`, `int`… */
  dataType: z.string().optional(),
  /** Names beside the first (ISO MD_RangeDimension name), with identifiers. */
  otherNames: z.array(citedIdentifier).optional(),
});
export type ObservedVariable = z.infer<typeof observedVariable>;

export const platform = namedReference.extend({
  type: z.string().optional(),
  /** Names of the organisations that run it. */
  sponsors: z.array(z.string()).optional(),
});
export const instrument = namedReference.extend({
  type: z.string().optional(),
  /** Name of the platform that carries it, where the record tells. */
  mountedOn: languageMap.optional(),
});
export const campaign = namedReference.extend({
  status: z.string().optional(),
  type: z.string().optional(),
  /** ISO 8601, with the precision that the document gives. */
  start: z.string().optional(),
  end: z.string().optional(),
});
