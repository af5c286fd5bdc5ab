// npm run soak: long runs, each or those named: `npm run soak -- formats 10000 42` (count, seed), `npm run soak -- killed 50`, `npm run soak -- harvests 100 2000`.
import { join } from 'node:path';
import { install, root, run } from './setup.js';

install();
const [name, ...args] = process.argv.slice(2);
for (const soak of name ? [name] : ['formats', 'killed', 'harvests'])
  run(join('node_modules', '.bin', 'tsx'), [join(root, 'tests', 'soak', `${soak}.soak.ts`), ...args]);
