import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of the project, found from where this code runs: from the sources (tests) as well as from `build/`.
 * Migrations and built pages are looked up from here.
 * @throws Error when no package.json stands above
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('No package.json above the running code: the installation is incomplete.');
    folder = above;
  }
  return folder;
}
