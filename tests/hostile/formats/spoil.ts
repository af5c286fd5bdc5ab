import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { projectRoot } from '#runtime/root';
import { type MutationName, mutations } from './mutations.ts';
import type { Original } from './originals.ts';
import { createRandom } from './random.ts';
import type { Reading } from './reading.worker.ts';

/** A document is given this long, on a busy machine; the slowest takes a hundredth of it. */
const watchdog = 60_000;
const heapMegabytes = 1024;

export type Fault = { variant: number; original: string; mutations: MutationName[]; what: string };
export type Outcome = {
  seed: number;
  variants: number;
  withRecord: number;
  refused: number;
  /** Milliseconds of the slowest, and which it was. */
  slowest: { milliseconds: number; variant: number; original: string; mutations: MutationName[] };
  /** Highest memory of the process, in bytes. */
  memory: number;
  faults: Fault[];
};

/**
 * Spoils documents in many ways and reads each in a thread beside. A fault is: a reader that throws, a thread that dies or
 * needs too long or too much memory, a document that gives neither a record nor a problem.
 * @param seed the same seed spoils the same documents in the same way
 * @param only a single variant, to look at a fault
 */
export async function spoilAndRead(
  documents: readonly Original[],
  count: number,
  seed: number,
  only?: number,
): Promise<Outcome> {
  const byKind = [...new Set(documents.map(({ kind }) => kind))].map((kind) =>
    documents.filter((document) => document.kind === kind),
  );
  const names = Object.keys(mutations).filter((name): name is MutationName => name in mutations);
  const outcome: Outcome = {
    seed,
    variants: 0,
    withRecord: 0,
    refused: 0,
    slowest: { milliseconds: 0, variant: -1, original: '', mutations: [] },
    memory: 0,
    faults: [],
  };
  const script = await bundledWorker();
  let thread = startThread(script);
  for (let variant = only ?? 0; variant < (only === undefined ? count : only + 1); variant++) {
    const random = createRandom(seed * 1_000_003 + variant);
    // Each kind as often, whatever the number of its documents.
    const kind = byKind[variant % byKind.length] ?? [];
    const original = kind[random.below(kind.length)];
    if (!original) continue;
    const applied = [
      names[random.below(names.length)],
      ...(random.below(4) === 0 ? [names[random.below(names.length)]] : []),
    ].filter((name) => name !== undefined);
    const bytes = applied.reduce(
      (spoilt, name) => (spoilt.length > 0 ? mutations[name](spoilt, random) : spoilt),
      original.bytes,
    );
    const fault = (what: string) =>
      outcome.faults.push({ variant, original: original.name, mutations: applied, what });
    const reading = await readIn(thread, variant, bytes, original.mediaType);
    outcome.variants += 1;
    outcome.memory = Math.max(outcome.memory, process.memoryUsage.rss());
    if ('died' in reading) {
      fault(reading.died);
      await thread.terminate();
      thread = startThread(script);
      continue;
    }
    if (reading.thrown !== undefined) fault(`thrown: ${reading.thrown}`);
    else if (reading.records > 0) outcome.withRecord += 1;
    else outcome.refused += 1;
    // A list of references holds no record and is no error: then a note says so.
    if (reading.thrown === undefined && reading.records + reading.deleted + reading.problems === 0)
      fault('silent: neither a record nor a problem');
    if (reading.milliseconds > outcome.slowest.milliseconds)
      outcome.slowest = {
        milliseconds: Math.round(reading.milliseconds),
        variant,
        original: original.name,
        mutations: applied,
      };
  }
  await thread.terminate();
  return outcome;
}

/** Threads know no TypeScript: the worker is bundled once. */
async function bundledWorker(): Promise<string> {
  const outfile = join(projectRoot(), '.cache', 'hostile', 'reading.worker.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./reading.worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

function startThread(script: string): Worker {
  return new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
}

function readIn(
  thread: Worker,
  id: number,
  bytes: Uint8Array,
  mediaType: string | undefined,
): Promise<Reading | { died: string }> {
  return new Promise((resolve) => {
    const end = (reading: Reading | { died: string }) => {
      clearTimeout(timer);
      thread.off('message', end).off('error', failed).off('exit', ended);
      resolve(reading);
    };
    const failed = (error: Error) => end({ died: `the thread died: ${error.stack ?? error.message}` });
    const ended = (code: number) => end({ died: `the thread ended with ${code}` });
    const timer = setTimeout(() => end({ died: `not read within ${watchdog / 1000} s` }), watchdog);
    thread.on('message', end).on('error', failed).on('exit', ended);
    thread.postMessage({ id, bytes, ...(mediaType ? { mediaType } : {}) });
  });
}

/** The outcome in a few lines. */
export function described({ seed, variants, withRecord, refused, slowest, memory, faults }: Outcome): string {
  return [
    `seed ${seed}: ${variants} spoilt documents, ${withRecord} still gave a record, ${refused} were refused with an error, ${faults.length} faults`,
    `slowest ${slowest.milliseconds} ms (variant ${slowest.variant}: ${slowest.original}, ${slowest.mutations.join(' + ')}), at most ${Math.round(memory / 1024 / 1024)} MB`,
  ].join('\n');
}
