import { createStores, openDatabase } from '../index.ts';
import { put } from './changes.ts';

/** Commits batches until it is killed, and says on standard output which of them were answered. */
const [folder = ''] = process.argv.slice(2);
const { writer } = createStores(openDatabase(folder));
const size = 50;
for (let batch = 0; ; batch += 1) {
  const changes = Array.from({ length: size }, (_, number) =>
    put(`n${(batch * 37 + number) % 400}`, `${process.pid} ${batch}`),
  );
  await writer.apply(changes, { actor: 'system', runId: `${process.pid} ${batch}` });
  process.stdout.write(`${batch}\n`);
}
