import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDataFile } from '#datafiles';

/** A tree that is nested deeper is no archive. */
const deepest = 32;

export type WalkedFile = { path: string; size: number; modifiedMs: number };
export type Walked = { file: WalkedFile } | { gap: string };

/**
 * The data files below a folder, in no order. Hidden files and folders are passed over; symbolic links are not followed,
 * since they may lead anywhere. What cannot be listed is a gap.
 */
export async function* walk(folder: string, below = '', depth = 0): AsyncGenerator<Walked> {
  if (depth > deepest) {
    yield { gap: `The archive is nested more than ${deepest} deep, at "${below}".` };
    return;
  }
  const subfolders: string[] = [];
  try {
    for await (const entry of await opendir(join(folder, below))) {
      if (entry.name.startsWith('.')) continue;
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) subfolders.push(path);
      else if (entry.isFile() && isDataFile(entry.name)) yield await found(folder, path);
    }
  } catch (cause) {
    yield { gap: `The folder "${below || '.'}" cannot be listed (${codeOf(cause)}).` };
  }
  for (const path of subfolders) yield* walk(folder, path, depth + 1);
}

async function found(folder: string, path: string): Promise<Walked> {
  try {
    const { size, mtimeMs } = await stat(join(folder, path));
    return { file: { path, size, modifiedMs: Math.round(mtimeMs) } };
  } catch (cause) {
    return { gap: `"${path}" cannot be looked up (${codeOf(cause)}).` };
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
