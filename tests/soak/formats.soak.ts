import { originals } from '../hostile/formats/originals.ts';
import { described, spoilAndRead } from '../hostile/formats/spoil.ts';
import { shared } from '../shared.ts';

/** `formats [count] [seed] [variant]`: reads spoilt documents and says what came of them; 1 when anything went wrong. */
const [count = '10000', seed = String(Math.floor(Math.random() * 1_000_000)), only] = process.argv.slice(2);
const documents = originals(shared('corpus'));
const started = performance.now();
const outcome = await spoilAndRead(
  documents,
  Number(count),
  Number(seed),
  only === undefined ? undefined : Number(only),
);
process.stdout.write(
  `${documents.length} documents\n${described(outcome)}\n${Math.round((performance.now() - started) / 1000)} s\n`,
);
for (const fault of outcome.faults) process.stdout.write(`${JSON.stringify(fault, null, 2)}\n`);
process.exitCode = outcome.faults.length > 0 ? 1 : 0;
