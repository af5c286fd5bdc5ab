import type { PackedDocument } from '#ledger';
import type {
  HarvestedDocument,
  HarvestRun,
  HarvestSource,
  RulesVersion,
  RunProblem,
  RunWish,
  SourceFile,
  StagedChange,
} from './types.ts';

/** Sources, implemented by db/. */
export type SourceStore = {
  /** All that were not removed. */
  list(): Promise<HarvestSource[]>;
  listRemoved(): Promise<HarvestSource[]>;
  /** Also one that was removed: its records' addresses go on to tell where they came from. */
  get(id: string): Promise<HarvestSource | null>;
  /** Who owns each source, also those that were removed, and which themes it is meant for. */
  belongings(): Promise<Pick<HarvestSource, 'id' | 'ownerId' | 'themes'>[]>;
  /**
   * Adds or replaces by id. Where its rules are others than before, they become a version of their own.
   * @param cause who changed them, and the run whose rolling back did; `system` unless told
   */
  save(source: HarvestSource, cause?: Pick<RulesVersion, 'undoes'> & { actor: string }): Promise<void>;
  /** Every version of the rules of a source, the newest first. */
  rulesVersions(sourceId: string): Promise<RulesVersion[]>;
};

/** A change to be staged: a `put` brings the bytes, and packed where that was done, unless they are in the store already. */
export type NewStagedChange =
  | (Omit<Extract<StagedChange, { kind: 'put' }>, 'position' | 'document'> & {
      document: { hash: string; bytes?: Uint8Array; packed?: PackedDocument } & Pick<
        HarvestedDocument,
        'mediaType' | 'url'
      > &
        Required<Pick<HarvestedDocument, 'format'>>;
    })
  | Omit<Extract<StagedChange, { kind: 'withdraw' }>, 'position'>
  | Omit<Extract<StagedChange, { kind: 'move' }>, 'position'>;

/** What a run keeps of a page, or a part of one, at once: all of it or nothing. */
export type StagedPage = {
  /** With counts so far and, after the last part of a page, its checkpoint. */
  run: HarvestRun;
  /** A second change of the same record replaces the first. */
  changes: readonly NewStagedChange[];
  /** Upstream identifiers that were met. */
  seen: readonly string[];
  problems: readonly RunProblem[];
};

/** A staged creation that is a record which the source called otherwise. */
export type StagedRename = {
  upstreamIdentifier: string;
  recordId: string;
  formerIdentifier: string;
};

/** How often a run met one rule. */
export type ProblemRule = Pick<RunProblem, 'code' | 'severity'> & {
  problems: number;
  /** Documents that have it; 0 for a problem of the run itself. */
  documents: number;
};

