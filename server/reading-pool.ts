import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DocumentPart, type ReadContext, type ReadResult, readPart } from '#catalogue/formats';
import { projectRoot } from '#runtime/root';
import { AnsweringThread } from './answering-thread.ts';

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

/**
 * Reads documents beside the thread that stores them: on two cores, one reads what comes next while the other commits
 * and indexes what came before.
 * @param size threads; one core is left to the caller unless told. 0 reads everything in the caller's thread, and so
 *   does an installation that is not built.
 */
export function createReadingPool(
  size = Math.min(mostThreads, availableParallelism() - 1),
  script = join(projectRoot(), 'build', 'server', 'reading-worker.js'),
): ReadingPool {
  const threads: AnsweringThread<Order, ReadResult>[] = [];
  const usable = size > 0 && existsSync(script);
  let begun = 0;
  return {
    read(part, context = {}) {
      begun += 1;
      if (!usable || begun <= readHereFirst) return readPart(part, context);
      const place = begun % size;
      let thread = threads[place];
      if (!thread || thread.dead) {
        thread = new AnsweringThread(script, 'reads documents');
        threads[place] = thread;
      }
      // A copy: the bytes may be a view of a whole page, and all of what lies under a view would be copied.
      const bytes = new Uint8Array(part.bytes);
      return thread.ask({ part: { ...part, bytes }, context }, [bytes.buffer]);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
