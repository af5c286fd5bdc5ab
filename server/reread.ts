import type { House } from './house.ts';
import { interpretationOf } from './interpretation.ts';

/**
 * Enqueues the reading anew of what older readers or other rules made records of, source by source; the sources are not
 * asked.
 * @param readers name of the readers as they are
 * @returns ids of the sources
 */
export async function enqueueRereads(
  {
    stores,
  }: {
    stores: {
      sources: Pick<House['stores']['sources'], 'list'>;
      writer: Pick<House['stores']['writer'], 'isOutdated'>;
      jobs: Pick<House['stores']['jobs'], 'enqueue'>;
    };
  },
  readers: string,
): Promise<string[]> {
  const outdated: string[] = [];
  for (const source of await stores.sources.list()) {
    const interpretation = interpretationOf(source, readers);
    if (!(await stores.writer.isOutdated(source.id, interpretation))) continue;
    await stores.jobs.enqueue({
      kind: 'harvest',
      payload: { action: 'reread', sourceId: source.id },
      idempotencyKey: `reread ${source.id} ${interpretation}`,
    });
    outdated.push(source.id);
  }
  return outdated;
}
