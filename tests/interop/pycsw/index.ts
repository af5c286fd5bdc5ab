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
  close(): Promise<void>;
};

const loaded = z.object({ identifiers: z.array(z.string()), refused: z.number() });
const served = z.object({ address: z.string() });

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
  const server = spawn(python, [script, 'serve', database], { stdio: ['pipe', 'pipe', 'ignore'] });
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  return {
    ...first,
    address: served.parse(JSON.parse(String(line))).address,
    load,
    async remove(identifiers) {
      await run(python, [script, 'remove', database, ...identifiers]);
    },
    async close() {
      server.stdin.end();
      const left = setTimeout(() => server.kill('SIGKILL'), 5000);
      await once(server, 'exit');
      clearTimeout(left);
      await rm(home, { recursive: true });
    },
  };
}
