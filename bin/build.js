// Builds the portal (React Router, Vite) and the server's processes (esbuild) into build/.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './setup.js';

const reactRouter = join(
  dirname(createRequire(import.meta.url).resolve('@react-router/dev/package.json')),
  'bin.js',
);
const built = spawnSync(process.execPath, [reactRouter, 'build', '--logLevel', 'warn'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, NODE_ENV: 'production' },
  maxBuffer: 64 * 1024 * 1024,
});
const printed = `${built.stdout}${built.stderr}`;
// Notices of the next major version, which needs a newer Node than we support (docs/decisions/0001).
const notice =
  /Future Flag Warning|You can use the `future\.|reactrouter\.com\/v7\/upgrading|`envFile` option/;
const told = built.status === 0 ? printed.split('\n').filter((line) => !notice.test(line)) : [printed];
process.stderr.write(told.join('\n').trimEnd());
if (built.status !== 0) process.exit(built.status ?? 1);

await esbuild.build({
  absWorkingDir: root,
  entryPoints: [
    'server/start.ts',
    'server/cli.ts',
    'server/reading-worker.ts',
    'server/validating-worker.ts',
    'server/checking-worker.ts',
  ],
  outdir: 'build/server',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
