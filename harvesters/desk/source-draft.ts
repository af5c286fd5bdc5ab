import { z } from 'zod';
import { isDomainError } from '#runtime/errors';
import { nextMoment } from '../schedule/index.ts';
import { selectionOf } from '../selection/index.ts';
import { harvestProtocols } from '../types.ts';

const share = z.number().min(0).max(1);
const words = z.string().trim().max(200);
const text = z.string().trim().max(5000);
const absent = z.undefined().optional();

/** Name of a theme or sub-portal; its page has its name without accents, in lower case and with hyphens, as address. */
export const themeName = z
  .string()
  .trim()
  .max(100)
  .regex(/[A-Za-z0-9]/)
  .regex(/^[^\n\r]*$/);

/** What a person says of a source: everything but its identifier, its protocol's own checks and its date. */
export const sourceDraft = z
  .object({
    names: z.object({ en: words, fr: words }).refine(({ en, fr }) => en !== '' || fr !== ''),
    descriptions: z.object({ en: text, fr: text }),
    homepage: z.url({ protocol: /^https?$/ }).or(absent),
    contactEmail: z.email().or(absent),
    protocol: z.enum(harvestProtocols),
    url: z.string().trim().min(1).max(2000),
    options: z.record(z.string().regex(/^[A-Za-z][\w-]*$/), z.string().max(2000)),
    schedule: z
      .string()
      .max(200)
      .refine((expression) => nextMoment(expression, new Date()) !== null)
      .or(absent),
    /** Those of before stay unless told. */
    themes: z.array(themeName).max(20).optional(),
    enabled: z.boolean(),
    allowPrivateAddresses: z.boolean(),
    policy: z.object({ mostGone: share, mostChanged: share, graceDays: z.int().min(0).max(3650) }),
  })
  .superRefine((draft, context) => {
    try {
      selectionOf(draft);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      context.addIssue({ code: 'custom', path: ['options'], message: error.message });
    }
  });
export type SourceDraft = z.infer<typeof sourceDraft>;

/** Identifiers of sources: part of addresses, for ever. */
export const sourceId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
