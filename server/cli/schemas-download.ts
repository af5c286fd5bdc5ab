import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { DomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import { entrySchemas, homes, pathOfAddress, plainSchemas } from './schemas-addresses.ts';

/** Files and bytes beyond which something is wrong: the schemas are about 700 files of 10 MB. */
const mostFiles = 3000;
const largestFile = 4 * 1024 * 1024;

/** What was fetched; `broken` are addresses that schemas refer to and that lead nowhere. */
type Downloaded = { files: number; broken: string[] };

/**
 * Fetches the schemas and all that they refer to from the bodies that publish them.
 * @param folder an empty folder that they are written to
 * @throws DomainError `upstream` when an entry schema can't be had, or a server fails
 */
export async function downloadSchemas(
  folder: string,
  fetcher: Pick<Fetcher, 'fetch'>,
  onProgress: (files: number) => void,
): Promise<Downloaded> {
  const imported = Object.values(entrySchemas).flatMap((imports) => imports.map(([, address]) => address));
  const entries = new Set([...imported, ...plainSchemas]);
  const queue = [...entries];
  const done = new Set<string>();
  const broken: string[] = [];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const path = pathOfAddress(address);
    if (path === undefined || done.has(path)) continue;
    done.add(path);
    if (done.size > mostFiles)
      throw new DomainError('upstream', `The schemas refer to more than ${mostFiles} files.`);
    const { status, bytes } = await fetcher.fetch(address, {
      limits: { maxBytes: largestFile, retries: 2 },
    });
    // Some published schemas refer to packages that were never published; validators do without.
    if ((status === 404 || status === 410) && !entries.has(address)) {
      broken.push(address);
      continue;
    }
    if (status !== 200) throw new DomainError('upstream', `${address} answers with status ${status}.`);
    const text = new TextDecoder().decode(bytes);
    queue.push(...referencesOf(text, address));
    save(join(folder, path), withLocalLocations(text, address, path));
    onProgress(done.size);
  }
  for (const [file, imports] of Object.entries(entrySchemas))
    save(join(folder, file), entrySchema(file, imports));
  save(join(folder, 'catalog.xml'), catalog());
  return { files: done.size - broken.length, broken };
}

/** `xs:import`, `xs:include` and the like; not `xsi:schemaLocation`. */
const schemaLocation = /(?<![\w:])schemaLocation\s*=\s*(["'])([^"']+)\1/g;
const jsonReference = /["']?\$ref["']?\s*:\s*["']?([^"'\s#][^"'\s#]*)/g;

function referencesOf(text: string, address: string): string[] {
  const found = /\.xsd$/.test(address)
    ? [...text.matchAll(schemaLocation)].map(([, , location = '']) => location)
    : [...text.matchAll(jsonReference)].map(([, location = '']) => location);
  return found.flatMap((location) =>
    URL.canParse(location, address) ? [new URL(location, address).href] : [],
  );
}

/**
 * Schemas that name one another now by a full, now by a relative address are two schemas to libxml2, which then finds
 * everything declared twice; here each has one place.
 */
function withLocalLocations(text: string, address: string, path: string): string {
  return text.replace(schemaLocation, (whole, quote: string, location: string) => {
    const target = URL.canParse(location, address)
      ? pathOfAddress(new URL(location, address).href)
      : undefined;
    return target === undefined ? whole : `schemaLocation=${quote}${relative(path, target)}${quote}`;
  });
}

const relative = (from: string, to: string) => posix.relative(posix.dirname(from), to);

function entrySchema(file: string, imports: readonly (readonly [string, string])[]): string {
  const lines = imports.map(
    ([namespace, address]) =>
      `  <xs:import namespace="${namespace}" schemaLocation="${relative(file, pathOfAddress(address) ?? address)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n${lines.join('\n')}\n</xs:schema>\n`;
}

/** An OASIS XML catalog of the same addresses, so that other programs find the copies too. */
function catalog(): string {
  const rules = homes.flatMap(([address, folder]) =>
    [address, address.replace('https:', 'http:')].flatMap((start) => [
      `  <rewriteSystem systemIdStartString="${start}" rewritePrefix="${folder}"/>`,
      `  <rewriteURI uriStartString="${start}" rewritePrefix="${folder}"/>`,
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" prefer="public">\n${rules.join('\n')}\n</catalog>\n`;
}

function save(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
