import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PageBuilder } from './page-builder.ts';
import type { HarvestPage } from './types.ts';

/** Characters of a checkpoint beyond which none is given: the run then goes on from the one before. */
const longest = 4_000_000;

/** Where a walk stands. Addresses on the server of the start are kept without it; those met are kept by their hashes. */
export const frontierStanding = z.object({
  waiting: z.array(z.tuple([z.string(), z.number()])),
  met: z.string(),
});
type FrontierStanding = z.infer<typeof frontierStanding>;

export type Waiting = { address: string; depth: number };

/** The documents that a walk from link to link has still to visit, breadth first, each once, to a depth and a number. */
export class Frontier {
  #waiting: Waiting[];
  readonly #met: Set<string>;
  #sinceTold = 0;

  /**
   * @param start address that the walk begins at
   * @param bounds `deepest` is that of the links that are followed (the start has 0), `most` the number of documents
   * @param resumed where the walk stood; that of another start is left aside
   */
  constructor(
    private readonly start: string,
    private readonly bounds: { deepest: number; most: number },
    resumed?: FrontierStanding,
  ) {
    const met = new Set(resumed?.met.match(/.{8}/g));
    if (resumed && met.has(markOf(start))) {
      this.#met = met;
      this.#waiting = resumed.waiting.map(([address, depth]) => ({
        address: new URL(address, start).href,
        depth,
      }));
    } else {
      this.#met = new Set([markOf(start)]);
      this.#waiting = [{ address: start, depth: 0 }];
    }
  }

  /** The next ones to visit, at most so many; none at the end of the walk. */
  take(count: number): Waiting[] {
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    this.#sinceTold += taken.length;
    return taken;
  }

  /**
   * Adds what a document links to, unless it was met before.
   * @param isOpen whether the walk still takes new ones
   * @returns `false` where one is left out
   */
  offer(address: string, from: Waiting, isOpen = true): boolean {
    const mark = markOf(address);
    if (this.#met.has(mark)) return true;
    const { deepest, most } = this.bounds;
    if (!isOpen || from.depth >= deepest || this.#met.size >= most) return false;
    this.#met.add(mark);
    this.#waiting.push({ address, depth: from.depth + 1 });
    return true;
  }

  /** Whether it is time to say where the walk stands: the more there is to say, the rarer, so that saying it stays cheap. */
  get isDue(): boolean {
    return this.#sinceTold > this.#met.size / 100;
  }

  /**
   * Where the walk stands when all that were taken are done with.
   * @param more what the protocol adds
   * @returns the checkpoint of a page, none where it would be too long
   */
  checkpoint(more: Record<string, unknown>): { checkpoint?: string } {
    this.#sinceTold = 0;
    const { origin } = new URL(this.start);
    const waiting = this.#waiting.map(({ address, depth }): [string, number] => [
      address.startsWith(`${origin}/`) && !address.startsWith(`${origin}//`)
        ? address.slice(origin.length)
        : address,
      depth,
    ]);
    const standing: FrontierStanding = { waiting, met: [...this.#met].join('') };
    const text = JSON.stringify({ ...more, ...standing });
    return text.length > longest ? {} : { checkpoint: text };
  }
}

/**
 * What a walk has gathered. Pages that bring nothing new are to be expected, and no sign of a circle: a walk has none.
 */
export function walkedPage(builder: PageBuilder): HarvestPage {
  return { ...builder.take(), again: true };
}

/** 48 bits in 8 characters: among a hundred thousand addresses two are alike once in fifty thousand walks. */
function markOf(address: string): string {
  return createHash('sha256').update(address).digest().subarray(0, 6).toString('base64');
}
