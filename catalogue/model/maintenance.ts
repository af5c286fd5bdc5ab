import { z } from 'zod';
import { languageMap } from './language.ts';
import { responsibility } from './party.ts';

/** How often, and by whom, a resource or its metadata are kept up to date (ISO MD_MaintenanceInformation). */
export const maintenance = z.object({
  /** ISO MD_MaintenanceFrequencyCode. */
  frequency: z.string().optional(),
  /** ISO 8601 duration. */
  userDefinedFrequency: z.string().optional(),
  nextUpdate: z.string().optional(),
  notes: z.array(languageMap).default([]),
  /** What is maintained: ISO MD_ScopeCode values. */
  scopes: z.array(z.string()).optional(),
  contacts: z.array(responsibility).optional(),
});
export type Maintenance = z.infer<typeof maintenance>;
