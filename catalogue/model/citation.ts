import { z } from 'zod';
import { languageMap, translations } from './language.ts';
import { onlineReference, responsibility } from './party.ts';

/** How something is cited that is itself no part of what is described: an authority, a register. */
export const plainCitation = z.object({
  titles: languageMap.default({}),
  identifiers: z.array(z.string()).default([]),
  dates: z
    .array(z.object({ type: z.string(), date: z.string(), information: z.string().optional() }))
    .default([]),
  url: z.string().optional(),
  edition: z.string().optional(),
  alternateTitles: z.array(languageMap).optional(),
  editionDate: z.string().optional(),
  responsibilities: z.array(responsibility).optional(),
  /** ISO CI_PresentationFormCode values. */
  presentationForms: z.array(z.string()).optional(),
  series: z
    .object({ name: z.string().optional(), issue: z.string().optional(), page: z.string().optional() })
    .optional(),
  otherDetails: z.array(languageMap).optional(),
  collectiveTitle: languageMap.optional(),
  /** Links to it; the address alone of the first is `url`. */
  online: z.array(onlineReference).optional(),
});
export type PlainCitation = z.infer<typeof plainCitation>;

/** An identifier with everything that ISO MD_Identifier tells of it. */
export const citedIdentifier = z.object({
  code: z.string(),
  uri: z.string().optional(),
  codeSpace: z.string().optional(),
  version: z.string().optional(),
  description: languageMap.optional(),
  authority: plainCitation.optional(),
  translations: translations.optional(),
});
export type CitedIdentifier = z.infer<typeof citedIdentifier>;

/** How a document, a specification or a thesaurus is cited. */
export const citation = plainCitation.extend({
  /** The `identifiers` again, where more is told of one than its code. */
  identifierDetails: z.array(citedIdentifier).optional(),
});
export type Citation = z.infer<typeof citation>;
