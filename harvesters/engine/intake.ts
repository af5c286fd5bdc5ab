import { createHash } from 'node:crypto';
import {
  type DocumentPart,
  type ReadContext,
  type ReadResult,
  readPart,
  recogniseFormat,
} from '#catalogue/formats';
import type { CatalogueRecord } from '#catalogue/model';
import type { ChangeOutcome, KnownRecord, Ledger, RecordChange, RecordWriter } from '#ledger';
import { isDomainError } from '#runtime/errors';
import type { Log } from '#runtime/log';
import type { RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestRun, HarvestSource, RunProblem } from '../types.ts';
import type { Tally } from './tally.ts';

export type IntakePorts = {
  ledger: Ledger;
  known: Pick<RecordWriter, 'knownOf' | 'listLive'>;
  runs: RunStore;
  log: Log;
  onCommitted: (outcomes: ChangeOutcome[]) => void;
};

type Identified = HarvestedDocument & { identifier: string };
type Change = Extract<RecordChange, { kind: 'put' }>;

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

  constructor(
    private readonly source: HarvestSource,
    private readonly run: HarvestRun,
    private readonly tally: Tally,
    private readonly ports: IntakePorts,
  ) {}

  /** @returns how many documents of the batch were new to the run */
  async take(documents: readonly HarvestedDocument[]): Promise<number> {
    const { tally, ports } = this;
    const named = documents.filter(isIdentified);
    const known = await this.#knownOf(named.map(({ identifier }) => identifier));
    const problems: RunProblem[] = [];
    const batch = new Map<string, { change: Change; hash: string }>();
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
      const hash = hashOf(document.bytes);
      if (this.run.dryRun) this.#dryHashes.set(document.identifier, hash);
      const held = known.get(document.identifier);
      if (held && !held.deleted && held.documentHash === hash) tally.counts.unchanged += 1;
      else unread.push({ document, hash });
    }
    for (const document of documents) {
      if (isIdentified(document)) continue;
      if (isHollow(document)) this.#refuse(document);
      else unread.push({ document, hash: hashOf(document.bytes) });
    }
    let newcomers = fresh.length;
    for (const { document, hash } of unread) {
      const change = await this.#read(document, problems);
      if (!change) continue;
      if (!document.identifier) {
        if (!(await this.#firstOf(change.upstreamIdentifier, hash, batch, problems))) continue;
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
      const hash = hashOf(document.bytes);
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
    batch: ReadonlyMap<string, { hash: string }>,
    problems: RunProblem[],
  ): Promise<boolean> {
    const here = batch.get(identifier)?.hash;
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

  /** Reads a document; `null` when it gives no record, with the reason among the problems. */
  async #read(document: HarvestedDocument, problems: RunProblem[]): Promise<Change | null> {
    const { bytes, url, mediaType } = document;
    const context = { ...(url ? { baseUrl: url } : {}), ...(mediaType ? { mediaType } : {}) };
    const format = document.format ?? recogniseFormat(bytes, context);
    const name = document.identifier ?? document.fallbackIdentifier;
    const naming = name ? { identifier: name } : {};
    if (!format) {
      this.#refuse(document);
      problems.push(
        runProblem(
          'error',
          'format-unknown',
          `The document is in no format that is read here${url ? `: ${url}` : ''}.`,
          'Serve ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite or schema.org.',
          naming,
        ),
      );
      return null;
    }
    const { record, problems: found } = await this.#readSafely({ format, bytes }, context);
    const told = found
      .filter(({ severity }) => severity !== 'info')
      .map((problem) => ({ ...problem, ...naming }));
    problems.push(...told);
    if (!record) {
      this.#refuse(document);
      return null;
    }
    const identifier = document.identifier ?? record.metadataIdentifier?.trim();
    return {
      kind: 'put',
      sourceId: this.source.id,
      upstreamIdentifier: identifier || this.#derive(document, record, problems),
      document: { bytes, format, mediaType, ...(url ? { url } : {}) },
      record,
      problems: found,
    };
  }

  /** A reader that throws has a fault; that is one document's misfortune, not the run's. */
  async #readSafely(part: DocumentPart, context: ReadContext): Promise<ReadResult> {
    try {
      return await readPart(part, context);
    } catch (error) {
      this.ports.log.error({ err: error, runId: this.run.id, url: context.baseUrl }, 'a reader failed');
      const problem = runProblem(
        'error',
        'reader-failed',
        'Reading the document failed by a fault of this catalogue.',
        'Tell the operator; the document is not at fault.',
      );
      return { record: null, problems: [problem] };
    }
  }

  #refuse(document: HarvestedDocument): void {
    this.tally.counts.refused += 1;
    if (!document.identifier) this.unnamed.add(document.url ?? '');
  }

  /** A record without identifier gets one from what stays the same: its file's path, else its title and first link. */
  #derive(document: HarvestedDocument, record: CatalogueRecord, problems: RunProblem[]): string {
    const { titles, distributions } = record.resource;
    const content = JSON.stringify([Object.values(titles).sort(), distributions[0]?.url ?? '']);
    const derived = document.fallbackIdentifier ?? `derived:${hashOf(Buffer.from(content)).slice(0, 32)}`;
    problems.push(
      runProblem(
        'warning',
        'identifier-derived',
        `The record has no identifier of its own; "${derived}" was derived from its ${document.fallbackIdentifier ? 'address' : 'title and link'}.`,
        'Give the record an identifier that never changes: otherwise a new address or title makes it a new record.',
        { identifier: derived },
      ),
    );
    return derived;
  }

  async #commit(changes: Change[], problems: RunProblem[]): Promise<void> {
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
    for (const { change, outcome } of await this.#commitEach(changes, problems)) {
      if (outcome.outcome === 'created') counts.created += 1;
      else if (outcome.outcome === 'unchanged') counts.unchanged += 1;
      else counts.updated += 1;
      ids.set(change.upstreamIdentifier, outcome.recordId);
    }
    for (const problem of problems) {
      const recordId = ids.get(problem.identifier ?? '');
      if (recordId) problem.recordId = recordId;
    }
  }

  /** Commits a batch; where the ledger refuses it, one by one, so that only the culprit stays out. */
  async #commitEach(
    changes: Change[],
    problems: RunProblem[],
  ): Promise<{ change: Change; outcome: ChangeOutcome }[]> {
    const cause = { actor: 'system', runId: this.run.id };
    try {
      const outcomes = await this.ports.ledger.commit(changes, cause);
      this.ports.onCommitted(outcomes);
      return changes.flatMap((change, index) => {
        const outcome = outcomes[index];
        return outcome ? [{ change, outcome }] : [];
      });
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'invalid') throw error;
      const [only] = changes;
      if (changes.length === 1 && only) {
        this.tally.counts.refused += 1;
        const { upstreamIdentifier: identifier } = only;
        problems.push(
          runProblem('error', 'record-refused', error.message, 'Mend the record.', { identifier }),
        );
        return [];
      }
    }
    const done = [];
    for (const change of changes) done.push(...(await this.#commitEach([change], problems)));
    return done;
  }
}

function isIdentified(document: HarvestedDocument): document is Identified {
  return document.identifier !== undefined && document.identifier !== '';
}

/** An envelope without content: the protocol has told the problem, and what we hold of it stays. */
function isHollow(document: HarvestedDocument): boolean {
  return document.bytes.length === 0;
}

/** SHA-256 in hex, as the ledger keeps it of each document. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
