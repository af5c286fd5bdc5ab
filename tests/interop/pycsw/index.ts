import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '#runtime/root';

const run = promisify(execFile);

/** A real pycsw with a catalogue of its own. */
export type Pycsw = {
  /** With a slash at the end; CSW as it is, OAI-PMH with `?mode=oaipmh`. */
  address: string;
  /** Loads the files of a folder; a known identifier is replaced. @returns the identifiers taken, files refused */
  load(folder: string): Promise<{ identifiers: string[]; refused: number }>;
  remove(identifiers: readonly string[]): Promise<void>;
  /** Begins a new process over the same catalogue, at a new address. @returns seconds of processor time of the old one */
  restart(): Promise<number>;
  close(): Promise<void>;
};

const loaded = z.object({ identifiers: z.array(z.string()), refused: z.number() });
const served = z.object({ address: z.string() });
const ended = z.object({ busy: z.number() });

/**
 * Starts pycsw on a free port, over a new catalogue that holds what the folder has.
 * @param python a Python that has pycsw
 * @param folder XML files
 */
export async function startPycsw(
  python: string,
  folder: string,
): Promise<Pycsw & { identifiers: string[]; refused: number }> {
  const home = await mkdtemp(join(tmpdir(), 'pycsw-'));
  const database = join(home, 'catalogue.sqlite');
  const script = join(projectRoot(), 'tests', 'interop', 'pycsw', 'peer.py');
  const load = async (path: string) => {
    const { stdout } = await run(python, [script, 'load', database, path], { maxBuffer: 64 * 1024 * 1024 });
    return loaded.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  };
  const first = await load(folder);
  const serve = async () => {
    const process = spawn(python, [script, 'serve', database], { stdio: ['pipe', 'pipe', 'ignore'] });
    const lines = createInterface({ input: process.stdout });
    const [line] = await once(lines, 'line');
    return { process, lines, address: served.parse(JSON.parse(String(line))).address };
  };
  let server = await serve();
  const stop = async () => {
    const { process, lines } = server;
    let last = '{"busy": 0}';
    lines.on('line', (line) => {
      last = line;
    });
    process.stdin.end();
    const left = setTimeout(() => process.kill('SIGKILL'), 5000);
    await Promise.all([once(process, 'exit'), once(lines, 'close')]);
    clearTimeout(left);
    return ended.parse(JSON.parse(last)).busy;
  };
  return {
    ...first,
    get address() {
      return server.address;
    },
    load,
    async remove(identifiers) {
      await run(python, [script, 'remove', database, ...identifiers]);
    },
    async restart() {
      const busy = await stop();
      server = await serve();
      return busy;
    },
    async close() {
      await stop();
      await rm(home, { recursive: true });
    },
  };
}
