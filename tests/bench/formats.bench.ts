/**
 * Speed and memory of the ISO formats on one core: `npm run bench -- formats [count] [rounds]` (2000 records, 100000
 * readings unless told). The records are made by the generator of the shared folder. Printed: records a second and what
 * that is in records of 15 kB, of reading and of writing in both encodings, beside a bare libxml2 parse of the same bytes
 * (seconds of processor time, collecting of garbage included); then the course of the resident memory of a process that
 * reads and writes record after record, and whose heap may not grow.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { type FormatName, formatOf } from '#catalogue/formats';
import type { CatalogueRecord } from '#catalogue/model';
import { shared } from '#tests/shared.ts';

const count = Number(process.argv[2] ?? 2000);
const passes = 12;
const rounds = Number(process.argv[3] ?? 100_000);
const generator = shared('bench', 'generate.py');
const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-01T00:00:00Z' };
const print = (line: string) => process.stdout.write(`${line}\n`);
/** The size of record that the targets speak of. */
const unit = 15_000;

/** Megabytes of the heap's old space in the process that shows its memory: where records were kept, it would end. */
const heap = 128;

if (process.argv[2] === 'memory') await remember(process.argv[3] ?? '', Number(process.argv[4]));
else if (generator === null) print('The bench needs the generator of the shared folder.');
else {
  const folder = mkdtempSync(join(tmpdir(), 'halocline-bench-'));
  try {
    execFileSync('python3', [generator, '--count', String(count), '--out', folder]);
    await measure(documentsIn(folder));
    print(`memory of ${rounds} records read and written, old space of at most ${heap} MB:`);
    const script = process.argv[1] ?? '';
    const options = [...process.execArgv, `--max-old-space-size=${heap}`];
    const { status } = spawnSync(process.execPath, [...options, script, 'memory', folder, String(rounds)], {
      stdio: 'inherit',
    });
    if (status !== 0) print(`the process ended with ${status}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function documentsIn(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => readFileSync(join(folder, name)));
}

async function measure(documents: readonly Buffer[]): Promise<void> {
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  print(`${documents.length} ISO 19139 records, ${(bytes / documents.length / 1000).toFixed(1)} kB each`);
  const bareParse = () => documents.forEach(parseBare);
  // Nothing is kept of what was read, as in a harvest.
  const [bare = 0, reading = 0] = await fastest([
    bareParse,
    async () => {
      for (const document of documents) await read(document);
    },
  ]);
  row('bare libxml2 parse', documents.length, bytes, bare, bare);
  row('reading ISO 19139', documents.length, bytes, reading, bare);
  const records: CatalogueRecord[] = [];
  for (const document of documents) records.push(await read(document));
  const names = ['iso19139', 'iso19115-3'] as const;
  const written = names.map((name) =>
    records.reduce((sum, record) => sum + Buffer.byteLength(write(record, name)), 0),
  );
  const [again = 0, ...writing] = await fastest([
    bareParse,
    ...names.map((name) => () => {
      for (const record of records) write(record, name);
    }),
  ]);
  for (const [index, name] of names.entries()) {
    const size = (written[index] ?? 0) / records.length / 1000;
    row(`writing ${name}, ${size.toFixed(1)} kB each`, records.length, bytes, writing[index] ?? 0, again);
  }
}

/**
 * Seconds of processor time of the fastest of some passes of each, by turns: the first ones warm up, and other programs
 * may be at work.
 */
async function fastest(tasks: readonly (() => unknown)[]): Promise<number[]> {
  const best = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < passes; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const started = process.cpuUsage();
      await task();
      const { user, system } = process.cpuUsage(started);
      best[index] = Math.min(best[index] ?? Number.POSITIVE_INFINITY, (user + system) / 1_000_000);
    }
  }
  return best;
}

function row(what: string, records: number, bytes: number, seconds: number, bare: number): void {
  const rate = records / seconds;
  print(
    `${what.padEnd(40)} ${Math.round(rate).toString().padStart(7)} records/s, ` +
      `${Math.round(bytes / seconds / unit)
        .toString()
        .padStart(7)} of 15 kB/s, ${(seconds / bare).toFixed(2)} × bare parse`,
  );
}

function parseBare(document: Buffer): void {
  XmlDocument.fromBuffer(document).dispose();
}

async function read(document: Buffer): Promise<CatalogueRecord> {
  const result = await formatOf('iso19139').read?.(document);
  if (!result?.record) throw new Error('A record of the bench was not read.');
  return result.record;
}

function write(record: CatalogueRecord, name: FormatName): string {
  const written = formatOf(name).write?.(record, context);
  if (!written) throw new Error('A record of the bench was not written.');
  return written.text;
}

/** Reads and writes again and again: what is kept of each would show. */
async function remember(folder: string, times: number): Promise<void> {
  const documents = documentsIn(folder);
  const step = Math.max(1, Math.floor(times / 10));
  for (let done = 1; done <= times; done += 1) {
    const document = documents[done % documents.length];
    if (document) write(await read(document), done % 2 === 0 ? 'iso19139' : 'iso19115-3');
    if (done % step === 0)
      print(
        `  resident after ${String(done).padStart(7)} records ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
      );
  }
}
