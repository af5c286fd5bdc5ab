import type { KnownRecord, RecordWriter } from '#ledger';
import type { Log } from '#runtime/log';
import type { NewStagedChange, RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestRun, HarvestSource, RunProblem } from '../types.ts';
import {
  type Interpreter,
  type PartReader,
  type Read,
  type Reading,
  readDocument,
} from './document-reader.ts';
import { hashOnce } from './hash.ts';
import { isHeld } from './held.ts';
import type { OnSettled, Settled } from './settled.ts';
import type { Tally } from './tally.ts';

export type IntakePorts = {
  known: Pick<RecordWriter, 'knownOf' | 'listLive'>;
  runs: RunStore;
  log: Log;
  read: PartReader;
};

type Identified = HarvestedDocument & { identifier: string };

/**
 * Takes documents in, a batch at a time: compares by hash, reads what is new, stages it. Each document stands for
 * itself; what can't be read becomes a problem, and what we hold of it stays as it is.
 */
export class Intake {
  /** Readings under way, of documents that were foreseen. */
  readonly #readings = new WeakMap<HarvestedDocument, Promise<Reading>>();

  constructor(
    private readonly source: HarvestSource,
    private readonly run: HarvestRun,
    private readonly tally: Tally,
    private readonly interpreter: Interpreter,
    private readonly ports: IntakePorts,
    private readonly leaseSeconds: number,
    private readonly onSettled: OnSettled = () => {},
  ) {}

  /**
   * Begins to read those documents of a coming batch that seem new, so that other threads work on them while this one
   * stores what came before. A reading that turns out not to be needed is thrown away.
   */
  async foresee(documents: readonly HarvestedDocument[]): Promise<void> {
    const known = await this.#knownOf(documents.filter(isIdentified).map(({ identifier }) => identifier));
    for (const document of documents) {
      if (document.deleted || document.bytes.length === 0 || this.interpreter.leavesOut?.(document)) continue;
      const held = document.identifier ? known.get(document.identifier) : undefined;
      if (isOutdone(document, held) || this.#needsNoReading(held, hashOnce(document))) continue;
      // Whoever takes the batch meets the error; until then nobody may be there to hear it.
      this.#reading(document).catch(() => {});
    }
  }

  #reading(document: HarvestedDocument): Promise<Reading> {
    const begun = this.#readings.get(document);
    if (begun) return begun;
    const reading = readDocument(document, this.source.id, this.interpreter, this.ports.read, this.ports.log);
    this.#readings.set(document, reading);
    return reading;
  }

