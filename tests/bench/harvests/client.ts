import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '#runtime/root';

const run = promisify(execFile);
const measure = fileURLToPath(new URL('./measure.mjs', import.meta.url));
const cost = z.object({ seconds: z.number(), busy: z.number(), memory: z.array(z.number()) });

/** What a command cost: seconds on the clock and of processor time, resident memory in MB over its time. */
export type Cost = z.infer<typeof cost>;

/** The built commands over a data folder of their own, as an operator has them, each in its process. */
export class Client {
  constructor(private readonly folder: string) {}

  async add(protocol: string, address: string): Promise<void> {
    await this.#command('sources', 'add', 'bench', address, '--protocol', protocol, '--allow-private');
  }

  /** Harvests everything: fetched, read, stored and indexed. @returns the command's own words, too */
  async harvest(): Promise<Cost & { said: string }> {
    return this.#measure('harvest', 'bench', '--full');
  }

  /** Removes the source: staged, withdrawn and out of the index. */
  async remove(): Promise<Cost & { said: string }> {
    return this.#measure('sources', 'remove', 'bench', '--yes');
  }

  /** Undoes a run. @param runId as a command told it */
  async rollBack(runId: string): Promise<Cost & { said: string }> {
    return this.#measure('runs', 'roll-back', runId);
  }

  async #measure(...words: string[]): Promise<Cost & { said: string }> {
    const said = await this.#command(...words);
    return { ...cost.parse(JSON.parse(await readFile(this.#measured, 'utf8'))), said };
  }

  get #measured(): string {
    return join(this.folder, 'measured.json');
  }

  async #command(...words: string[]): Promise<string> {
    const cli = join(projectRoot(), 'build', 'server', 'cli.js');
    const { stdout } = await run(process.execPath, ['--import', measure, cli, ...words], {
      env: { ...process.env, HALOCLINE_DATA: this.folder, BENCH_MEASURE: this.#measured },
    });
    return stdout.trim();
  }
}
