import { z } from 'zod';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** What the next incremental run needs: it holds only for the very same question. */
const highWater = z.object({ from: z.iso.datetime(), asked: z.string() });

/** Clocks differ, and what changes while a list is read may be missed: the next run begins so much earlier. */
const marginMs = 3_600_000;

/** The moment that a list which begins now speaks for. */
export function beginning(): string {
  return new Date(Date.now() - marginMs).toISOString();
}

/**
 * From when on changes are to be asked for: only where the option `incremental` is `yes`, since these protocols can't tell
 * what was deleted, and only where the last run asked the same.
 * @returns ISO 8601 in UTC
 */
export function sinceOf(source: HarvestSource, context: ListingContext): string | undefined {
  if (source.options['incremental'] !== 'yes' || context.since === undefined) return undefined;
  const last = highWater.safeParse(parsed(context.since));
  return last.success && last.data.asked === questionOf(source) ? last.data.from : undefined;
}

/** For `ListingEnd.highWater`. @param from the beginning of the list, or the last change that it showed */
export function waterOf(source: HarvestSource, from: string): string {
  return JSON.stringify({ from, asked: questionOf(source) } satisfies z.infer<typeof highWater>);
}

function questionOf({ url, options }: HarvestSource): string {
  const { pageSize: _, ...asked } = options;
  return JSON.stringify([url, Object.entries(asked).sort()]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
