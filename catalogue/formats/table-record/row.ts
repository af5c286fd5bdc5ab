import { z } from 'zod';
import { boundingBox, languageMap } from '../../model/index.ts';

const list = z.array(z.string()).default([]);

/** What one row of a spreadsheet of datasets says, with the rows of the other sheets that are of it; checked cell by cell before. */
export const tableRecord = z.object({
  tableRecord: z.literal('1.0'),
  identifier: z.string(),
  type: z.string().optional(),
  /** BCP 47. */
  language: z.string().optional(),
  titles: languageMap,
  abstracts: languageMap.default({}),
  keywords: z
    .array(z.object({ label: z.string(), thesaurus: z.string().optional(), uri: z.string().optional() }))
    .default([]),
  box: boundingBox.optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  /** Metres below the surface. */
  depths: z.object({ minimum: z.number().optional(), maximum: z.number().optional() }).optional(),
  people: z
    .array(
      z.object({
        role: z.string(),
        person: z.string().optional(),
        organisation: z.string().optional(),
        email: z.string().optional(),
        orcid: z.string().optional(),
        ror: z.string().optional(),
      }),
    )
    .default([]),
  licence: z.string().optional(),
  doi: z.string().optional(),
  published: z.string().optional(),
  variables: z
    .array(
      z.object({
        name: z.string(),
        standardName: z.string().optional(),
        unit: z.string().optional(),
        uri: z.string().optional(),
        minimum: z.number().optional(),
        maximum: z.number().optional(),
      }),
    )
    .default([]),
  platforms: list,
  instruments: list,
  campaigns: list,
  projects: list,
  links: z
    .array(
      z.object({
        url: z.string(),
        name: z.string().optional(),
        format: z.string().optional(),
        purpose: z.string().optional(),
      }),
    )
    .default([]),
  lineage: z.string().optional(),
  /** Identifier of the series that it belongs to. */
  series: z.string().optional(),
});
export type TableRecord = z.infer<typeof tableRecord>;
