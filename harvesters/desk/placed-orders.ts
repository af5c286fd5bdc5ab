import type { JobStore } from '#runtime/jobs';
import { type HarvestOrder, harvestOrder } from '../order.ts';
import type { RunStore } from '../ports.ts';

/** An order that waits for the worker, is being done, or could not be done. */
export type PlacedOrder = {
  order: HarvestOrder;
  state: 'queued' | 'running' | 'failed';
  /** Why it failed, in a sentence. */
  error?: string;
};

const jobsLookedAt = 500;
/** How long a failed order is told. */
const toldMs = 24 * 3_600_000;

/** Orders of one source, those under way first. @param now milliseconds since 1970 */
export async function placedOrders(
  sourceId: string,
  jobs: Pick<JobStore, 'list'>,
  runs: Pick<RunStore, 'get'>,
  now: number,
): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = [];
  for (const state of ['running', 'queued', 'failed'] as const)
    for (const job of await jobs.list(state, jobsLookedAt)) {
      const order = job.kind === 'harvest' ? harvestOrder.safeParse(job.payload).data : undefined;
      if (!order || (state === 'failed' && now - (job.finishedAt ?? job.createdAt) > toldMs)) continue;
      const ofSource = 'sourceId' in order ? order.sourceId : (await runs.get(order.runId))?.sourceId;
      if (ofSource !== sourceId) continue;
      const error = state === 'failed' && job.lastError ? { error: job.lastError } : {};
      placed.push({ order, state, ...error });
    }
  return placed;
}

/** Whether two orders ask for the same, whoever asks. */
export function sameOrder(one: HarvestOrder, other: HarvestOrder): boolean {
  const asked = ({ actor: _actor, ...order }: HarvestOrder) =>
    JSON.stringify(
      Object.entries(order)
        .filter(([, value]) => value !== false && value !== undefined)
        .sort(),
    );
  return asked(one) === asked(other);
}
