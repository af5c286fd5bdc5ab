/**
 * Speed and memory of harvests: `npm run bench -- harvests [count] [many]` (10000 records, and 100000 for the memory; 0
 * leaves a part out). The built command harvests in a process of its own, servers and peers run in theirs. Printed: seconds
 * on the clock and of processor time until the last record could be found, and the resident memory. From a real pycsw
 * stand beside how long OWSLib, sickle and our own client take to fetch alone, and how busy pycsw itself was.
 */
import { execFile, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { peers } from '#tests/interop/peers.ts';
import { shared } from '#tests/shared.ts';
import { startPycsw } from '../interop/pycsw/index.ts';
import { Client, type Cost } from './harvests/client.ts';

const [count = 10_000, many = 100_000] = process.argv.slice(2).map(Number);
const pageSize = 100;
const generator = shared('bench', 'generate.py');
const staticServer = fileURLToPath(new URL('./harvests/static-oai.ts', import.meta.url));
const fetchScript = fileURLToPath(new URL('./harvests/fetch.ts', import.meta.url));
const peerScript = fileURLToPath(new URL('./harvests/peer.py', import.meta.url));
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const row = (what: string, records: number, seconds: number, busy: number, more = '') =>
  print(
    `${what.padEnd(42)} ${String(Math.round(records / seconds)).padStart(6)} records/s ${seconds.toFixed(1).padStart(7)} s, ` +
      `busy ${busy.toFixed(1).padStart(6)} s (${share(busy, seconds)}) ${more}`,
  );
const share = (busy: number, seconds: number) => `${Math.round((100 * busy) / seconds)} %`;
const tell = (what: string, records: number, { seconds, busy, memory }: Cost) =>
  row(what, records, seconds, busy, `most memory ${Math.max(...memory)} MB`);

if (generator === null) print('The bench needs the generator of the shared folder.');
else {
  const folder = mkdtempSync(join(tmpdir(), 'halocline-bench-'));
  try {
    if (count > 0) await measureCount(folder, generator);
    if (many > 0) await measureStatic(join(folder, 'many'), generateRecords(generator, many, folder), many);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureCount(folder: string, generate: string): Promise<void> {
  const records = generateRecords(generate, count, folder);
  await measureStatic(join(folder, 'static'), records, count);
  await measureReal(folder, records);
}

/** From a repository that answers at once: first everything is new, then nothing. */
async function measureStatic(folder: string, records: string, number: number): Promise<void> {
  const server = fork(staticServer, [records], { execArgv: ['--import', 'tsx'] });
  const [address] = await once(server, 'message');
  try {
    const client = new Client(folder);
    await client.add('oai-pmh', String(address));
    const first = await client.harvest();
    tell(`static OAI-PMH, ${number} new`, number, first);
    print(`  ${first.said}\n  memory in its course, MB: ${course(first.memory)}`);
    const again = await client.harvest();
    tell(`static OAI-PMH, ${number} unchanged`, number, again);
    print(`  ${again.said}\n  memory in its course, MB: ${course(again.memory)}`);
    print(
      `  ${(first.seconds / again.seconds).toFixed(1)} times as fast, by processor time ${(first.busy / again.busy).toFixed(1)}`,
    );
    const removal = await client.remove();
    tell(`removed, ${number}`, number, removal);
    print(`  memory in its course, MB: ${course(removal.memory)}`);
    const runId = /roll-back ([\w-]+)/.exec(removal.said)?.[1] ?? '';
    const undone = await client.rollBack(runId);
    tell(`removal undone, ${number}`, number, undone);
    print(`  ${undone.said}\n  memory in its course, MB: ${course(undone.memory)}`);
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

/** CSW and OAI-PMH of a real pycsw, which is started anew for each: it grows slower as it runs. */
async function measureReal(folder: string, records: string): Promise<void> {
  const peer = await peers();
  if (!peer) return print('pycsw can’t be installed here: no figures of real peers.');
  const flat = join(folder, 'flat');
  mkdirSync(flat);
  for (const page of pagesIn(records))
    for (const file of readdirSync(join(records, page)))
      linkSync(join(records, page, file), join(flat, file));
  const pycsw = await startPycsw(peer.python, flat);
  try {
    for (const [protocol, name, query] of [
      ['csw', 'OWSLib', ''],
      ['oai-pmh', 'sickle', '?mode=oaipmh'],
    ] as const) {
      await pycsw.restart();
      let fetched = 0;
      for (const [who, command, script] of [
        [name, peer.python, [peerScript]],
        ['ours', process.execPath, ['--import', 'tsx', fetchScript]],
      ] as const) {
        // Not synchronously: pycsw prints as it goes, and waits where nobody reads.
        const { stdout } = await promisify(execFile)(command, [
          ...script,
          protocol,
          `${pycsw.address}${query}`,
        ]);
        const [records = 0, seconds = 1, busy = 0] = stdout.trim().split(' ').map(Number);
        const alone = await pycsw.restart();
        row(`pycsw, ${protocol}: ${who}, fetched only`, records, seconds, busy);
        print(`  pycsw itself busy ${alone.toFixed(1)} s (${share(alone, seconds)})`);
        fetched = records;
      }
      const client = new Client(join(folder, protocol));
      await client.add(protocol, `${pycsw.address}${query}`);
      const ours = await client.harvest();
      const withUs = await pycsw.restart();
      tell(`pycsw, ${protocol}: ours, until found`, fetched, ours);
      print(`  ${ours.said}\n  pycsw itself busy ${withUs.toFixed(1)} s (${share(withUs, ours.seconds)})`);
    }
  } finally {
    await pycsw.close();
  }
}

/** @returns a folder of folders of a page each */
function generateRecords(generate: string, number: number, folder: string): string {
  const records = join(folder, `records-${number}`);
  execFileSync('python3', [
    generate,
    '--count',
    String(number),
    '--shard',
    String(pageSize),
    '--out',
    records,
  ]);
  return records;
}

function pagesIn(records: string): string[] {
  const entries = readdirSync(records, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The most in each twentieth of the time. */
function course(memory: readonly number[]): string {
  const parts = Array.from({ length: 20 }, (_, part) =>
    memory.slice(Math.floor((part * memory.length) / 20), Math.floor(((part + 1) * memory.length) / 20) + 1),
  );
  return parts.map((part) => Math.max(...part)).join(' ');
}
