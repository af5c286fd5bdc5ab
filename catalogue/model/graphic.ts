import { z } from 'zod';
import { languageMap } from './language.ts';
import { onlineReference } from './party.ts';

/** A picture of the resource. `url` is the name of the file where the document gives no address. */
export const graphic = z.object({
  url: z.string(),
  description: languageMap.optional(),
  type: z.string().optional(),
  /** Name of the file, where the address stands beside it (ISO 19115-1). */
  fileName: languageMap.optional(),
  /** The links to it, where more is told of one than its address. */
  online: z.array(onlineReference).optional(),
});
export type Graphic = z.infer<typeof graphic>;
