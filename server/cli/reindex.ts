import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

/** `halocline reindex`: the index is rebuilt from the log; nothing else changes. */
export async function reindex(output: Output): Promise<void> {
  await withHouse(async (house) => {
    const { indexed, through } = await house.indexer.reindex({
      onProgress: (progress) => output.progress(`${progress.indexed} records indexed`),
    });
    output.done();
    output.line(`${indexed} records indexed, through revision ${through}.`);
  });
}
