import { identityProfile } from '#catalogue/identity';
import type { Continued } from '#ledger/identity';
import type { StagedRename } from '../ports.ts';
import { deletedAtSource } from './intake.ts';
import type { Leaving, LeavingPorts } from './withdrawal.ts';

const pageSize = 200;
const renamesAtOnce = 200;

type Finding = Continued & { upstreamIdentifier: string };

/**
 * Recognises records that the source calls otherwise now: what is staged as new and is the same as one that is gone becomes
 * a change of that. Where several fit equally well, nothing is guessed: one is gone, one is new.
 * @param gone number of records that are no longer listed
 */
export async function stageRenames(leaving: Leaving, gone: number, ports: LeavingPorts): Promise<void> {
  const { run, tally, leaseSeconds } = leaving;
  const { runs, identity } = ports;
  if (!identity || run.kind !== 'harvest') return;
  const { created, withdrawn } = await runs.countStaged(run.id);
  if (created === 0 || gone + withdrawn === 0) return;
  await identity.catchUp();
  const renames = onePerRecord(await findings(leaving, identity, ports));
  for (let start = 0; start < renames.length; start += renamesAtOnce) {
    const some = renames.slice(start, start + renamesAtOnce);
    tally.counts.created -= some.length;
    tally.counts.renamed = (tally.counts.renamed ?? 0) + some.length;
    await runs.stageRenames({ ...run, counts: { ...tally.counts } }, some, leaseSeconds);
  }
}

async function findings(
  { source, run, complete }: Leaving,
  identity: NonNullable<LeavingPorts['identity']>,
  { runs }: LeavingPorts,
): Promise<Finding[]> {
  const isGone = async (identifiers: readonly string[]) => {
    const missing = complete ? await runs.unseen(run.id, identifiers) : [];
    const found = new Set(missing);
    for (const identifier of identifiers) {
      const change = found.has(identifier) ? null : await runs.stagedChange(run.id, identifier);
      if (change?.kind === 'withdraw' && change.reason === deletedAtSource) found.add(identifier);
    }
    return found;
  };
  const all: Finding[] = [];
  for (let after = 0; ; ) {
    const page = await runs.staged(run.id, after, pageSize, 'created');
    const last = page.at(-1);
    if (!last) return all;
    after = last.position;
    for (const change of page) {
      if (change.kind !== 'put') continue;
      const { upstreamIdentifier } = change;
      const profile = identityProfile(change.record.record);
      const continued = await identity.continued(source.id, upstreamIdentifier, profile, isGone);
      if (continued) all.push({ ...continued, upstreamIdentifier });
    }
    await new Promise(setImmediate);
  }
}

/** Of several new ones that continue one record, the likeliest, unless two are equally likely. */
function onePerRecord(all: readonly Finding[]): StagedRename[] {
  const byRecord = new Map<string, Finding[]>();
  for (const finding of all)
    byRecord.set(finding.recordId, [...(byRecord.get(finding.recordId) ?? []), finding]);
  return [...byRecord.values()].flatMap((found) => {
    const [best, next] = found.sort(
      (one, other) => Number(other.formerly) - Number(one.formerly) || other.score - one.score,
    );
    if (!best || (next && next.score === best.score && next.formerly === best.formerly)) return [];
    const { upstreamIdentifier, recordId, formerIdentifier } = best;
    return [{ upstreamIdentifier, recordId, formerIdentifier }];
  });
}
