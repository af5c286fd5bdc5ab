import { system } from '#accounts';
import { reasonTexts } from '#catalogue/identity';
import { createIdentityDesk, type IdentityDecision } from '#ledger/identity';
import { DomainError } from '#runtime/errors';
import type { House } from '../house.ts';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

const pageSize = 200;
const proposalsShown = 50;
const decisionsLooked = 10_000;

/** `halocline identity list`: the clusters, each with its members. */
export async function listClusters(output: Output): Promise<void> {
  await withHouse(async (house) => {
    await house.identity.catchUp();
    const { clusters, records } = await house.stores.identity.countClusters();
    output.line(`${clusters} clusters of ${records} records`);
    for (let after = ''; ; ) {
      const page = await house.stores.identity.clusters(after, pageSize, {});
      const last = page.at(-1);
      if (!last) return;
      for (const { cluster } of page) await showMembers(house, cluster.members, output);
      after = last.name;
    }
  });
}

/** `halocline identity proposals`. */
export async function listProposals(output: Output): Promise<void> {
  await withHouse(async (house) => {
    await house.identity.catchUp();
    const { total, pairs } = await house.stores.identity.proposals(0, proposalsShown, {});
    output.line(`${total} pairs to decide`);
    for (const { left, right, score, reasons } of pairs) {
      const told = reasonTexts(reasons, 'en');
      output.line(
        `${score} points: ${told.for.join(', ')}${told.against.length > 0 ? `; but ${told.against.join(', ')}` : ''}`,
      );
      await showMembers(house, [left, right], output);
    }
  });
}

/** `halocline identity show`. @throws DomainError `not-found` */
export async function showIdentity(id: string, output: Output): Promise<void> {
  await withHouse(async (house) => {
    await house.identity.catchUp();
    const { identity, records } = house.stores;
    if (!(await records.get(id, 'staff'))) throw new DomainError('not-found', `There is no record "${id}".`);
    const cluster = (await identity.clustersOf([id])).get(id);
    if (!cluster) output.line('Alone: no other record describes this resource.');
    for (const member of cluster?.members ?? []) {
      await showMembers(house, [member], output);
      const reasons = member === id ? null : await identity.reasonsBetween(id, member);
      if (reasons) output.line(`    ${reasonTexts(reasons, 'en').for.join(', ')}`);
    }
    const former = (await identity.formerIdentifiers([id])).get(id) ?? [];
    if (former.length > 0) output.line(`Its source once called it ${former.join(', ')}.`);
    for (const decision of await identity.decisions(decisionsLooked))
      if ([...decision.records, ...decision.others].includes(id)) output.line(describeDecision(decision));
  });
}

/** `halocline identity join`. @throws DomainError as `IdentityDesk.join` */
export async function joinRecords(id: string, other: string, output: Output): Promise<void> {
  await decide(output, (desk) => desk.join(system, id, other), 'Joined.');
}

/** `halocline identity split`. @throws DomainError as `IdentityDesk.split` */
export async function splitRecord(id: string, other: string | undefined, output: Output): Promise<void> {
  await decide(output, (desk) => desk.split(system, id, other), 'Split.');
}

/** `halocline identity undo`. @throws DomainError as `IdentityDesk.undo`, `invalid` for what is no number */
export async function undoDecision(decision: string, output: Output): Promise<void> {
  if (!/^\d{1,9}$/.test(decision))
    throw new DomainError('invalid', `"${decision}" is no number of a decision.`);
  await decide(output, (desk) => desk.undo(system, Number(decision)), 'Undone.');
}

/** `halocline identity rebuild`. */
export async function rebuildIdentity(output: Output): Promise<void> {
  await withHouse(async ({ identity, indexer, stores }) => {
    await identity.rebuild(({ followed }) => output.progress(`${followed} records looked at`));
    await indexer.catchUp();
    output.done();
    const { clusters, records } = await stores.identity.countClusters();
    output.line(`${clusters} clusters of ${records} records`);
  });
}

async function decide(
  output: Output,
  act: (desk: ReturnType<typeof createIdentityDesk>) => Promise<void>,
  done: string,
): Promise<void> {
  await withHouse(async ({ identity, indexer, stores }) => {
    await identity.catchUp();
    await act(createIdentityDesk({ store: stores.identity, records: stores.records }));
    await indexer.catchUp();
    output.line(done);
  });
}

async function showMembers({ stores }: House, ids: readonly string[], output: Output): Promise<void> {
  for (const [place, record] of (await stores.records.getMany(ids, 'staff')).entries()) {
    const title = Object.values(record.record.resource.titles)[0] ?? '';
    output.line(
      `${place === 0 ? '*' : ' '} ${record.id} ${record.sourceId} ${record.upstreamIdentifier} ${title}`,
    );
  }
}

function describeDecision({ id, kind, records, others, at, actor, ended }: IdentityDecision): string {
  const what = kind === 'join' ? 'joined with' : 'split from';
  return `decision ${id}, ${at} by ${actor}: ${records.join(' ')} ${what} ${others.join(' ')}${ended ? ` (undone ${ended.at})` : ''}`;
}
