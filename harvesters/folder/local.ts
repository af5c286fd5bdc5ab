import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '#runtime/errors';
import { defaultLimits } from '#runtime/fetching';
import { PageBuilder } from '../page-builder.ts';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { documentsOf, type FolderFile, hollow, mediaTypeOf } from './document.ts';

/** Bounds of a tree: deeper or larger ones are no folder of records, but a disk. */
const deepest = 20;
const mostFiles = 200_000;

/**
 * Reads a local folder and what is below it, or a single file. Hidden files are passed over; symbolic links are not
 * followed, since they may lead anywhere. Names are taken in order, so that of two files with one identifier the same
 * one is always the first.
 * @throws DomainError `not-found` when the path is not there
 */
export async function* localPages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const start = await stat(source.url).catch(() => null);
  if (!start) throw new DomainError('not-found', `There is no file or folder "${source.url}".`);
  const builder = new PageBuilder();
  const gaps: string[] = [];
  const files = start.isFile()
    ? [{ path: basename(source.url), folder: dirname(source.url) }]
    : walk(source.url, '', 0, gaps);
  let count = 0;
  for await (const { path, folder } of files) {
    context.signal.throwIfAborted();
    if (count >= mostFiles) {
      gaps.push(`The folder holds more than ${mostFiles} files.`);
      break;
    }
    count += 1;
    const read = readFileOf(folder, path);
    if ('problem' in read) builder.add({ documents: [hollow(addressOf(path))], problems: [read.problem] }, 0);
    else builder.add(await documentsOf(read.file, context.log), read.file.bytes.length);
    if (builder.isFull()) yield builder.take();
  }
  if (!builder.isEmpty()) yield builder.take();
  return { complete: source.options['partial'] !== 'yes', ...(gaps[0] ? { gap: gaps[0] } : {}) };
}

async function* walk(
  folder: string,
  below: string,
  depth: number,
  gaps: string[],
): AsyncGenerator<{ path: string; folder: string }> {
  if (depth > deepest) {
    gaps.push(`The folder is nested more than ${deepest} deep, at "${below}".`);
    return;
  }
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(folder, path, depth + 1, gaps);
    else if (entry.isFile() && mediaTypeOf(path)) yield { path, folder };
  }
}

/** At once: for files of this size, five turns of the thread pool cost more than parsing what they hold. */
function readFileOf(
  folder: string,
  path: string,
): { file: FolderFile } | { problem: ReturnType<typeof runProblem> } {
  const full = join(folder, path);
  try {
    const { size } = statSync(full);
    if (size > defaultLimits.maxBytes)
      return {
        problem: runProblem(
          'error',
          'document-too-large',
          `"${path}" has ${size} bytes; at most ${defaultLimits.maxBytes} are read.`,
          'Split the file.',
          { identifier: path },
        ),
      };
    return {
      file: {
        path,
        url: addressOf(path),
        mediaType: mediaTypeOf(path) ?? 'application/xml',
        bytes: readFileSync(full),
      },
    };
  } catch (error) {
    const told = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return {
      problem: runProblem(
        'error',
        'file-unreadable',
        `"${path}" can't be read (${told}).`,
        'Check its permissions.',
        {
          identifier: path,
        },
      ),
    };
  }
}

/** Paths of this machine are nobody's business: the address counts from the folder. */
function addressOf(path: string): string {
  return `file:///${path.split('/').map(encodeURIComponent).join('/')}`;
}
