import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type DocumentPart, type ReadContext, type ReadResult, readPart } from '#catalogue/formats';
import { projectRoot } from '#runtime/root';

/** Reading that may take place in other threads. */
export type ReadingPool = {
  /** As `readPart` of catalogue/formats; rejects when the thread that reads dies. */
  read(part: DocumentPart, context?: ReadContext): Promise<ReadResult>;
  close(): Promise<void>;
};

type Answer = { id: number; result: ReadResult } | { id: number; error: string };
type Waiting = { resolve(result: ReadResult): void; reject(error: Error): void };

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
  const threads: ReadingThread[] = [];
  const usable = size > 0 && existsSync(script);
  let begun = 0;
  return {
    read(part, context = {}) {
      begun += 1;
      if (!usable || begun <= readHereFirst) return readPart(part, context);
      const place = begun % size;
      let thread = threads[place];
      if (!thread || thread.dead) {
        thread = new ReadingThread(script);
        threads[place] = thread;
      }
      return thread.read(part, context);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

class ReadingThread {
  dead = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#forget(answer.id);
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(answer.error));
    });
    this.#worker.on('error', (error: Error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('The thread that reads documents has ended.')));
  }

  read(part: DocumentPart, context: ReadContext): Promise<ReadResult> {
    this.#last += 1;
    const id = this.#last;
    // A copy: the bytes may be a view of a whole page, and all of what lies under a view would be copied.
    const bytes = new Uint8Array(part.bytes);
    // While somebody waits for an answer, the process must not end.
    if (this.#waiting.size === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, part: { ...part, bytes }, context }, [bytes.buffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #forget(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #end(error: Error): void {
    this.dead = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
