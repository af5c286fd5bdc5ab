import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '#runtime/log';

export type Supervised = { name: string; script: string; args: string[] };

const shortest = 1000;
const longest = 30_000;

/**
 * Keeps processes running: one that ends is started again after 1 s, doubling to 30 s while it keeps failing at once.
 * @returns `ready`: resolves when every process said `ready`, rejects when one ends before that;
 *          `stop`: asks all to end (SIGTERM) and resolves when they have, killing after 15 s
 */
export function supervise(
  processes: readonly Supervised[],
  log: Log,
): { ready: Promise<void>; stop(): Promise<void> } {
  let stopping = false;
  const children = new Map<string, ChildProcess>();

  const start = (
    supervised: Supervised,
    wait: number,
    onReady: () => void,
    onEarlyEnd: (error: Error) => void,
  ) => {
    const started = Date.now();
    const child = fork(fileURLToPath(new URL(supervised.script, import.meta.url)), supervised.args, {
      execArgv: ['--enable-source-maps'],
    });
    children.set(supervised.name, child);
    child.on('message', (message) => message === 'ready' && onReady());
    child.on('exit', (code, signal) => {
      children.delete(supervised.name);
      if (stopping) return;
      onEarlyEnd(new Error(`The ${supervised.name} process ended (${signal ?? code}) before it was ready.`));
      const next = Date.now() - started > longest ? shortest : Math.min(wait * 2, longest);
      log.error(
        { process: supervised.name, code, signal, restartInMs: wait },
        'a process ended; it is started again',
      );
      setTimeout(() => stopping || start(supervised, next, onReady, onEarlyEnd), wait);
    });
  };

  const ready = Promise.all(
    processes.map(
      (supervised) => new Promise<void>((resolve, reject) => start(supervised, shortest, resolve, reject)),
    ),
  ).then(() => undefined);

  return {
    ready,
    async stop() {
      stopping = true;
      await Promise.all(
        [...children.values()].map(
          (child) =>
            new Promise<void>((resolve) => {
              const kill = setTimeout(() => child.kill('SIGKILL'), 15_000);
              child.once('exit', () => {
                clearTimeout(kill);
                resolve();
              });
              child.kill('SIGTERM');
            }),
        ),
      );
    },
  };
}
