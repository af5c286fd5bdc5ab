import { z } from 'zod';
import { isDomainError } from '#runtime/errors';
import { type DigestSettings, digestFrequencies, digestLanguages } from '../digest/index.ts';
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

/** Where it stands among the sources that have the same resource: the lower, the earlier; 100 unless told. */
export const precedenceRank = z.int().min(1).max(9999);

const digestDraft = z
  .object({
    frequency: z.enum(digestFrequencies).or(absent),
    recipients: z.array(z.email()).min(1).max(20).or(absent),
    language: z.enum(digestLanguages).or(absent),
  })
  .transform(
    ({ frequency, recipients, language }): DigestSettings => ({
      ...(frequency ? { frequency } : {}),
      ...(recipients ? { recipients } : {}),
      ...(language ? { language } : {}),
    }),
  );

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
    /** E-mail address of an account, '' for nobody. Whoever owns it stays unless told. */
    owner: z.email().or(z.literal('')).optional(),
    /** What it was stays unless told; `null` for the usual one. */
    precedence: precedenceRank.nullable().optional(),
    /** As it was unless told; what is absent in it follows the configuration and the source. */
    digest: digestDraft.optional(),
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
