import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCheckingPool } from './checking-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'checking-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
/** Answers with the text that it was sent; `slow` never ends, `die` ends the thread. */
const script = join(folder, 'worker.mjs');
writeFileSync(
  script,
  `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, bytes, options }) => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'slow') for (;;) {}
  if (text === 'die') process.exit(1);
  if (text === 'fail') parentPort.postMessage({ id, error: 'a fault of ours' });
  else parentPort.postMessage({ id, result: { text, options } });
});`,
);

test('a document that takes too long is given up; those behind it get a new thread', async () => {
  const pool = createCheckingPool({ folder, script, timeLimit: 1000 });
  const [first, slow, last] = await Promise.allSettled([
    pool.check(bytes('one'), { language: 'fr' }),
    pool.check(bytes('slow'), {}),
    pool.check(bytes('two'), {}),
  ]);
  expect(first).toMatchObject({ value: { text: 'one', options: { language: 'fr' } } });
  expect(slow).toMatchObject({ reason: { code: 'too-large' } });
  expect(last).toMatchObject({ value: { text: 'two' } });
  await pool.close();
});

test('a thread that dies fails its document only, and a fault of ours is one', async () => {
  const pool = createCheckingPool({ folder, script });
  await expect(pool.check(bytes('die'), {})).rejects.toMatchObject({ code: 'unavailable' });
  await expect(pool.check(bytes('fail'), {})).rejects.toThrow('a fault of ours');
  await expect(pool.check(bytes('again'), {})).resolves.toMatchObject({ text: 'again' });
  await pool.close();
});

test('who comes when too many wait is sent away', async () => {
  const pool = createCheckingPool({ folder, script, timeLimit: 300 });
  const all = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) => pool.check(bytes(String(index)), {})),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(21);
  expect(all.at(-1)).toMatchObject({ reason: { code: 'unavailable' } });
  await pool.close();
});

test('without a built thread the document is checked here', async () => {
  const pool = createCheckingPool({ folder, script: join(folder, 'nothing.mjs') });
  const report = await pool.check(bytes('<a>\n<b></a>'), {});
  expect(report.findings).toMatchObject([{ rule: 'not-well-formed', line: 2 }]);
  await pool.close();
});
