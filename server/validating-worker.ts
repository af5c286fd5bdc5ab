import { parentPort, workerData } from 'node:worker_threads';
import type { FormatName } from '#catalogue/formats';
import { openSchemas } from '#catalogue/validation';
import { isValidIn } from './document-validity.ts';

type Order = { id: number; format: FormatName; bytes: Uint8Array };

const schemas = openSchemas(String(workerData));

/** A thread that validates documents: what `document-validator.ts` hands it comes back as a truth value. */
parentPort?.on('message', ({ id, format, bytes }: Order) => {
  try {
    parentPort?.postMessage({ id, result: isValidIn(schemas, format, bytes) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
