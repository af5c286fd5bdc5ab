// Installs and builds what is missing. Plain JavaScript on Node alone: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command in the project and ends this process when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the dependencies when the lock file is newer than what is installed. */
export function install() {
  if (major < 20 || (major === 20 && minor < 19)) {
    say(
      `Halocline needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and start again.`,
    );
    process.exit(1);
  }
  const stamp = join(root, 'node_modules', '.halocline-install');
  const wanted = hash([join(root, 'package-lock.json')]) + process.versions.modules;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing dependencies (a minute or two, once)…');
  const prefix = resolve(dirname(process.execPath), '..');
  // Where a native module must be compiled, the headers that came with this Node serve as well as a download.
  const headers = existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
  // `npm ci` refuses a lock file without the packages of every platform, and a registry need not carry them all.
  // Where the lock knows nothing of this platform, npm must look for itself; direct versions are exact anyway.
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const ours = lock.includes(`-${process.platform}-${process.arch}`) ? [] : ['--no-package-lock'];
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...ours], {
    env: { ...process.env, ...headers },
  });
  writeFileSync(stamp, wanted);
}

const sources = [
  'accounts',
  'app',
  'assessment',
  'catalogue',
  'datafiles',
  'db',
  'examples',
  'harvesters',
  'ledger',
  'protocols',
  'public',
  'runtime',
  'search',
  'server',
  'vocabularies',
];

/** Builds the portal and the server when a source is newer than what is built. */
export function build() {
  const files = sources
    .flatMap((folder) => list(join(root, folder)))
    .filter((file) => !/\.(test|corpus)\./.test(file));
  files.push(
    ...['package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'bin/build.js'].map((name) =>
      join(root, name),
    ),
  );
  const wanted = hash(files);
  const stamp = join(root, 'build', '.halocline-build');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building…');
  run(process.execPath, [join(root, 'bin/build.js')]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function list(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files) if (existsSync(file)) digest.update(file).update(readFileSync(file));
  return digest.digest('hex');
}
