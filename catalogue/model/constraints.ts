import { z } from 'zod';
import { citation } from './citation.ts';
import { graphic } from './graphic.ts';
import { languageMap } from './language.ts';
import { responsibility } from './party.ts';
import { scope } from './scope.ts';

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
  /** Documents that the constraints rest on, such as a licence text (ISO 19115-1 reference). */
  references: z.array(citation).optional(),
  /** Pictures of a licence or label. */
  graphics: z.array(graphic).optional(),
  scope: scope.optional(),
  responsibilities: z.array(responsibility).optional(),
});
export type Constraints = z.infer<typeof constraints>;

/** Access right as a COAR term: open, embargoed, restricted, metadata-only. */
export const accessRight = z.enum(['open', 'embargoed', 'restricted', 'metadata-only']);
