import { parentPort } from 'node:worker_threads';
import { type DocumentPart, type ReadContext, readPart } from '#catalogue/formats';
import { describeDataFile } from '#datafiles';

type Order = { id: number } & ({ part: DocumentPart; context: ReadContext } | { file: string });

/** A thread that reads metadata documents and data files: what `reading-pool.ts` hands it comes back as was found. */
parentPort?.on('message', (order: Order) => {
  const { id } = order;
  const work = 'file' in order ? describeDataFile(order.file) : readPart(order.part, order.context);
  work.then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
