import { createHash } from 'node:crypto';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';

type Asked = Pick<HarvestSource, 'protocol' | 'url' | 'options'>;

/**
 * A listing whose checkpoints and high water are kept with what was asked: of another address, protocol or question they
 * say nothing. Whoever mends an address would else go on at page 40 of a list that was never begun.
 * @param by `readers`: name of what reads, since other readers may read what was refused then, so that a high water says
 *   nothing to them; `begun`: how the listing was begun, since only one begun so can be gone on with
 */
export async function* placed(
  source: Asked,
  { readers, begun }: { readers: string; begun: string },
  pages: AsyncGenerator<HarvestPage, ListingEnd, void>,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  try {
    for (;;) {
      const { done, value } = await pages.next();
      if (done) {
        const { highWater } = value;
        return {
          ...value,
          ...(highWater === undefined ? {} : { highWater: `${nameOf(source, readers)} ${highWater}` }),
        };
      }
      const { checkpoint } = value;
      yield {
        ...value,
        ...(checkpoint === undefined
          ? {}
          : { checkpoint: `${nameOf(source)} ${nameOf(source, begun)} ${checkpoint}` }),
      };
    }
  } finally {
    await pages.return({ complete: false });
  }
}

/**
 * What the protocol told of a place; `undefined` where something else was asked then.
 * @param by of a high water: what reads now; of what stands in a checkpoint: how the listing is begun
 */
export function toldOf(source: Asked, place: string | undefined, by?: string): string | undefined {
  const name = `${nameOf(source, by)} `;
  return place?.startsWith(name) ? place.slice(name.length) : undefined;
}

/** How many records a page has is no matter. */
function nameOf({ protocol, url, options: { pageSize: _, ...asked } }: Asked, by = ''): string {
  const question = JSON.stringify([protocol, url, Object.entries(asked).sort(), by]);
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}
