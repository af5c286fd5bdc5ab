import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { projectRoot } from '#runtime/root';

/** A record as pygeoapi keeps it: GeoJSON. */
export type Feature = { id: string; properties: Record<string, unknown> } & Record<string, unknown>;

/** A real pygeoapi with one collection, `sea`, in a file of TinyDB. */
export type Pygeoapi = {
  /** Of the service, without a slash at the end. */
  address: string;
  /** Replaces all records. */
  load(features: readonly Feature[]): Promise<void>;
  close(): Promise<void>;
};

const served = z.object({ address: z.string() });

/**
 * Starts pygeoapi on a free port. It gives fifty records at once at most, and says nothing where more are asked for.
 * @param python a Python that has it
 */
export async function startPygeoapi(python: string, features: readonly Feature[]): Promise<Pygeoapi> {
  const home = await mkdtemp(join(tmpdir(), 'pygeoapi-'));
  const database = join(home, 'catalogue.json');
  const load = async (given: readonly Feature[]) => {
    const rows = given.map((feature, index) => [String(index + 1), withWords(feature)]);
    const text = JSON.stringify({ _default: Object.fromEntries(rows) });
    // It reads the file for each request: it must find the old one or the new one.
    await writeFile(`${database}.new`, text);
    await rename(`${database}.new`, database);
  };
  await load(features);
  const script = join(projectRoot(), 'tests', 'interop', 'pygeoapi', 'peer.py');
  const process = spawn(python, [script, database], { stdio: ['pipe', 'pipe', 'ignore'] });
  const [line] = await once(createInterface({ input: process.stdout }), 'line');
  const { address } = served.parse(JSON.parse(String(line)));
  return {
    address,
    load,
    async close() {
      process.stdin.end();
      const left = setTimeout(() => process.kill('SIGKILL'), 5000);
      await once(process, 'exit');
      clearTimeout(left);
      await rm(home, { recursive: true });
    },
  };
}

/** As pygeoapi does where a record is sent to it: the words that `q` looks at. */
function withWords({ properties, ...feature }: Feature): Feature {
  const { title = '', description = '' } = properties;
  return { ...feature, properties: { ...properties, '_metadata-anytext': `${title}${description}` } };
}
