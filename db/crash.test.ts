import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createStores, openDatabase } from './index.ts';

const writingProcess = fileURLToPath(new URL('./testing/writing-process.ts', import.meta.url));

/** Lets a process commit batches and kills it (SIGKILL) a while after the first. @returns the last batch it answered */
function writeAndKill(folder: string, milliseconds: number): Promise<{ pid: number; lastBatch: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writingProcess, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      said += chunk.toString();
    });
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writing process ended by itself: ${code}`));
      const whole = said.slice(0, said.lastIndexOf('\n')).split('\n');
      resolve({ pid: child.pid ?? 0, lastBatch: Number(whole.at(-1)) });
    });
  });
}

test('a process killed while it commits leaves whole batches, and every one it answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'halocline-crash-'));
  const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 1000));
  process.stderr.write(`crash seed ${seed}\n`);
  try {
    for (let round = 0; round < 4; round += 1) {
      const { pid, lastBatch } = await writeAndKill(folder, 20 + ((seed * (round + 1) * 7919) % 250));
      await checkWhole(folder, [{ pid, lastBatch }]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('two processes write at once: each batch is whole, revisions have no gap', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'halocline-writers-'));
  try {
    openDatabase(folder).close();
    await checkWhole(folder, await Promise.all([writeAndKill(folder, 1500), writeAndKill(folder, 1500)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Insists that the log is without a gap, that every batch is whole, and that what was answered is there. */
async function checkWhole(folder: string, answered: { pid: number; lastBatch: number }[]): Promise<void> {
  const database = openDatabase(folder);
  const { records } = createStores(database);
  expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.connection.pragma('foreign_key_check')).toEqual([]);

  const log = await records.revisionsAfter(0, 1_000_000);
  expect(log.map((row) => row.revision)).toEqual(log.map((_, index) => index + 1));
  const batches = new Map<string, number>();
  for (const row of log) batches.set(row.runId ?? '', (batches.get(row.runId ?? '') ?? 0) + 1);
  expect([...batches.values()].every((size) => size === 50)).toBe(true);
  for (const { pid, lastBatch } of answered) expect(batches.has(`${pid} ${lastBatch}`)).toBe(true);

  const last = new Map(log.map((row) => [row.recordId, row]));
  for (const record of await records.getMany([...last.keys()], 'staff')) {
    expect(record.revision).toBe(last.get(record.id)?.revision);
    expect((await records.original(record.id, 'staff'))?.hash).toBe(last.get(record.id)?.documentHash);
  }
  database.close();
}
