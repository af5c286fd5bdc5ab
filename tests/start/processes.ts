import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '#runtime/root';

export type Ended = { code: number | null; out: string; err: string };

/** Runs a script of bin/ to its end. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Ended> {
  const child = spawnScript(script, args, env);
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** `npm start` in a process of its own, once it has said where it is. */
export type Started = { url: string; said: () => string; stop(): Promise<number | null> };

/**
 * Starts Halocline as `npm start` does.
 * @throws Error with everything that was printed when it ends before it says where it is
 */
export async function startHalocline(env: Record<string, string>): Promise<Started> {
  const child = spawnScript('start.js', [], env);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = /Halocline is at (http\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('close', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
  return {
    url,
    said: () => said,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** A port that is free together with the next one, which the example centres take. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = await listenOn(0);
    const next = await listenOn(first.port + 1).catch(() => null);
    await Promise.all([first.close(), next?.close()]);
    if (next) return first.port;
  }
}

async function listenOn(port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A listening server has an address.');
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function spawnScript(script: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(projectRoot(), 'bin', script), ...args], {
    cwd: projectRoot(),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      LOG_LEVEL: 'warn',
      HALOCLINE_CHECK_LINKS: 'no',
      ...env,
    },
  });
}
