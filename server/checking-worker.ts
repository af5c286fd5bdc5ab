import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type CheckOptions, checkDocument } from '#catalogue/checks';
import { installedSchemas } from './schemas-folder.ts';

type Order = { id: number; bytes: Uint8Array; options: Omit<CheckOptions, 'schemas'> };

const { folder } = z.object({ folder: z.string() }).parse(workerData);

/** A thread that checks documents of strangers: what `checking-pool.ts` hands it comes back as a report. */
parentPort?.on('message', ({ id, bytes, options }: Order) => {
  const schemas = installedSchemas(folder);
  checkDocument(bytes, { ...options, ...(schemas ? { schemas } : {}) }).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
