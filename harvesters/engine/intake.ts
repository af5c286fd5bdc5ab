import type { ChangeOutcome, KnownRecord, Ledger, RecordWriter } from '#ledger';
import type { Log } from '#runtime/log';
import type { RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestRun, HarvestSource, RunProblem } from '../types.ts';
import { commitEach } from './commit.ts';
import { type PartReader, type Put, type Reading, readDocument } from './document-reader.ts';
import { hashOf } from './hash.ts';
import type { Tally } from './tally.ts';

export type IntakePorts = {
  ledger: Ledger;
  known: Pick<RecordWriter, 'knownOf' | 'listLive'>;
  runs: RunStore;
  log: Log;
  read: PartReader;
  onCommitted: (outcomes: ChangeOutcome[]) => void;
};

type Identified = HarvestedDocument & { identifier: string };

/**
 * Takes documents in, a batch at a time: compares by hash, reads what is new, commits it. Each document stands for
 * itself; what can't be read becomes a problem, and what we hold of it stays as it is.
 */
export class Intake {
  /** Records that the source says are deleted, by upstream identifier; withdrawn at the end, under the guard. */
  readonly deletions = new Map<string, string>();
  /** Addresses of documents that could not even be named: what came from there before is not to be taken for gone. */
  readonly unnamed = new Set<string>();
  /** Hashes by identifier in a dry run, where the ledger can't tell a repetition. */
  readonly #dryHashes = new Map<string, string>();

  /** Readings under way, of documents that were foreseen. */
  readonly #readings = new WeakMap<HarvestedDocument, Promise<Reading>>();

  constructor(
    private readonly source: HarvestSource,
    private readonly run: HarvestRun,
    private readonly tally: Tally,
    private readonly ports: IntakePorts,
  ) {}

  /**
   * Begins to read those documents of a coming batch that seem new, so that other threads work on them while this one
   * stores what came before. A reading that turns out not to be needed is thrown away.
   */
  async foresee(documents: readonly HarvestedDocument[]): Promise<void> {
    const known = await this.#knownOf(documents.filter(isIdentified).map(({ identifier }) => identifier));
    for (const document of documents) {
      if (document.deleted || isHollow(document)) continue;
      const held = document.identifier ? known.get(document.identifier) : undefined;
      if (held && !held.deleted && held.documentHash === hashOnce(document)) continue;
      // Whoever takes the batch meets the error; until then nobody may be there to hear it.
      this.#reading(document).catch(() => {});
    }
  }

