import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { indexAlongside } from './index-alongside.ts';

const indexer = (catchUp: () => Promise<void>) => ({
  async catchUp() {
    await catchUp();
    return { indexed: 0, through: 0 };
  },
});

test('the index follows while the work goes on, and once more after it', async () => {
  const seen: string[] = [];
  let committed = 'nothing';
  const result = await indexAlongside(
    indexer(async () => void seen.push(committed)),
    async () => {
      committed = 'half';
      await pause(350);
      committed = 'all';
      return 'done';
    },
  );
  expect(result).toBe('done');
  expect(seen).toContain('half');
  expect(seen.at(-1)).toBe('all');
});

test('a fault of the index is told when the work is done; a fault of the work goes first', async () => {
  const broken = indexer(async () => {
    throw new Error('no index');
  });
  let finished = false;
  const work = async () => {
    await pause(10);
    finished = true;
  };
  await expect(indexAlongside(broken, work)).rejects.toThrow('no index');
  expect(finished).toBe(true);
  await expect(
    indexAlongside(broken, async () => {
      throw new Error('no source');
    }),
  ).rejects.toThrow('no source');
});
