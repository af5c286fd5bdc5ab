import { z } from 'zod';

const standing = z.object({
  position: z.number().int().positive(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  most: z.number(),
  /** What the next page overlaps; empty where it can't be asked to. */
  tail: z.array(z.string()).default([]),
  /** Whether pages overlap wherever they follow each other. */
  seamless: z.boolean().default(true),
  /** How often the list was taken up further back, and how many records were read again for that. */
  back: z.number().default(0),
  again: z.number().default(0),
  /** It moves so much, or the catalogue begins pages where it likes, that pages don't overlap any more. */
  isUnstable: z.boolean().default(false),
});
/** Where a listing stands behind a page. */
export type Standing = z.infer<typeof standing>;

/** Where a run goes on. @param checkpoint of the last page that was stored */
export function resumed(checkpoint: string | undefined): Standing {
  const known = standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data;
  return known ?? standing.parse({ position: 1, listed: 0, lost: 0, most: 0 });
}

/** Why something may be missing. @param canAsk whether single records are asked for before they are withdrawn */
export function gapOf(
  { listed, lost, told, most, seamless, isUnstable, back }: Standing,
  canAsk: boolean,
): { gap?: string } {
  if (lost > 0) return { gap: `${lost} records can't be had from the catalogue.` };
  if (told !== undefined && listed < told)
    return { gap: `The catalogue says that it has ${told} records, but gave ${listed}.` };
  if (isUnstable && back > 0 && !canAsk)
    return { gap: `The list changes faster than it can be read: it was taken up again ${back} times.` };
  // Where pages overlap, nothing slipped through, however the list shrank.
  if (told !== undefined && most > told && !seamless)
    return { gap: `The catalogue shrank from ${most} to ${told} records while it was listed.` };
  return {};
}
