/**
 * Speed and memory of the ISO formats on one core: `npx tsx tests/bench/formats.bench.ts [count] [rounds]` (2000 records,
 * 100000 readings unless told). The records are made by the generator of the shared folder. Printed: records a second and
 * what that is in records of 15 kB, of reading and of writing in both encodings, beside a bare libxml2 parse of the same
 * bytes (seconds of processor time, collecting of garbage included); then the resident memory after a tenth and after all of the readings and writings.
 */
import { execFileSync } from 'node:child_process';
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

if (generator === null) print('The bench needs the generator of the shared folder.');
else {
  const folder = mkdtempSync(join(tmpdir(), 'halocline-bench-'));
  try {
    execFileSync('python3', [generator, '--count', String(count), '--out', folder]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.xml'),
    );
    await measure(files.map((name) => readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(documents: readonly Buffer[]): Promise<void> {
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  print(`${documents.length} ISO 19139 records, ${(bytes / documents.length / 1000).toFixed(1)} kB each`);
  const records: CatalogueRecord[] = [];
  const bare = await timed(() => documents.forEach(parseBare));
  const reading = await timed(async () => {
    records.length = 0;
    for (const document of documents) records.push(await read(document));
  });
  row('bare libxml2 parse', documents.length, bytes, bare, bare);
  row('reading ISO 19139', documents.length, bytes, reading, bare);
  for (const name of ['iso19139', 'iso19115-3'] as const) {
    let written = 0;
    const time = await timed(() => {
      written = 0;
      for (const record of records) written += Buffer.byteLength(write(record, name));
    });
    row(
      `writing ${name}, ${(written / records.length / 1000).toFixed(1)} kB each`,
      records.length,
      bytes,
      time,
      bare,
    );
  }
  await remember(documents);
}

/** Seconds of processor time of the fastest of some passes: the first warms up, and other programs may be at work. */
async function timed(pass: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < passes; round += 1) {
    const started = process.cpuUsage();
    await pass();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1_000_000);
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
async function remember(documents: readonly Buffer[]): Promise<void> {
  for (let done = 0; done < rounds; done += 1) {
    const document = documents[done % documents.length];
    if (document) write(await read(document), done % 2 === 0 ? 'iso19139' : 'iso19115-3');
    if (done + 1 === rounds / 10 || done + 1 === rounds)
      print(`memory (resident) after ${done + 1} records ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
  }
}
