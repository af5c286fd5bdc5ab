import type { House } from './house.ts';

/**
 * Enqueues the reading anew of what older readers made records of, source by source; the sources are not asked.
 * @param interpretation name of the readers as they are
 * @returns ids of the sources
 */
export async function enqueueRereads(
  {
    stores,
  }: {
    stores: {
      writer: Pick<House['stores']['writer'], 'outdated'>;
      jobs: Pick<House['stores']['jobs'], 'enqueue'>;
    };
  },
  interpretation: string,
): Promise<string[]> {
  const outdated = await stores.writer.outdated(interpretation);
  for (const sourceId of outdated)
    await stores.jobs.enqueue({
      kind: 'harvest',
      payload: { action: 'reread', sourceId },
      idempotencyKey: `reread ${sourceId} ${interpretation}`,
    });
  return outdated;
}
