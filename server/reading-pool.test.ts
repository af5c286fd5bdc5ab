import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createReadingPool } from './reading-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-pool-'));
const script = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const part = (title: string) => ({
  format: 'oai_dc' as const,
  bytes: new TextEncoder().encode(
    `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc>`,
  ),
});
/** Answers with the number of bytes it was sent, after a pause that turns the order round. */
const echo = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, part }) =>
  setTimeout(() => parentPort.postMessage({ id, result: { record: null, problems: [part.bytes.length] } }), 5 - (id % 5)));
`;

test('the first documents are read here, later ones in threads, each answer at its question', async () => {
  const pool = createReadingPool(2, script('echo.mjs', echo));
  const answers = await Promise.all(
    Array.from({ length: 260 }, (_, index) => pool.read(part('x'.repeat(index)))),
  );
  expect(answers[0]?.problems.length).toBeGreaterThan(0);
  expect(answers[10]?.record?.record.resource.titles).toEqual({ und: 'xxxxxxxxxx' });
  expect(answers.slice(200).map(({ problems }) => problems[0])).toEqual(
    Array.from({ length: 60 }, (_, index) => part('x'.repeat(index + 200)).bytes.length),
  );
  await pool.close();
});

test('only the document is copied, not the page it lies in', async () => {
  const pool = createReadingPool(1, script('echo.mjs', echo));
  for (let index = 0; index < 200; index += 1) await pool.read(part('here'));
  const page = new Uint8Array(10_000);
  const answer = await pool.read({ format: 'oai_dc', bytes: page.subarray(100, 107) });
  expect(answer.problems).toEqual([7]);
  expect(page.length).toBe(10_000);
  await pool.close();
});

test('a thread that dies fails what it was reading; the next document gets a new one', async () => {
  const dying = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, part }) => {
  if (part.bytes.length === 3) process.exit(1);
  parentPort.postMessage({ id, result: { record: null, problems: [] } });
});`;
  const pool = createReadingPool(1, script('dying.mjs', dying));
  for (let index = 0; index < 200; index += 1) await pool.read(part('here'));
  await expect(pool.read({ format: 'oai_dc', bytes: new Uint8Array(3) })).rejects.toThrow('has ended');
  await expect(pool.read({ format: 'oai_dc', bytes: new Uint8Array(4) })).resolves.toEqual({
    record: null,
    problems: [],
  });
  await pool.close();
});

test('a document that takes too long is given up; those behind it are read all the same', async () => {
  const stuck = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, part }) => {
  if (part.bytes.length === 3) for (;;);
  parentPort.postMessage({ id, result: { record: null, problems: [part.bytes.length] } });
});`;
  const pool = createReadingPool(1, script('stuck.mjs', stuck), 500);
  const read = (length: number) => pool.read({ format: 'netcdf', bytes: new Uint8Array(length) });
  const answers = await Promise.allSettled([read(1), read(3), read(4), read(3), read(5)]);
  expect(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.problems : answer.reason.message)),
  ).toEqual([[1], 'No answer came within 0.5 s.', [4], 'No answer came within 0.5 s.', [5]]);
  await pool.close();
});
