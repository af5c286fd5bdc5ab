import { z } from 'zod';
import { plainCitation } from './citation.ts';
import { languageMap, translations } from './language.ts';

/** A reference system of coordinates, heights or time, by identifier: `4326` of `EPSG`. */
export const referenceSystem = z.object({
  code: z.string(),
  codeSpace: z.string().optional(),
  version: z.string().optional(),
  name: languageMap.optional(),
  uri: z.string().optional(),
  /** ISO MD_ReferenceSystemTypeCode. */
  type: z.string().optional(),
  authority: plainCitation.optional(),
  translations: translations.optional(),
});
export type ReferenceSystem = z.infer<typeof referenceSystem>;
