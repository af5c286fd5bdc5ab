import { parentPort } from 'node:worker_threads';
import { type DocumentPart, type ReadContext, readPart } from '#catalogue/formats';

type Order = { id: number; part: DocumentPart; context: ReadContext };

/** A thread that reads metadata documents: what `reading-pool.ts` hands it comes back as record and problems. */
parentPort?.on('message', ({ id, part, context }: Order) => {
  readPart(part, context).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
