import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#runtime/root';

export type RunningPortal = {
  url: string;
  dataFolder: string;
  /** What it has printed so far. */
  said(): string;
  close(): Promise<void>;
};

/** The first harvest of the example centres is part of the start. */
const longestStart = 120_000;

/**
 * Starts the real, built server in a new data folder, with the example data centres harvested. Builds it when a source is
 * newer than what is built.
 */
export async function openPortal(): Promise<RunningPortal> {
  const root = projectRoot();
  const build = "import { build } from './bin/setup.js'; build();";
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: root, stdio: 'inherit' });
  const dataFolder = mkdtempSync(join(tmpdir(), 'halocline-browser-'));
  const port = await freePort();
  const server = fork(join(root, 'build/server/start.js'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HALOCLINE_DATA: dataFolder,
      HALOCLINE_URL: `http://localhost:${port}`,
      HALOCLINE_EXAMPLES: 'yes',
      HALOCLINE_CHECK_LINKS: 'no',
      LOG_LEVEL: 'warn',
    },
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(`Halocline is at http://localhost:${port}`)) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) =>
      reject(new Error(`The portal ended (${code}) before it was ready.\n${said}`)),
    );
    setTimeout(() => reject(new Error(`The portal was not ready in time.\n${said}`)), longestStart).unref();
  });
  const close = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGTERM')) await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await ready;
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://localhost:${port}`, dataFolder, said: () => said, close };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