  /**
   * @param checkpoint where the listing goes on once these are stored, with the last batch of a page
   * @param problems of the page, stored with the batch
   * @returns how many documents of the batch were new to the run
   */
  async take(
    documents: readonly HarvestedDocument[],
    checkpoint: string | undefined,
    problems: RunProblem[],
  ): Promise<number> {
    const { tally } = this;
    const named = documents.filter(isIdentified);
    const known = await this.#knownOf(named.map(({ identifier }) => identifier));
    const batch = new Map<string, InBatch>();
    const unread: { document: HarvestedDocument; hash: string }[] = [];
    const fresh = await this.#fresh(named, known, problems);
    const leaving: NewStagedChange[] = [];
    const unnamed: string[] = [];
    const left: string[] = [];
    const refuse = (document: HarvestedDocument, told: readonly RunProblem[]) => {
      tally.counts.refused += 1;
      this.#settle(document, 'refused', told);
      if (!document.identifier) unnamed.push(unnamedMark, unnamedMark + (document.url ?? ''));
    };
    /** The protocol has told why it could not be had. */
    const refuseHollow = (document: HarvestedDocument) => {
      const name = document.identifier;
      const told = problems.filter((problem) => problem.identifier === name && problem.severity === 'error');
      for (const problem of told) problem.refused = true;
      if (document.lost) tally.counts.lost = (tally.counts.lost ?? 0) + 1;
      refuse(document, told);
    };
    const leave = (document: HarvestedDocument, identifier: string, reason: string) => {
      tally.counts.excluded = (tally.counts.excluded ?? 0) + 1;
      this.#settle(document, 'excluded', [], identifier);
      leaving.push(...withdrawal(known.get(identifier), reason));
    };
    for (const document of fresh) {
      if (document.deleted) {
        const going = withdrawal(known.get(document.identifier), deletedAtSource);
        leaving.push(...going);
        this.#settle(document, going.length > 0 ? 'withdrawn' : 'absent');
        continue;
      }
      const reason = this.interpreter.leavesOut?.(document);
      if (reason !== undefined) {
        leave(document, document.identifier, reason);
        continue;
      }
      if (isHollow(document)) {
        refuseHollow(document);
        continue;
      }
      const hash = hashOnce(document);
      const isUnchanged = document.unchanged !== undefined;
      if (isUnchanged || this.#needsNoReading(known.get(document.identifier), hash)) {
        tally.counts.unchanged += 1;
        this.#settle(document, 'unchanged');
      } else if (isOutdone(document, known.get(document.identifier))) refuseHollow(document);
      else unread.push({ document, hash });
    }
    for (const document of documents) {
      if (isIdentified(document)) continue;
      if (isHollow(document)) refuseHollow(document);
      else unread.push({ document, hash: hashOnce(document) });
    }
    // A document that is unchanged is in no batch, yet its identifier is taken.
    const taken = new Map(fresh.map((document) => [document.identifier, hashOnce(document)]));
    let newcomers = fresh.length;
    for (const { document } of unread) this.#reading(document).catch(() => {});
    for (const { document, hash } of unread) {
      const { change, problems: told, excluded, changedBy = [] } = await this.#reading(document);
      problems.push(...told);
      if (excluded) {
        const { identifier, reason } = excluded;
        // A second document of a name that was met before decides nothing.
        if (!document.identifier && (await this.ports.runs.unseen(this.run.id, [identifier])).length === 1)
          for (const [name, record] of await this.#knownOf([identifier])) known.set(name, record);
        leave(document, identifier, reason);
        left.push(identifier);
        continue;
      }
      if (!change) {
        refuse(document, told);
        continue;
      }
      if (!document.identifier) {
        const { upstreamIdentifier } = change;
        const here = batch.get(upstreamIdentifier)?.hash ?? taken.get(upstreamIdentifier);
        if (!(await this.#firstOf(document, upstreamIdentifier, hash, here, problems))) continue;
        newcomers += 1;
      }
      batch.set(change.upstreamIdentifier, { document, told, change, hash, changedBy });
    }
    for (const { changedBy } of batch.values()) tally.changedBy(changedBy);
    tally.counts.listed += documents.length;
    const changes = [...leaving, ...(await this.#compare([...batch.values()], known))];
    const seen = [
      ...new Set([...fresh.map(({ identifier }) => identifier), ...batch.keys(), ...left, ...unnamed]),
    ];
    await this.#stage(changes, seen, problems, checkpoint);
    return newcomers;
  }

  #settle(
    document: HarvestedDocument,
    outcome: Settled['outcome'],
    problems: readonly RunProblem[] = [],
    identifier = document.identifier,
  ): void {
    this.onSettled(document, { outcome, problems, ...(identifier ? { identifier } : {}) });
  }

  /** Keeps a batch; only then does the run go on from behind it. */
  async #stage(
    changes: NewStagedChange[],
    seen: string[],
    problems: RunProblem[],
    checkpoint: string | undefined,
  ): Promise<void> {
    const counts = this.tally.counted(problems);
    const run = { ...this.run, counts, ...(checkpoint === undefined ? {} : { checkpoint }) };
    await this.ports.runs.stage(
      { run, changes, seen, problems: this.tally.kept(problems) },
      this.leaseSeconds,
    );
    if (checkpoint !== undefined) this.run.checkpoint = checkpoint;
  }

  /** The named documents that the run meets for the first time. */
  async #fresh(
    named: readonly Identified[],
    known: ReadonlyMap<string, KnownRecord>,
    problems: RunProblem[],
  ): Promise<Identified[]> {
    const identifiers = named.map(({ identifier }) => identifier);
    const unseen = new Set(await this.ports.runs.unseen(this.run.id, identifiers));
    const repeated = identifiers.filter((identifier) => !unseen.has(identifier));
    const staged =
      repeated.length > 0 ? await this.ports.runs.stagedHashes(this.run.id, repeated) : undefined;
    const here = new Map<string, string>();
    return named.filter((document) => {
      const { identifier } = document;
      const hash = hashOnce(document);
      if (unseen.has(identifier) && !here.has(identifier)) {
        here.set(identifier, hash);
        return true;
      }
      const first = here.get(identifier) ?? staged?.get(identifier) ?? known.get(identifier)?.documentHash;
      // The same record again is how pages overlap when the source changes under way: no harm, nothing to say. Of one that
      // gave nothing, it can't be told whether it is the same: a page is read again by a run that goes on after a kill.
      if (first !== undefined && first !== hash && !document.deleted)
        this.#duplicate(document, identifier, problems);
      else this.#settle(document, 'unchanged');
      return false;
    });
  }

  /** The same for a document whose identifier was found by reading it. */
  async #firstOf(
    document: HarvestedDocument,
    identifier: string,
    hash: string,
    here: string | undefined,
    problems: RunProblem[],
  ): Promise<boolean> {
    const unseen = await this.ports.runs.unseen(this.run.id, [identifier]);
    if (here === undefined && unseen.length === 1) return true;
    const staged = await this.ports.runs.stagedHashes(this.run.id, [identifier]);
    const first =
      here ?? staged.get(identifier) ?? (await this.#knownOf([identifier])).get(identifier)?.documentHash;
    if (first !== hash) this.#duplicate(document, identifier, problems);
    else this.#settle(document, 'unchanged', [], identifier);
    return false;
  }

  #duplicate(document: HarvestedDocument, identifier: string, problems: RunProblem[]): void {
    this.tally.counts.refused += 1;
    // Only what was named before it was read has an address worth telling.
    const address = document.identifier && document.url ? ` (${document.url})` : '';
    const problem = runProblem(
      'error',
      'duplicate-identifier',
      `The identifier "${identifier}" belongs to another document of this source already; the second one${address} was left out.`,
      'Give each record an identifier of its own.',
      { identifier, refused: true },
    );
    problems.push(problem);
    this.#settle(document, 'refused', [problem], identifier);
  }

  #needsNoReading(held: KnownRecord | undefined, hash: string): boolean {
    return !this.interpreter.readsHeld && isHeld(held, hash, this.interpreter);
  }

