// npm test: installs if needed, then format, lint, import rules, dead code, types, unit, integration and browser tests.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { build, install, root } from './setup.js';

install();

/** Arguments after `npm test --` go to vitest alone: `npm test -- search` runs the tests of one room, no checks. */
const chosen = process.argv.slice(2);
const bin = (name) => `node_modules/.bin/${name}`;

const steps = chosen.length
  ? [['tests', bin('vitest'), ['run', ...chosen]]]
  : [
      ['format and lint', bin('biome'), ['ci', '--error-on-warnings', '.']],
      ['route types', bin('react-router'), ['typegen']],
      ['types', bin('tsc'), ['--noEmit']],
      [
        'imports between rooms',
        bin('depcruise'),
        ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', '.'],
      ],
      ['dead code', bin('knip'), []],
      ['build', build],
      ['tests', bin('vitest'), ['run']],
    ];

// All steps run, so that one look shows everything that is wrong.
const failed = [];
for (const [name, command, args] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const started = performance.now();
  if (typeof command === 'function') command();
  else {
    const result = spawnSync(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (result.status !== 0) failed.push(name);
  }
  process.stdout.write(`   ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
if (failed.length > 0) {
  process.stdout.write(`\nFailed: ${failed.join(', ')}. See above.\n`);
  process.exit(1);
}
