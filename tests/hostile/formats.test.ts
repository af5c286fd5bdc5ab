import { expect, test } from 'vitest';
import { shared } from '../shared.ts';
import { originals } from './formats/originals.ts';
import { described, spoilAndRead } from './formats/spoil.ts';

/** `npm run soak -- formats` reads ten thousand; here as many as a minute allows. */
const count = 1000;

test('a spoilt document gives a record or a problem, and nothing worse', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
  const outcome = await spoilAndRead(originals(shared('corpus')), count, seed);
  process.stdout.write(`\n${described(outcome)}\n`);
  expect(outcome.faults).toEqual([]);
  expect(outcome.variants).toBe(count);
});
