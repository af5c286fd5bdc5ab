import { parentPort, type Transferable } from 'node:worker_threads';
import { type DocumentPart, type ReadContext, readPart } from '#catalogue/formats';
import type { Problem } from '#catalogue/model';
import { describeDataFile } from '#datafiles';
import { type PackedDocument, packDocument, type RecordFacts, WrittenRecord } from '#ledger';

export type ReadOrder = { part: DocumentPart; context: ReadContext; pack: boolean };
export type FileOrder = { file: string };
type Order = { id: number } & (ReadOrder | FileOrder);

/** What goes back of a document: JSON, which costs a tenth of what the record itself would, as a message. */
export type ThreadReading = {
  record: { json: string; facts: RecordFacts } | null;
  problems: Problem[];
  packed?: PackedDocument;
};

/** A thread that reads metadata documents and data files: what `reading-pool.ts` hands it comes back as was found. */
parentPort?.on('message', (order: Order) => {
  const { id } = order;
  const work = 'file' in order ? describe(order) : read(order);
  work.then(
    ({ result, transfer }) => parentPort?.postMessage({ id, result }, transfer),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});

type Answer = { result: unknown; transfer: readonly Transferable[] };

async function describe({ file }: FileOrder): Promise<Answer> {
  return { result: await describeDataFile(file), transfer: [] };
}

async function read({ part, context, pack }: ReadOrder): Promise<Answer> {
  const { record, problems } = await readPart(part, context);
  const written = record && WrittenRecord.of(record);
  const packed = written && pack ? ownBytes(packDocument(part.bytes)) : undefined;
  const result: ThreadReading = {
    record: written && { json: written.json, facts: written.facts },
    problems,
    ...(packed ? { packed } : {}),
  };
  return { result, transfer: packed ? [packed.bytes.buffer] : [] };
}

/** What lies in a pool of others can't be handed over alone. */
function ownBytes(packed: PackedDocument): PackedDocument & { bytes: Uint8Array<ArrayBuffer> } {
  const { bytes } = packed;
  const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return { ...packed, bytes: isAlone ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes) };
}
