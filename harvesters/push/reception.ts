import { type Actor, actorName, authorise } from '#accounts';
import type { RecordWriter } from '#ledger';
import { DomainError } from '#runtime/errors';
import type { Log } from '#runtime/log';
import type { Harvester, Settled } from '../engine/index.ts';
import type { RunStore, SourceStore } from '../ports.ts';
import type { HarvestedDocument, HarvestRun, RunProblem } from '../types.ts';
import { type Parcel, unpack } from './parcel.ts';

/** Documents taken at once; more are sent in several requests. */
const mostDocuments = 1000;

export type ReceptionPorts = {
  sources: Pick<SourceStore, 'get'>;
  runs: Pick<RunStore, 'problemsOf'>;
  known: Pick<RecordWriter, 'knownOf'>;
  harvester: Pick<Harvester, 'receive'>;
  log: Log;
  /** Appends to the audit trail. */
  audit(actor: Actor, action: string, subject: string, details?: Record<string, unknown>): Promise<void>;
};

/** What became of one document that was sent. */
export type ReceivedDocument = {
  name: string;
  identifier?: string;
  /** Of the record that it is, where that is held. */
  recordId?: string;
  outcome: Settled['outcome'];
  problems: readonly RunProblem[];
};

/** What became of all of them. `held`: nothing was stored, a person decides. */
export type Receipt = { run: HarvestRun; documents: ReceivedDocument[]; problems: readonly RunProblem[] };

/** Where centres send their documents. Each goes through staging, difference and thresholds like one that was harvested. */
export type Reception = {
  /**
   * Whether somebody may send documents to a source that takes them; before anything of what they send is read.
   * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `conflict` for a source that is harvested
   */
  admit(actor: Actor, sourceId: string): Promise<void>;
  /**
   * Takes in what was sent. Parcels of one source are taken in one after the other.
   * @param dryRun nothing is stored
   * @throws DomainError as `admit`; `invalid` for nothing or too much; `conflict` as `Harvester.receive`
   */
  receive(actor: Actor, sourceId: string, parcels: readonly Parcel[], dryRun: boolean): Promise<Receipt>;
  /** Withdraws the record of an identifier. @throws DomainError as `receive`, `not-found` when there is none */
  withdraw(actor: Actor, sourceId: string, identifier: string, dryRun: boolean): Promise<Receipt>;
};

/** Builds the reception over its ports. */
export function createReception(ports: ReceptionPorts): Reception {
  const { sources, runs, known, harvester, log, audit } = ports;
  const queues = new Map<string, Promise<unknown>>();

  async function admit(actor: Actor, sourceId: string): Promise<void> {
    authorise(actor, 'documents.push', { kind: 'source', id: sourceId });
    const source = await sources.get(sourceId);
    if (!source) throw new DomainError('not-found', `There is no source "${sourceId}".`);
    if (source.protocol !== 'push')
      throw new DomainError(
        'conflict',
        `"${sourceId}" is harvested by ${source.protocol}: documents are not sent to it.`,
      );
    if (!source.enabled) throw new DomainError('conflict', `"${sourceId}" is switched off.`);
  }

  /** One after the other for each source, so that a centre may send several at a time. */
  function inTurn<Result>(sourceId: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (queues.get(sourceId) ?? Promise.resolve()).then(work, work);
    const settled = turn
      .catch(() => {})
      .then(() => {
        if (queues.get(sourceId) === settled) queues.delete(sourceId);
      });
    queues.set(sourceId, settled);
    return turn;
  }

  async function take(
    actor: Actor,
    sourceId: string,
    sent: readonly { name: string; document: HarvestedDocument }[],
    problems: RunProblem[],
    dryRun: boolean,
  ): Promise<Receipt> {
    const settled = new Map<HarvestedDocument, Settled>();
    const page = { documents: sent.map(({ document }) => document), problems };
    const run = await harvester.receive(sourceId, page, {
      actor: actorName(actor),
      dryRun,
      onSettled: (document, outcome) => settled.set(document, outcome),
    });
    const { id, state } = run;
    await audit(actor, 'documents.pushed', `source:${sourceId}`, {
      run: id,
      state,
      documents: sent.length,
      dryRun,
    });
    const told = (await runs.problemsOf(id, 0, 10_000)).problems;
    const refusals = new Map(
      told.flatMap((problem) =>
        problem.code === 'record-refused' && problem.identifier ? [[problem.identifier, problem]] : [],
      ),
    );
    const identifiers = [...settled.values()].flatMap(({ identifier }) => identifier ?? []);
    const held = new Map(
      (await known.knownOf(sourceId, identifiers)).map((record) => [
        record.upstreamIdentifier,
        record.recordId,
      ]),
    );
    const documents = sent.map(({ name, document }): ReceivedDocument => {
      const { identifier, outcome = 'refused', problems: own = [] } = settled.get(document) ?? {};
      const recordId = identifier === undefined ? undefined : held.get(identifier);
      const refusal = identifier === undefined ? undefined : refusals.get(identifier);
      return {
        name,
        ...(identifier ? { identifier } : {}),
        ...(recordId ? { recordId } : {}),
        outcome: refusal ? 'refused' : outcome,
        problems: refusal ? [...own, refusal] : own,
      };
    });
    const ofDocuments = new Set(documents.flatMap(({ identifier, name }) => [identifier, name]));
    return {
      run,
      documents,
      problems: told.filter(({ identifier }) => identifier === undefined || !ofDocuments.has(identifier)),
    };
  }

  return {
    admit,
    async receive(actor, sourceId, parcels, dryRun) {
      await admit(actor, sourceId);
      const unpacked = [];
      for (const parcel of parcels) {
        unpacked.push(await unpack(parcel, log));
        if (unpacked.reduce((sum, { documents }) => sum + documents.length, 0) > mostDocuments)
          throw new DomainError(
            'invalid',
            `At most ${mostDocuments} documents are taken at once. Send them in parts.`,
          );
      }
      const documents = unpacked.flatMap((one) => one.documents);
      if (documents.length === 0)
        throw new DomainError('invalid', 'Nothing was sent: the body holds no document.');
      const problems = unpacked.flatMap((one) => one.problems);
      return inTurn(sourceId, () => take(actor, sourceId, documents, problems, dryRun));
    },
    async withdraw(actor, sourceId, identifier, dryRun) {
      await admit(actor, sourceId);
      const document = { identifier, deleted: true, mediaType: '', bytes: new Uint8Array() };
      const receipt = await inTurn(sourceId, async () => {
        const [record] = await known.knownOf(sourceId, [identifier]);
        if (!record) throw new DomainError('not-found', `There is no record "${identifier}" of this source.`);
        return take(actor, sourceId, [{ name: identifier, document }], [], dryRun);
      });
      return receipt;
    },
  };
}
