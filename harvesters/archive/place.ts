import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DomainError } from '#runtime/errors';

/**
 * The folder of an archive, without symbolic links, if it may be crawled. Nothing is looked up of a path that may not.
 * @param roots folders that may be crawled, with all that is below them
 * @throws DomainError `invalid` (field `url`) for a path outside of them, `not-found` when it is no folder
 */
export async function archiveFolder(path: string, roots: readonly string[]): Promise<string> {
  if (roots.length === 0)
    throw new DomainError(
      'invalid',
      'url: archives of this machine are not crawled. Name the folders that may be in HALOCLINE_ARCHIVES.',
      { field: 'url' },
    );
  const asked = resolve(path);
  const outside = new DomainError(
    'invalid',
    `url: "${path}" is in none of the folders that may be crawled (HALOCLINE_ARCHIVES).`,
    { field: 'url' },
  );
  if (!isAbsolute(path) || !roots.some((root) => isWithin(asked, resolve(root)))) throw outside;
  const real = await realpath(asked).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isDirectory())
    throw new DomainError('not-found', `There is no folder "${path}".`);
  const realRoots = await Promise.all(roots.map((root) => realpath(root).catch(() => undefined)));
  if (!realRoots.some((root) => root !== undefined && isWithin(real, root))) throw outside;
  return real;
}

/** Whether a path is a folder or below it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