  async #knownOf(identifiers: readonly string[]): Promise<Map<string, KnownRecord>> {
    if (identifiers.length === 0) return new Map();
    const known = await this.ports.known.knownOf(this.source.id, identifiers);
    return new Map(known.map((record) => [record.upstreamIdentifier, record]));
  }

  /** What the documents read would change. */
  async #compare(read: readonly InBatch[], known: Map<string, KnownRecord>): Promise<NewStagedChange[]> {
    const { counts } = this.tally;
    const found = read.map(({ change }) => change.upstreamIdentifier).filter((name) => !known.has(name));
    for (const [name, record] of await this.#knownOf(found)) known.set(name, record);
    return read.flatMap(({ change, hash, document: sent, told }): NewStagedChange[] => {
      const { upstreamIdentifier, document, record, problems, overlaid } = change;
      const held = known.get(upstreamIdentifier);
      if (isHeld(held, hash, this.interpreter)) {
        counts.unchanged += 1;
        this.#settle(sent, 'unchanged', told, upstreamIdentifier);
        return [];
      }
      const outcome = !held ? 'created' : held.deleted ? 'restored' : 'updated';
      if (outcome === 'created') counts.created += 1;
      else counts.updated += 1;
      this.#settle(sent, outcome, told, upstreamIdentifier);
      return [
        {
          kind: 'put',
          upstreamIdentifier,
          outcome,
          ...(held ? { recordId: held.recordId } : {}),
          document: { ...document, hash },
          record,
          problems,
          interpretation: this.interpreter.name,
          overlaid,
        },
      ];
    });
  }
}

/** Why a record is withdrawn that its source says is deleted. */
export const deletedAtSource = 'Deleted at the source.';

/** A document that was read, with what was told of it. */
type InBatch = {
  document: HarvestedDocument;
  told: readonly RunProblem[];
  change: Read;
  hash: string;
  changedBy: readonly string[];
};

/**
 * Marks among the identifiers seen: a document could not even be named, and, followed by its address, which one. What came
 * from there before is not to be taken for gone.
 */
export const unnamedMark = '\u0000unnamed ';

/** A record leaves, if it is there at all. */
function withdrawal(held: KnownRecord | undefined, reason: string): NewStagedChange[] {
  if (!held || held.deleted) return [];
  const { upstreamIdentifier, recordId } = held;
  return [{ kind: 'withdraw', outcome: 'withdrawn', upstreamIdentifier, recordId, reason }];
}

function isIdentified(document: HarvestedDocument): document is Identified {
  return document.identifier !== undefined && document.identifier !== '';
}

/** An envelope without content: the protocol has told the problem, and what we hold of it stays. */
function isHollow(document: HarvestedDocument): boolean {
  return document.bytes.length === 0 && document.unchanged === undefined;
}

/** Whether what is held of the record is to stay, since the document only stands in for one that could not be had. */
function isOutdone({ provisional = false }: HarvestedDocument, held: KnownRecord | undefined): boolean {
  return provisional && held !== undefined && !held.deleted;
}
