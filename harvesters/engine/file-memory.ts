import type { RecordWriter } from '#ledger';
import type { RememberedFile, SourceFileStore } from '../ports.ts';
import type { HarvestedDocument, HarvestRun, HarvestSource, SourceFile } from '../types.ts';
import type { Interpreter } from './document-reader.ts';
import { hashOnce } from './hash.ts';
import { isHeld } from './held.ts';
import type { OnSettled } from './settled.ts';

/**
 * What is remembered of the files of a source, for one run. Nothing hangs on when it is written: a file counts as known
 * only while all that it gave is held, as it gave it and read as it would be now. What a run staged and never stored, what
 * was rolled back and what other readers made is thereby fetched again.
 */
export class FileMemory {
  /** Of the files of the page in hand; `undefined` where something of it gave no record. */
  readonly #gave = new Map<SourceFile, RememberedFile['gave'][number][] | undefined>();

  /** @param everything nothing may be left out, whatever is remembered */
  constructor(
    private readonly source: HarvestSource,
    private readonly run: HarvestRun,
    private readonly interpreter: Interpreter,
    private readonly everything: boolean,
    private readonly ports: { files: SourceFileStore; known: Pick<RecordWriter, 'knownOf'> },
  ) {}

  /** Those of the files, by address, of which everything is held. */
  async remembered(addresses: readonly string[]): Promise<ReadonlyMap<string, RememberedFile>> {
    if (this.everything) return new Map();
    const files = await this.ports.files.get(this.source.id, addresses);
    const identifiers = files.flatMap(({ gave }) => gave.map(({ identifier }) => identifier));
    const known = new Map(
      (await this.ports.known.knownOf(this.source.id, identifiers)).map((record) => [
        record.upstreamIdentifier,
        record,
      ]),
    );
    const whole = files.filter(({ gave }) =>
      gave.every(({ identifier, hash }) => isHeld(known.get(identifier), hash, this.interpreter)),
    );
    return new Map(whole.map((file) => [file.address, file]));
  }

  /** Notes what became of a document; see `OnSettled`. */
  readonly settled: OnSettled = (document: HarvestedDocument, { identifier, outcome }) => {
    const { file } = document;
    if (!file) return;
    const gave = this.#gave.has(file) ? this.#gave.get(file) : [];
    const isRecord = ['created', 'updated', 'restored', 'unchanged'].includes(outcome);
    if (gave && isRecord && identifier !== undefined) gave.push({ identifier, hash: hashOnce(document) });
    this.#gave.set(file, isRecord ? gave : undefined);
  };

  /** Remembers the files of a page that is staged. @param silent those that gave no documents */
  async keep(silent: readonly SourceFile[] = []): Promise<void> {
    const files = [
      ...[...this.#gave].flatMap(([file, gave]) => (gave ? [{ ...namesOf(file), gave }] : [])),
      ...silent.map((file) => ({ ...namesOf(file), gave: [] })),
    ];
    this.#gave.clear();
    if (files.length > 0 && !this.run.dryRun) await this.ports.files.keep(this.source.id, this.run.id, files);
  }

  /** Forgets the files that a complete list no longer has. */
  async sweep(): Promise<void> {
    if (!this.run.dryRun) await this.ports.files.sweep(this.source.id, this.run.id);
  }
}

/** What is kept of a file; one that was remembered brings what it gave then. */
function namesOf({ address, validator, leads }: SourceFile): SourceFile {
  return { address, validator, ...(leads === undefined ? {} : { leads }) };
}
