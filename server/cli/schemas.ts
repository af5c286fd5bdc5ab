import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Configuration, readConfiguration } from '#runtime/config';
import { DomainError } from '#runtime/errors';
import { createFetcher, type Fetcher } from '#runtime/fetching';
import type { Output } from '../progress.ts';
import { installedSchemas, schemasFolderOf } from '../schemas-folder.ts';
import { version } from '../version.ts';
import { downloadSchemas } from './schemas-download.ts';

/** What a schemas folder may hold; anything else in a local copy (archives, programs) is left behind. */
const wanted = /\.(xsd|xml|json|jsonld|ya?ml|ttl|rdf|rnc|rng|sch|txt|md|dtd)$/i;

/**
 * `halocline schemas install`: fills the schemas folder from a local copy or from the standards bodies. Either all of it
 * is there in the end, or what was there before.
 * @throws DomainError `invalid` for a copy that is none, `conflict` when the folder holds something else, `upstream`
 */
export async function installSchemas(command: { from?: string }, output: Output): Promise<void> {
  const config = readConfiguration(process.env);
  const folder = resolve(schemasFolderOf(config));
  const { from } = command;
  if (from === undefined) {
    const fetcher = createFetcher({ identity: { version, url: config.publicUrl, contact: config.contact } });
    try {
      await fillFolder(folder, (draft) => download(draft, fetcher, output));
    } finally {
      await fetcher.close();
    }
  } else await fillFolder(folder, (draft) => copy(resolve(from), draft, output));
  output.line(`The schemas are in ${folder}.${hint(config)}`);
}

function hint({ schemasFolder }: Configuration): string {
  return schemasFolder === undefined ? ' They are found there without any setting.' : '';
}

/**
 * Fills a folder beside and puts it in place when it is complete.
 * @throws DomainError `conflict` when the folder holds something that is no schemas
 */
export async function fillFolder(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  const isOther = existsSync(folder) && readdirSync(folder).length > 0 && !installedSchemas(folder);
  if (isOther)
    throw new DomainError(
      'conflict',
      `${folder} holds something else than schemas. Name another HALOCLINE_SCHEMAS.`,
    );
  const draft = `${folder}.draft-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await fill(draft);
    const former = `${folder}.former-${process.pid}`;
    if (existsSync(folder)) renameSync(folder, former);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(draft, folder);
    rmSync(former, { recursive: true, force: true });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function download(draft: string, fetcher: Fetcher, output: Output): Promise<void> {
  try {
    const { files, broken } = await downloadSchemas(draft, fetcher, (count) =>
      output.progress(`${count} schemas fetched`),
    );
    output.done();
    output.line(
      `${files} schemas fetched (XML and JSON). SHACL shapes are not fetched: copy a folder that has them with --from.`,
    );
    for (const address of broken) output.error(`${address} is referred to, but is not published.`);
  } catch (error) {
    output.done();
    throw new DomainError(
      'upstream',
      `The schemas could not be fetched, and nothing was changed. ${error instanceof Error ? error.message : String(error)} Without a network, copy a folder: halocline schemas install --from <folder>.`,
      { cause: error },
    );
  }
}

async function copy(from: string, draft: string, output: Output): Promise<void> {
  if (!existsSync(join(from, 'catalog.xml')))
    throw new DomainError('invalid', `--from: ${from} is no schemas folder: it has no catalog.xml.`);
  let files = 0;
  cpSync(from, draft, {
    recursive: true,
    filter(path) {
      const found = lstatSync(path);
      if (found.isFile() && wanted.test(path)) files += 1;
      return found.isDirectory() || (found.isFile() && wanted.test(path));
    },
  });
  output.line(`${files} files copied from ${from}.`);
}
