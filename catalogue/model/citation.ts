import { z } from 'zod';
import { languageMap } from './language.ts';

/** How a document, a specification or a thesaurus is cited. */
export const citation = z.object({
  titles: languageMap.default({}),
  identifiers: z.array(z.string()).default([]),
  dates: z.array(z.object({ type: z.string(), date: z.string() })).default([]),
  url: z.string().optional(),
  edition: z.string().optional(),
});
export type Citation = z.infer<typeof citation>;
