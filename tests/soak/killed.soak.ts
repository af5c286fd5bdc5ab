/**
 * A harvest, and the follower of identity, that are killed many times: `npm run soak -- killed [deaths] [seed]` (50 deaths,
 * and a seed of the moment, unless told).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#runtime/root';

const [deaths = '50', seed] = process.argv.slice(2);
const vitest = join(projectRoot(), 'node_modules', '.bin', 'vitest');
const files = ['tests/hostile/killed.test.ts', 'tests/hostile/killed-identity.test.ts'];
const ended = spawnSync(vitest, ['run', '--project', 'integration', ...files], {
  cwd: projectRoot(),
  env: { ...process.env, HALOCLINE_DEATHS: deaths, ...(seed ? { HALOCLINE_SEED: seed } : {}) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(ended.status ?? 1);