/** Runs, what they stage and their problems, implemented by db/. */
export type RunStore = {
  /**
   * Starts a run under a lease of the source, or takes one up again whose process died or that was paused (same id).
   * @returns the run as it stands, `null` when another live run holds the lease; other runs of the source whose lease
   * lapsed are marked `interrupted`, and what was staged by runs that are neither live nor this one is discarded; a dry
   * run leaves those that are held or paused as they are
   */
  begin(run: HarvestRun, leaseSeconds: number): Promise<HarvestRun | null>;
  /** Renews the lease alone. @throws DomainError `conflict` when it went to another run */
  renew(run: HarvestRun, leaseSeconds: number): Promise<void>;
  /** Saves the run and renews its lease. @throws DomainError `conflict` as above */
  save(run: HarvestRun, leaseSeconds: number): Promise<void>;
  /** Saves the end state and gives the lease back; what was staged stays until `discard` or the next run. */
  finish(run: HarvestRun): Promise<void>;
  /**
   * Changes the state of a run that nobody is at work on: discarded, rolled back.
   * @param run as it was when that was decided
   * @throws DomainError `conflict` when its state is another by now
   */
  settle(run: Pick<HarvestRun, 'id' | 'state'>, state: HarvestRun['state'], message?: string): Promise<void>;
  addProblems(runId: string, problems: readonly RunProblem[]): Promise<void>;
  get(runId: string): Promise<HarvestRun | null>;
  /** Newest first. */
  listBySource(sourceId: string, limit: number): Promise<HarvestRun[]>;
  /** The run of a source that the next start goes on with: interrupted with something staged. */
  unfinished(sourceId: string): Promise<HarvestRun | null>;
  /** @param code of these problems only */
  problemsOf(
    runId: string,
    offset: number,
    limit: number,
    code?: string,
  ): Promise<{ total: number; problems: RunProblem[] }>;
  /** The problems of a run by rule: errors first, then the most frequent. */
  problemRules(runId: string): Promise<ProblemRule[]>;
  /** The last harvest that succeeded and was not rolled back. */
  lastSuccessful(sourceId: string): Promise<HarvestRun | null>;
  /** Whether an earlier run of the source was undone after this one. */
  undoneSince(run: HarvestRun): Promise<boolean>;
  /** The newest run of a source that waits for a person. */
  heldOf(sourceId: string): Promise<HarvestRun | null>;
  /** The run of a source whose changes were stored last before this one: neither a preview nor rolled back. */
  storedBefore(run: HarvestRun): Promise<HarvestRun | null>;
  /** What somebody wants of a run under way. */
  wish(runId: string, wish: RunWish): Promise<void>;
  wishOf(runId: string): Promise<RunWish | null>;
  /** Keeps a page in one transaction, and renews the lease. @throws DomainError `conflict` when the lease was lost */
  stage(page: StagedPage, leaseSeconds: number): Promise<void>;
  /** Of these identifiers, those not marked in the run. */
  unseen(runId: string, upstreamIdentifiers: readonly string[]): Promise<string[]>;
  /** Hashes of staged documents, of these identifiers. */
  stagedHashes(runId: string, upstreamIdentifiers: readonly string[]): Promise<Map<string, string>>;
  /** In order, from behind a position (0 to begin). @param outcome of these changes only */
  staged(
    runId: string,
    afterPosition: number,
    limit: number,
    outcome?: StagedChange['outcome'],
  ): Promise<StagedChange[]>;
  stagedChange(runId: string, upstreamIdentifier: string): Promise<StagedChange | null>;
  countStaged(runId: string): Promise<Record<StagedChange['outcome'], number>>;
  /** Forgets what is staged through a position: it was committed. */
  unstage(runId: string, throughPosition: number): Promise<void>;
  /**
   * Makes creations that a run staged changes of records that go on under another identifier: what they were called is
   * taken for seen, and neither staged for withdrawal nor missing any more. With the counts of the run, at once.
   */
  stageRenames(run: HarvestRun, renames: readonly StagedRename[], leaseSeconds: number): Promise<void>;
  /** Forgets the withdrawals that a run staged. */
  unstageWithdrawals(runId: string): Promise<void>;
  /** Forgets all that a run staged and saw. */
  discard(runId: string): Promise<void>;
  /** Links the problems of a run to the records that its identifiers became. */
  linkProblems(runId: string): Promise<void>;
  /**
   * Notes records that a complete list no longer has, and forgets those of the source that came back.
   * @returns since when each has been missing, by record id
   */
  missing(sourceId: string, recordIds: readonly string[], at: string): Promise<Map<string, string>>;
  /** Forgets that these records were missing. */
  found(recordIds: readonly string[]): Promise<void>;
  /** Forgets the same of all records that a run has seen. */
  foundAgain(run: HarvestRun): Promise<void>;
};

/** A file of a source as it was when everything that it gave was read. */
export type RememberedFile = SourceFile & {
  /** Its documents: what the source calls them, and their hashes. */
  gave: readonly { identifier: string; hash: string }[];
};

/** Files of sources that need not be fetched again while they are unchanged, implemented by db/. */
export type SourceFileStore = {
  /** Those of the addresses that are remembered. */
  get(sourceId: string, addresses: readonly string[]): Promise<RememberedFile[]>;
  /** Remembers files as the run met them. */
  keep(sourceId: string, runId: string, files: readonly RememberedFile[]): Promise<void>;
  /** Forgets the files of the source that the run did not keep. */
  sweep(sourceId: string, runId: string): Promise<void>;
};
