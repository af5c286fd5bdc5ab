import { createHash } from 'node:crypto';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';

type Asked = Pick<HarvestSource, 'protocol' | 'url' | 'options'>;

/**
 * A listing whose checkpoints and high water are kept with what was asked: of another address, protocol or question they
 * say nothing. Whoever mends an address would else go on at page 40 of a list that was never begun.
 */
export async function* placed(
  source: Asked,
  pages: AsyncGenerator<HarvestPage, ListingEnd, void>,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const placeOf = (told: string) => `${nameOf(source)} ${told}`;
  try {
    for (;;) {
      const { done, value } = await pages.next();
      if (done) {
        const { highWater } = value;
        return { ...value, ...(highWater === undefined ? {} : { highWater: placeOf(highWater) }) };
      }
      const { checkpoint } = value;
      yield { ...value, ...(checkpoint === undefined ? {} : { checkpoint: placeOf(checkpoint) }) };
    }
  } finally {
    await pages.return({ complete: false });
  }
}

/** What the protocol told of a place; `undefined` where something else was asked then. */
export function toldOf(source: Asked, place: string | undefined): string | undefined {
  const name = `${nameOf(source)} `;
  return place?.startsWith(name) ? place.slice(name.length) : undefined;
}

/** How many records a page has is no matter. */
function nameOf({ protocol, url, options: { pageSize: _, ...asked } }: Asked): string {
  const question = JSON.stringify([protocol, url, Object.entries(asked).sort()]);
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}