  #reading(document: HarvestedDocument): Promise<Reading> {
    const begun = this.#readings.get(document);
    if (begun) return begun;
    const reading = readDocument(document, this.source.id, this.ports.read, this.ports.log);
    this.#readings.set(document, reading);
    return reading;
  }

  /** @returns how many documents of the batch were new to the run */
  async take(documents: readonly HarvestedDocument[]): Promise<number> {
    const { tally, ports } = this;
    const named = documents.filter(isIdentified);
    const known = await this.#knownOf(named.map(({ identifier }) => identifier));
    const problems: RunProblem[] = [];
    const batch = new Map<string, { change: Put; hash: string }>();
    const unread: { document: HarvestedDocument; hash: string }[] = [];
    const fresh = await this.#fresh(named, known, batch, problems);
    for (const document of fresh) {
      if (document.deleted) {
        this.#delete(document.identifier, known);
        continue;
      }
      this.deletions.delete(document.identifier);
      if (isHollow(document)) {
        this.#refuse(document);
        continue;
      }
      const hash = hashOnce(document);
      if (this.run.dryRun) this.#dryHashes.set(document.identifier, hash);
      const held = known.get(document.identifier);
      if (held && !held.deleted && held.documentHash === hash) tally.counts.unchanged += 1;
      else unread.push({ document, hash });
    }
    for (const document of documents) {
      if (isIdentified(document)) continue;
      if (isHollow(document)) this.#refuse(document);
      else unread.push({ document, hash: hashOnce(document) });
    }
    // A document that is unchanged is in no batch, yet its identifier is taken.
    const taken = new Map(fresh.map((document) => [document.identifier, hashOnce(document)]));
    let newcomers = fresh.length;
    for (const { document } of unread) this.#reading(document).catch(() => {});
    for (const { document, hash } of unread) {
      const { change, problems: told } = await this.#reading(document);
      problems.push(...told);
      if (!change) {
        this.#refuse(document);
        continue;
      }
      if (!document.identifier) {
        const { upstreamIdentifier } = change;
        const here = batch.get(upstreamIdentifier)?.hash ?? taken.get(upstreamIdentifier);
        if (!(await this.#firstOf(upstreamIdentifier, hash, here, problems))) continue;
        newcomers += 1;
      }
      batch.set(change.upstreamIdentifier, { change, hash });
    }
    tally.counts.listed += documents.length;
    await this.#commit(
      [...batch.values()].map(({ change }) => change),
      problems,
    );
    await tally.problems(problems);
    await ports.runs.markSeen(this.run.id, [
      ...new Set([...fresh.map(({ identifier }) => identifier), ...batch.keys()]),
    ]);
    return newcomers;
  }

  /** The named documents that the run meets for the first time. */
  async #fresh(
    named: readonly Identified[],
    known: ReadonlyMap<string, KnownRecord>,
    batch: ReadonlyMap<string, { hash: string }>,
    problems: RunProblem[],
  ): Promise<Identified[]> {
    const unseen = new Set(
      await this.ports.runs.unseen(
        this.run.id,
        named.map(({ identifier }) => identifier),
      ),
    );
    const here = new Map<string, string>();
    return named.filter((document) => {
      const { identifier } = document;
      const hash = hashOnce(document);
      if (unseen.has(identifier) && !here.has(identifier)) {
        here.set(identifier, hash);
        return true;
      }
      const first = here.get(identifier) ?? batch.get(identifier)?.hash ?? this.#hashHeld(identifier, known);
      // The same record again is how pages overlap when the source changes under way: no harm, nothing to say.
      if (first !== hash && !document.deleted) this.#duplicate(document, identifier, problems);
      return false;
    });
  }

  /** The same for a document whose identifier was found by reading it. */
  async #firstOf(
    identifier: string,
    hash: string,
    here: string | undefined,
    problems: RunProblem[],
  ): Promise<boolean> {
    const unseen = await this.ports.runs.unseen(this.run.id, [identifier]);
    if (here === undefined && unseen.length === 1) {
      if (this.run.dryRun) this.#dryHashes.set(identifier, hash);
      return true;
    }
    const first = here ?? this.#hashHeld(identifier, await this.#knownOf([identifier]));
    if (first !== hash) this.#duplicate({}, identifier, problems);
    return false;
  }

  #duplicate(document: Pick<HarvestedDocument, 'url'>, identifier: string, problems: RunProblem[]): void {
    this.tally.counts.refused += 1;
    problems.push(
      runProblem(
        'error',
        'duplicate-identifier',
        `The identifier "${identifier}" belongs to another document of this source already; the second one${document.url ? ` (${document.url})` : ''} was left out.`,
        'Give each record an identifier of its own.',
        { identifier },
      ),
    );
  }

  #hashHeld(identifier: string, known: ReadonlyMap<string, KnownRecord>): string | undefined {
    return this.#dryHashes.get(identifier) ?? known.get(identifier)?.documentHash;
  }

  #delete(identifier: string, known: ReadonlyMap<string, KnownRecord>): void {
    const held = known.get(identifier);
    if (held && !held.deleted) this.deletions.set(identifier, held.recordId);
  }

  async #knownOf(identifiers: readonly string[]): Promise<Map<string, KnownRecord>> {
    if (identifiers.length === 0) return new Map();
    const known = await this.ports.known.knownOf(this.source.id, identifiers);
    return new Map(known.map((record) => [record.upstreamIdentifier, record]));
  }

  #refuse(document: HarvestedDocument): void {
    this.tally.counts.refused += 1;
    if (!document.identifier) this.unnamed.add(document.url ?? '');
  }

  async #commit(changes: Put[], problems: RunProblem[]): Promise<void> {
    const { counts } = this.tally;
    if (changes.length === 0) return;
    if (this.run.dryRun) {
      const known = await this.#knownOf(changes.map(({ upstreamIdentifier }) => upstreamIdentifier));
      for (const { upstreamIdentifier, document } of changes) {
        const held = known.get(upstreamIdentifier);
        if (!held) counts.created += 1;
        else if (held.documentHash === hashOf(document.bytes) && !held.deleted) counts.unchanged += 1;
        else counts.updated += 1;
      }
      return;
    }
    const ids = new Map<string, string>();
    const { ledger, onCommitted } = this.ports;
    for (const done of await commitEach(changes, this.run.id, ledger, onCommitted)) {
      const { upstreamIdentifier: identifier } = done.change;
      if ('refusal' in done) {
        counts.refused += 1;
        problems.push(
          runProblem('error', 'record-refused', done.refusal, 'Mend the record.', { identifier }),
        );
        continue;
      }
      const { outcome, recordId } = done.outcome;
      if (outcome === 'created') counts.created += 1;
      else if (outcome === 'unchanged') counts.unchanged += 1;
      else counts.updated += 1;
      ids.set(identifier, recordId);
    }
    for (const problem of problems) {
      const recordId = ids.get(problem.identifier ?? '');
      if (recordId) problem.recordId = recordId;
    }
  }
}

const hashes = new WeakMap<HarvestedDocument, string>();

/** The hash is asked for at several places of one intake. */
function hashOnce(document: HarvestedDocument): string {
  let hash = hashes.get(document);
  if (hash === undefined) {
    hash = hashOf(document.bytes);
    hashes.set(document, hash);
  }
  return hash;
}

function isIdentified(document: HarvestedDocument): document is Identified {
  return document.identifier !== undefined && document.identifier !== '';
}

/** An envelope without content: the protocol has told the problem, and what we hold of it stays. */
function isHollow(document: HarvestedDocument): boolean {
  return document.bytes.length === 0;
}
