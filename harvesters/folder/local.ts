import { readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { defaultLimits } from '#runtime/fetching';
import { memorable, unchangedIn } from '../asking/index.ts';
import { PageBuilder } from '../page-builder.ts';
import type { RememberedFile } from '../ports.ts';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { documentsOf, type FolderFile, hollow, mediaTypeOf } from './document.ts';

/** Where a listing stands: behind this file. */
const standing = z.object({ after: z.string() });

/** Bounds of a tree: deeper or larger ones are no folder of records, but a disk. */
const deepest = 20;
const mostFiles = 200_000;
const lookedUp = 100;

/** A file that was changed so lately may be changed again without another date: file systems count in up to two seconds. */
const unsettledMs = 3000;

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
  const isPartial = source.options['partial'] === 'yes';
  const { after } = standing.safeParse(context.resume === undefined ? undefined : JSON.parse(context.resume))
    .data ?? { after: undefined };
  const builder = new PageBuilder();
  const gaps: string[] = [];
  const found = start.isFile()
    ? [{ path: basename(source.url), folder: dirname(source.url) }]
    : walk(source.url, '', 0, gaps);
  for await (const batch of batches(found, gaps)) {
    const some = after === undefined ? batch : batch.filter(({ path }) => isBehind(path, after));
    // What is imported by hand has no list that would tell what to forget.
    const known = isPartial ? undefined : await context.files?.remembered(some.map(placeOf));
    for (const file of some) {
      context.signal.throwIfAborted();
      const read = readFileOf(file, known?.get(placeOf(file)));
      if ('problem' in read)
        builder.add({ documents: [hollow(addressOf(file.path))], problems: [read.problem] }, 0);
      else if ('unchanged' in read) builder.add(unchangedIn(read.unchanged), 0);
      else {
        const given = await documentsOf(read.file, context.log);
        const validator = isPartial ? undefined : read.validator;
        builder.add(memorable(given, placeOf(file), validator), read.file.bytes.length);
      }
      if (builder.isFull())
        yield { ...builder.take(), checkpoint: JSON.stringify({ after: file.path } satisfies Standing) };
    }
  }
  if (!builder.isEmpty()) yield builder.take();
  return { complete: !isPartial, ...(gaps[0] ? { gap: gaps[0] } : {}) };
}

type Standing = z.infer<typeof standing>;

/** Whether the walk comes to a path after another one: it goes by the names on the way, one after the other. */
function isBehind(path: string, other: string): boolean {
  const [names, others] = [path.split('/'), other.split('/')];
  const differs = names.findIndex((name, index) => name !== others[index]);
  return differs !== -1 && (names[differs] ?? '') > (others[differs] ?? '');
}

/** A file as its folder lists it; `path` is relative to it, with slashes. */
type LocalFile = { path: string; folder: string };

/** Where it is on this machine; told to nobody. */
const placeOf = ({ folder, path }: LocalFile) => resolve(folder, path);

/** Files are looked up together. */
async function* batches(
  files: AsyncIterable<LocalFile> | Iterable<LocalFile>,
  gaps: string[],
): AsyncGenerator<LocalFile[]> {
  let batch: LocalFile[] = [];
  let count = 0;
  for await (const file of files) {
    if (count >= mostFiles) {
      gaps.push(`The folder holds more than ${mostFiles} files.`);
      break;
    }
    count += 1;
    batch.push(file);
    if (batch.length < lookedUp) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* walk(
  folder: string,
  below: string,
  depth: number,
  gaps: string[],
): AsyncGenerator<LocalFile> {
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
  file: LocalFile,
  known: RememberedFile | undefined,
):
  | { file: FolderFile; validator: string | undefined }
  | { unchanged: RememberedFile }
  | { problem: ReturnType<typeof runProblem> } {
  const { path } = file;
  const full = placeOf(file);
  try {
    const stats = statSync(full);
    const { size, mtimeMs } = stats;
    if (known?.validator === validatorOf(stats)) return { unchanged: known };
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
      validator: Date.now() - mtimeMs > unsettledMs ? validatorOf(stats) : undefined,
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

/** Size and dates; a copy that was given the date of another file still has a date of its own. */
const validatorOf = ({ size, mtimeMs, ctimeMs }: Stats) => `${size} ${mtimeMs} ${ctimeMs}`;

/** Paths of this machine are nobody's business: the address counts from the folder. */
function addressOf(path: string): string {
  return `file:///${path.split('/').map(encodeURIComponent).join('/')}`;
}
