import { parentPort } from 'node:worker_threads';
import { readPart, splitDocument } from '#catalogue/formats';

type Order = { id: number; bytes: Uint8Array; mediaType?: string };

/** What became of one document. */
export type Reading = {
  id: number;
  records: number;
  deleted: number;
  errors: number;
  problems: number;
  milliseconds: number;
  /** What a reader threw. */
  thrown?: string;
};

/** Reads documents as a harvest does. */
parentPort?.on('message', async ({ id, bytes, mediaType }: Order) => {
  const started = performance.now();
  const reading: Reading = { id, records: 0, deleted: 0, errors: 0, problems: 0, milliseconds: 0 };
  try {
    const context = mediaType === undefined ? {} : { mediaType };
    const { parts, problems } = await splitDocument(bytes, context);
    const told = [...problems];
    for (const part of parts) {
      const read = await readPart(part, context);
      told.push(...read.problems);
      if (read.record) reading.records += 1;
      else if (part.deleted) reading.deleted += 1;
    }
    reading.problems = told.length;
    reading.errors = told.filter(({ severity }) => severity === 'error').length;
  } catch (error) {
    reading.thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  reading.milliseconds = performance.now() - started;
  parentPort?.postMessage(reading);
});
