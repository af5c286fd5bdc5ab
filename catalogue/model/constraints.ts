import { z } from 'zod';
import { languageMap } from './language.ts';

/** A licence that was recognised (by URL, SPDX id or wording). `uri` is canonical where it is known. */
export const licence = z.object({
  /** SPDX id, or our own id for those that have none, e.g. `etalab-2.0`. */
  id: z.string().optional(),
  uri: z.string().optional(),
  title: languageMap.default({}),
});
export type Licence = z.infer<typeof licence>;

/** A text of a constraint with the URI it was anchored to. */
export const constraintText = z.object({ text: languageMap, uri: z.string().optional() });

/** One block of constraints (ISO MD_Constraints, MD_LegalConstraints, MD_SecurityConstraints). */
export const constraints = z.object({
  kind: z.enum(['general', 'legal', 'security']),
  useLimitations: z.array(constraintText).default([]),
  /** ISO MD_RestrictionCode values. */
  accessConstraints: z.array(z.string()).default([]),
  useConstraints: z.array(z.string()).default([]),
  otherConstraints: z.array(constraintText).default([]),
  classification: z.string().optional(),
  userNote: languageMap.optional(),
  classificationSystem: z.string().optional(),
  handlingDescription: languageMap.optional(),
});
export type Constraints = z.infer<typeof constraints>;

/** Access right as a COAR term: open, embargoed, restricted, metadata-only. */
export const accessRight = z.enum(['open', 'embargoed', 'restricted', 'metadata-only']);
