import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckOptions, type CheckReport, checkDocument } from '#catalogue/checks';
import { DomainError } from '#runtime/errors';
import { projectRoot } from '#runtime/root';
import { AnsweringThread } from './answering-thread.ts';
import { installedSchemas } from './schemas-folder.ts';

type CheckRequest = Omit<CheckOptions, 'schemas'>;

/** Checks documents of strangers, bounded in time and memory, without holding up the pages. */
export type CheckingPool = {
  /** @throws DomainError `too-large` when it takes too long, `unavailable` when too many wait or the thread died */
  check(bytes: Uint8Array, request: CheckRequest): Promise<CheckReport>;
  close(): Promise<void>;
};

type Options = {
  /** The schemas folder, whether it is there or not. */
  folder: string;
  /** Milliseconds for one document, compiling its schemas included. */
  timeLimit?: number;
  script?: string;
};

/** Documents that wait beside the one in work. */
const longestQueue = 20;
/** Of JavaScript objects: a document of the largest size stays far below. */
const memory = { maxOldGenerationSizeMb: 768 };

/**
 * One thread, one document at a time. A document that takes too long is given up with its thread; the next gets a new
 * one. In an installation that is not built, documents are checked in the caller's thread.
 */
export function createCheckingPool({
  folder,
  timeLimit = 30_000,
  script = join(projectRoot(), 'build', 'server', 'checking-worker.js'),
}: Options): CheckingPool {
  let thread: AnsweringThread<{ bytes: Uint8Array; options: CheckRequest }, CheckReport> | undefined;
  let waiting = 0;
  let line: Promise<unknown> = Promise.resolve();

  async function inThread(given: Uint8Array, options: CheckRequest): Promise<CheckReport> {
    if (!thread || thread.dead) thread = new AnsweringThread(script, 'checks documents', { folder }, memory);
    const current = thread;
    // A copy that can be handed over: the bytes may be a view of something larger.
    const bytes = new Uint8Array(given);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void current.close();
    }, timeLimit);
    try {
      return await current.ask({ bytes, options }, [bytes.buffer]);
    } catch (error) {
      // Out of memory, for one.
      if (current.dead && !late)
        throw new DomainError('unavailable', 'The document could not be checked.', { cause: error });
      if (!late) throw error;
      throw new DomainError(
        'too-large',
        `Checking the document took longer than ${timeLimit / 1000} seconds.`,
        { cause: error },
      );
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async check(bytes, request) {
      if (!existsSync(script)) {
        const schemas = installedSchemas(folder);
        return checkDocument(bytes, { ...request, ...(schemas ? { schemas } : {}) });
      }
      if (waiting > longestQueue)
        throw new DomainError('unavailable', 'Too many documents are being checked. Try again in a minute.');
      waiting += 1;
      const turn = line.then(() => inThread(bytes, request));
      line = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      await thread?.close();
    },
  };
}
