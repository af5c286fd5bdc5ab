import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = resolve(fileURLToPath(import.meta.url), '../..');

/** The folder of corpus, schemas and benchmarks beside the project, when it is there. */
export const sharedFolder = process.env['HALOCLINE_SHARED'] ?? resolve(projectRoot, '../shared');

/**
 * Path of something in the shared folder.
 * @returns the path, or `null` when it is absent: the suite then skips and says so
 * @throws Error in CI (`CI=true`), where a skipped suite is a failure
 */
export function shared(...segments: string[]): string | null {
  const path = join(sharedFolder, ...segments);
  if (existsSync(path)) return path;
  if (process.env['CI'] === 'true')
    throw new Error(`CI needs the shared folder, but ${segments.join('/')} is not there`);
  process.stderr.write(`skipped: the shared folder has no ${segments.join('/')}\n`);
  return null;
}
