import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DocumentPart, type ReadContext, type ReadResult, readPart } from '#catalogue/formats';
import { projectRoot } from '#runtime/root';
import { AnsweringThread, ThreadEnded } from './answering-thread.ts';

/** Reading that may take place in other threads. */
export type ReadingPool = {
  /** As `readPart` of catalogue/formats; rejects when the thread that reads dies. */
  read(part: DocumentPart, context?: ReadContext): Promise<ReadResult>;
  close(): Promise<void>;
};

type Order = { part: DocumentPart; context: ReadContext };

/** A small harvest is over before a thread has started. */
const readHereFirst = 200;
const mostThreads = 4;
/** Threads that a document may lose to others before it is given up. */
const mostTries = 5;
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
  const threads: AnsweringThread<Order, ReadResult>[] = [];
  const usable = size > 0 && existsSync(script);
  let begun = 0;

  async function readThere(
    part: DocumentPart,
    context: ReadContext,
    place: number,
    tries: number,
  ): Promise<ReadResult> {
    let thread = threads[place];
    if (!thread || thread.dead) {
      thread = new AnsweringThread(script, 'reads documents', undefined, {}, deadlineMs);
      threads[place] = thread;
    }
    // A copy: the bytes may be a view of a whole page, and all of what lies under a view would be copied.
    const bytes = new Uint8Array(part.bytes);
    try {
      return await thread.ask({ part: { ...part, bytes }, context }, [bytes.buffer]);
    } catch (error) {
      if (!(error instanceof ThreadEnded) || tries <= 1) throw error;
      return readThere(part, context, place, tries - 1);
    }
  }

  return {
    read(part, context = {}) {
      begun += 1;
      // Native code reads netCDF: what it does to this thread nobody could end.
      if (!usable || (begun <= readHereFirst && part.format !== 'netcdf')) return readPart(part, context);
      return readThere(part, context, begun % size, mostTries);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
