import { z } from 'zod';
import { spatialExtent, temporalExtent, verticalExtent } from './extent.ts';
import { languageMap } from './language.ts';

/** What part of a resource something holds for (ISO MD_Scope, DQ_Scope). */
export const scope = z.object({
  /** ISO MD_ScopeCode. */
  level: z.string().optional(),
  descriptions: z.array(languageMap).default([]),
  spatialExtents: z.array(spatialExtent).optional(),
  temporalExtents: z.array(temporalExtent).optional(),
  verticalExtents: z.array(verticalExtent).optional(),
});
export type Scope = z.infer<typeof scope>;
