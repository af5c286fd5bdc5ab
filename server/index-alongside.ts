import { setTimeout as pause } from 'node:timers/promises';
import type { Indexer } from '#search/indexing';

/** Between two looks at the log while work goes on. */
const lookEveryMs = 100;

/**
 * Indexes what some work commits while it goes on: reading happens in other threads, so this one has time, and records
 * can be found before the last one is in. When the promise resolves, everything committed is indexed.
 * @throws what the work throws, else what the index throws
 */
export async function indexAlongside<Result>(
  indexer: Pick<Indexer, 'catchUp'>,
  work: () => Promise<Result>,
): Promise<Result> {
  let working = true;
  const follow = async () => {
    while (working) {
      await indexer.catchUp();
      await pause(lookEveryMs);
    }
  };
  const following = follow().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  let result: Result;
  try {
    result = await work();
  } finally {
    working = false;
    await following;
  }
  const failed = await following;
  if (failed) throw failed.error;
  await indexer.catchUp();
  return result;
}
