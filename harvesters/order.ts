import { z } from 'zod';
import type { Harvester, RunOptions } from './engine/index.ts';
import type { HarvestRun } from './types.ts';

/** What a person or a schedule asks of the worker, as it stands in a job. */
export const harvestOrder = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('harvest'),
    sourceId: z.string(),
    dryRun: z.boolean().optional(),
    full: z.boolean().optional(),
    force: z.boolean().optional(),
    actor: z.string().optional(),
  }),
  z.object({
    action: z.literal('reread'),
    sourceId: z.string(),
    dryRun: z.boolean().optional(),
    actor: z.string().optional(),
  }),
  z.object({
    action: z.literal('remove'),
    sourceId: z.string(),
    /** Source that its records are handed over to. */
    heir: z.string().optional(),
    actor: z.string().optional(),
  }),
  z.object({
    action: z.enum(['resume', 'approve', 'roll-back']),
    runId: z.string(),
    actor: z.string().optional(),
  }),
]);
export type HarvestOrder = z.infer<typeof harvestOrder>;

/**
 * Does what an order asks.
 * @returns the run with its end state
 * @throws DomainError as the methods of `Harvester`
 */
export function carryOut(
  order: HarvestOrder,
  harvester: Harvester,
  options: Omit<RunOptions, 'actor'> = {},
): Promise<HarvestRun> {
  const asked = { ...options, ...(order.actor === undefined ? {} : { actor: order.actor }) };
  switch (order.action) {
    case 'harvest': {
      const { dryRun = false, full = false, force = false } = order;
      return harvester.harvest(order.sourceId, { ...asked, dryRun, full, force });
    }
    case 'reread':
      return harvester.reread(order.sourceId, { ...asked, dryRun: order.dryRun ?? false });
    case 'remove':
      return harvester.remove(order.sourceId, {
        ...asked,
        ...(order.heir === undefined ? {} : { heir: order.heir }),
      });
    case 'resume':
      return harvester.resume(order.runId, asked);
    case 'approve':
      return harvester.approve(order.runId, asked);
    case 'roll-back':
      return harvester.rollBack(order.runId, asked);
  }
}
