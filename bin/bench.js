// npm run bench: every benchmark, or those named: `npm run bench -- ingest 10000`, `npm run bench -- search 100000`, `npm run bench -- formats 2000`, `npm run bench -- harvests 10000 100000`.
import { join } from 'node:path';
import { build, install, root, run } from './setup.js';

install();
build();
const [name, ...args] = process.argv.slice(2);
for (const bench of name ? [name] : ['ingest', 'formats', 'search', 'harvests'])
  run(join('node_modules', '.bin', 'tsx'), [join(root, 'tests', 'bench', `${bench}.bench.ts`), ...args]);
