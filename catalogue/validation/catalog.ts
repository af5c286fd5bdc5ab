import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { xmlRegisterInputProvider } from 'libxml2-wasm';

type Rewrite = { start: string; target: string };

/** Folders that libxml2 may read in this process, with the addresses that their catalogs rewrite. */
const folders = new Map<string, readonly Rewrite[]>();

/**
 * Lets libxml2 read the schemas of a folder: remote addresses are served from the copies that its `catalog.xml` names
 * (OASIS XML Catalogs 1.1, rewriteURI). Nothing outside the folder is ever read, and nothing is asked of a network.
 * @param folder absolute, with a catalog.xml
 */
export function serveSchemas(folder: string): void {
  const real = realpathSync(folder);
  if (folders.has(real)) return;
  const catalog = readFileSync(join(real, 'catalog.xml'), 'utf8');
  const rewrites = [...catalog.matchAll(/<rewriteURI uriStartString="([^"]+)" rewritePrefix="([^"]+)"/g)]
    .map(([, start = '', target = '']) => ({ start, target: join(real, target) }))
    .sort((one, other) => other.start.length - one.start.length);
  if (folders.size === 0) register();
  folders.set(real, rewrites);
}

/** One provider for all folders: libxml2 keeps it for the life of the process. */
function register(): void {
  xmlRegisterInputProvider({
    match: (address) => localPath(address) !== null,
    open: (address) => {
      const path = localPath(address);
      return path === null ? undefined : openSync(path, 'r');
    },
    read: (descriptor, buffer) => readSync(descriptor, buffer, 0, buffer.byteLength, null),
    close: (descriptor) => {
      closeSync(descriptor);
      return true;
    },
  });
}

function localPath(address: string): string | null {
  for (const [folder, rewrites] of folders) {
    const rule = rewrites.find(({ start }) => address.startsWith(start));
    const path = resolve(rule ? rule.target + address.slice(rule.start.length) : pathOf(address));
    if (path.startsWith(folder + sep) && existsSync(path) && realpathSync(path).startsWith(folder + sep))
      return path;
  }
  return null;
}

function pathOf(address: string): string {
  try {
    return address.startsWith('file:') ? fileURLToPath(address) : address;
  } catch {
    // A file address of another host, or one that is no address: it names nothing here.
    return sep;
  }
}
