// Builds the portal (React Router, Vite) and the server's processes (esbuild) into build/.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { root, run } from './setup.js';

const reactRouter = join(
  dirname(createRequire(import.meta.url).resolve('@react-router/dev/package.json')),
  'bin.js',
);
run(process.execPath, [reactRouter, 'build', '--logLevel', 'warn'], {
  env: { ...process.env, NODE_ENV: 'production' },
});

await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['server/start.ts', 'server/cli.ts'],
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
