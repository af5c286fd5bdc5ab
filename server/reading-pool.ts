import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Transferable } from 'node:worker_threads';
import { type DescribedDataFile, describeDataFile } from '#datafiles';
import { type PartReader, readHere } from '#harvesters';
import { WrittenRecord } from '#ledger';
import { projectRoot } from '#runtime/root';
import { AnsweringThread, ThreadEnded } from './answering-thread.ts';
import type { FileOrder, ReadOrder, ThreadReading } from './reading-worker.ts';

/** Reading that may take place in other threads. */
export type ReadingPool = {
  /** As `readPart` of catalogue/formats, packing the document when told; rejects when the thread that reads dies. */
  read: PartReader;
  /** As `describeDataFile` of datafiles; rejects when the thread that reads dies. */
  describe(file: string): Promise<DescribedDataFile | undefined>;
  close(): Promise<void>;
};

/** A small harvest is over before a thread has started. */
const readHereFirst = 200;
const mostThreads = 4;
/** Threads that a document may lose to others before it is given up. */
const mostTries = 5;
/** What a thread reads it gives away at once: a third of the usual room for what is young is enough. */
const limits = { maxYoungGenerationSizeMb: 16 };
/** The largest documents take a few seconds; native code that turns in circles would take for ever. */
const longestMs = 120_000;

/**
 * Reads documents beside the thread that stores them: on two cores, one reads what comes next while the other commits
 * and indexes what came before.
 * @param size threads; one core is left to the caller unless told. 0 reads everything in the caller's thread, and so
 *   does an installation that is not built.
 * @param deadlineMs a document that takes longer is given up; those that waited behind it are read by another thread
 */
export function createReadingPool(
  size = Math.min(mostThreads, availableParallelism() - 1),
  script = join(projectRoot(), 'build', 'server', 'reading-worker.js'),
  deadlineMs = longestMs,
): ReadingPool {
  const usable = size > 0 && existsSync(script);
  const documents = crewOf<ReadOrder, ThreadReading>(size, script, deadlineMs);
  const files = crewOf<FileOrder, DescribedDataFile | undefined>(size, script, deadlineMs);
  let begun = 0;
  return {
    async read(part, context = {}, pack = false) {
      begun += 1;
      // Native code reads netCDF: what it does to this thread nobody could end.
      if (!usable || (begun <= readHereFirst && part.format !== 'netcdf'))
        return readHere(part, context, pack);
      const { record, ...rest } = await documents.ask(() => {
        // A copy: the bytes may be a view of a whole page, and all of what lies under a view would be copied.
        const bytes = new Uint8Array(part.bytes);
        return { order: { part: { ...part, bytes }, context, pack }, transfer: [bytes.buffer] };
      });
      return { ...rest, record: record && WrittenRecord.fromJson(record.json, record.facts) };
    },
    describe: (file) =>
      usable ? files.ask(() => ({ order: { file }, transfer: [] })) : describeDataFile(file),
    async close() {
      await Promise.all([documents.close(), files.close()]);
    },
  };
}

/** Threads that take turns; one that ended is replaced. */
function crewOf<Order extends object, Result>(size: number, script: string, deadlineMs: number) {
  const threads: AnsweringThread<Order, Result>[] = [];
  let asked = 0;

  /** @param make makes the order anew for each thread that is tried */
  async function ask(
    make: () => { order: Order; transfer: readonly Transferable[] },
    place = asked++ % size,
    tries = mostTries,
  ): Promise<Result> {
    let thread = threads[place];
    if (!thread || thread.dead) {
      thread = new AnsweringThread(script, 'reads documents', undefined, limits, deadlineMs);
      threads[place] = thread;
    }
    const { order, transfer } = make();
    try {
      return await thread.ask(order, transfer);
    } catch (error) {
      if (!(error instanceof ThreadEnded) || tries <= 1) throw error;
      return ask(make, place, tries - 1);
    }
  }

  return {
    ask,
    close: () => Promise.all(threads.map((thread) => thread.close())),
  };
}
