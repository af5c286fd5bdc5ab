/**
 * From bytes to searchable: `npx tsx tests/bench/ingest.bench.ts [count]` (10000 unless told).
 * The records are made by the generator of the shared folder. Printed: records a second of each step on its own, of the
 * whole import through the harvest engine, of a second import that finds everything unchanged, and of pycsw's own load
 * of the same files.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPart, splitDocument } from '#catalogue/formats';
import { parseXml } from '#catalogue/xml';
import type { RecordChange } from '#ledger';
import { readConfiguration } from '#runtime/config';
import { createLog } from '#runtime/log';
import { projectRoot } from '#runtime/root';
import { peers } from '#tests/interop/peers.ts';
import { shared } from '#tests/shared.ts';
import { openHouse } from '../../server/house.ts';
import { importDocuments } from '../../server/import-documents.ts';

const count = Number(process.argv[2] ?? 10_000);
const generator = shared('bench', 'generate.py');
const print = (line: string) => process.stdout.write(`${line}\n`);
const row = (what: string, records: number, seconds: number, share = '') =>
  print(
    `${what.padEnd(52)} ${String(Math.round(records / seconds)).padStart(8)} records/s ${seconds.toFixed(1).padStart(8)} s ${share}`,
  );

if (generator === null) print('The bench needs the generator of the shared folder.');
else {
  const folder = mkdtempSync(join(tmpdir(), 'halocline-bench-'));
  try {
    await measure(folder, generator);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, script: string): Promise<void> {
  const records = join(folder, 'records');
  execFileSync('python3', [script, '--count', String(count), '--out', records]);
  const files = readdirSync(records, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => join(records, name));
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  print(`${files.length} ISO 19139 records, ${(bytes / files.length / 1000).toFixed(1)} kB each`);

  await measureSteps(join(folder, 'steps'), files);
  await measureImport(join(folder, 'import'), records);
  await measurePeer(join(folder, 'pycsw.sqlite'), records);
}

/** Each step over all files, one after the other. */
async function measureSteps(dataFolder: string, files: readonly string[]): Promise<void> {
  const house = await open(dataFolder);
  const times = { parse: 0, read: 0, store: 0 };
  const batch: RecordChange[] = [];
  const store = async () => {
    const started = performance.now();
    await house.ledger.commit(batch, { actor: 'system' });
    times.store += performance.now() - started;
    batch.length = 0;
  };
  for (const [index, file] of files.entries()) {
    const document = readFileSync(file);
    let started = performance.now();
    parseXml(document);
    times.parse += performance.now() - started;
    started = performance.now();
    const [part] = (await splitDocument(document, {})).parts;
    const result = part && (await readPart(part, {}));
    times.read += performance.now() - started;
    if (!part || !result?.record) throw new Error(`${file} gave no record`);
    batch.push({
      kind: 'put',
      sourceId: 'bench',
      upstreamIdentifier: part.identifier ?? String(index),
      document: { bytes: document, format: part.format, mediaType: 'application/xml' },
      record: result.record,
      problems: result.problems,
    });
    if (batch.length === 200) await store();
  }
  await store();
  const started = performance.now();
  await house.indexer.catchUp();
  const index = performance.now() - started;
  const whole = times.read + times.store + index;
  const share = (time: number) => `${Math.round((100 * time) / whole)} %`;
  row('parsing alone: bytes → tree of elements', files.length, times.parse / 1000, '(within reading)');
  row('reading: bytes → record and problems', files.length, times.read / 1000, share(times.read));
  row('storing: ledger, originals compressed', files.length, times.store / 1000, share(times.store));
  row('indexing: log → searchable', files.length, index / 1000, share(index));
  row('the three steps, one core', files.length, whole / 1000, '100 %');
  await house.close();
}

/** The way that `halocline import` takes: the harvest engine on a folder, then the index. */
async function measureImport(dataFolder: string, records: string): Promise<void> {
  const house = await open(dataFolder);
  for (const what of ['import: read in a thread beside, stored, indexed', 'the same again, all unchanged']) {
    const started = performance.now();
    const run = await importDocuments(house, records);
    const { listed, created, unchanged, refused } = run.counts;
    row(
      what,
      listed,
      (performance.now() - started) / 1000,
      `${created} created, ${unchanged} unchanged, ${refused} refused`,
    );
  }
  print(`memory (resident) ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
  await house.close();
}

async function measurePeer(database: string, records: string): Promise<void> {
  const peer = await peers();
  if (!peer) {
    print('pycsw can’t be installed here: no figure beside ours.');
    return;
  }
  const script = join(projectRoot(), 'tests', 'bench', 'load-pycsw.py');
  const answer = execFileSync(peer.python, [script, records, database], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [held = 0, seconds = 1] = answer.trim().split(' ').map(Number);
  row('pycsw 2.6.2 on SQLite, its own load of the files', held, seconds);
}

function open(dataFolder: string) {
  return openHouse(
    readConfiguration({ HALOCLINE_DATA: dataFolder, LOG_LEVEL: 'silent' }),
    createLog('silent', 'bench'),
  );
}
