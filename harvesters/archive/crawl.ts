import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type DescribedDataFile, factsVersion } from '#datafiles';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { groupingBy } from './grouping.ts';
import { archiveFolder } from './place.ts';
import type { ArchiveFile, ArchivePorts, ListedFile } from './ports.ts';
import { Series } from './series.ts';
import { walk } from './walk.ts';

/** Files noted at once, and files of a series in memory at once. */
const batch = 500;
/** Files being read at the same time. */
const together = 4;
/** Series on one page, behind each of which the crawl can be taken up again. */
const mostOnPage = 20;

/**
 * Crawls an archive: notes all its files, then describes one series after the other. Memory holds one series' common
 * facts and some hundred files, whatever the size of the archive; files that did not change are not opened again.
 * @throws DomainError `invalid`, `not-found` as `archiveFolder`
 */
export async function* crawl(
  source: HarvestSource,
  context: ListingContext,
  ports: ArchivePorts,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const folder = await archiveFolder(source.url, ports.roots);
  const walked = randomUUID();
  const gap = await noteFiles(source, folder, walked, context, ports);
  if (gap === undefined) await ports.files.sweep(source.id, walked);
  const baseUrl = baseUrlOf(source);
  let page: HarvestPage = { documents: [], problems: [] };
  for (let after = context.resume ?? ''; ; ) {
    const groups = await ports.files.groups(source.id, walked, after, batch);
    const last = groups.at(-1);
    if (last === undefined) break;
    for (const group of groups) {
      context.signal.throwIfAborted();
      const series = new Series(group, baseUrl);
      for await (const file of filesOf(source.id, walked, group, folder, context, ports)) series.add(file);
      add(page, series);
      if (page.documents.length < mostOnPage) continue;
      yield { ...page, checkpoint: group };
      page = { documents: [], problems: [] };
    }
    after = last;
  }
  yield page;
  return { complete: true, ...(gap === undefined ? {} : { gap }) };
}

/** @returns why the list has gaps, if it has */
async function noteFiles(
  source: HarvestSource,
  folder: string,
  walked: string,
  { signal }: ListingContext,
  { files }: ArchivePorts,
): Promise<string | undefined> {
  const groupOf = groupingBy(source.options['series']);
  let noted: ListedFile[] = [];
  let gap: string | undefined;
  for await (const found of walk(folder)) {
    signal.throwIfAborted();
    if ('gap' in found) gap ??= found.gap;
    else noted.push({ ...found.file, group: groupOf(found.file.path) });
    if (noted.length < batch) continue;
    await files.note(source.id, walked, noted);
    noted = [];
  }
  await files.note(source.id, walked, noted);
  return gap;
}

/** The files of a series in order, opened where they changed. */
async function* filesOf(
  sourceId: string,
  walked: string,
  group: string,
  folder: string,
  context: ListingContext,
  { files, describe }: ArchivePorts,
): AsyncGenerator<ArchiveFile> {
  for (let after = ''; ; ) {
    const some = await files.filesOf(sourceId, walked, group, factsVersion, after, batch);
    const last = some.at(-1);
    if (!last) return;
    after = last.path;
    const described = new Map<string, DescribedDataFile>();
    const waiting = some.filter((file) => !file.described);
    const work = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        context.signal.throwIfAborted();
        described.set(file.path, await open(join(folder, file.path), describe, context));
      }
    };
    await Promise.all(Array.from({ length: together }, work));
    const kept = [...described].map(([path, found]) => ({ path, described: found }));
    await files.keep(
      sourceId,
      factsVersion,
      kept.filter((one) => !isOurFault(one.described)),
    );
    for (const file of some) {
      const found = file.described ?? described.get(file.path);
      yield { ...file, ...(found ? { described: found } : {}) };
    }
  }
}

const isOurFault = ({ problems }: DescribedDataFile) => problems.some(({ code }) => code === 'reader-failed');

async function open(
  path: string,
  describe: ArchivePorts['describe'],
  { log }: ListingContext,
): Promise<DescribedDataFile> {
  // A folder may have become a link since it was listed.
  if ((await realpath(path).catch(() => path)) !== path) return { problems: [] };
  try {
    return (await describe(path)) ?? { problems: [] };
  } catch (error) {
    log.error({ err: error }, 'a data file could not be described');
    const message = 'Reading the file failed, or took too long.';
    const hint = 'Open it with the program that wrote it; if it is sound, tell the operator.';
    return { problems: [runProblem('error', 'reader-failed', message, hint)] };
  }
}

function add(page: HarvestPage, series: Series): void {
  const identifier = series.pattern;
  const description = series.description();
  if (!description && series.problems.length === 0) return;
  const common = { identifier, mediaType: 'application/json', url: addressOf(identifier) };
  const document: HarvestedDocument = description
    ? { ...common, format: 'data-files', bytes: new TextEncoder().encode(JSON.stringify(description)) }
    : { ...common, bytes: new Uint8Array() };
  page.documents.push(document);
  if (!description) page.problems.push(...series.problems.map((problem) => ({ ...problem, identifier })));
}

/** Paths of this machine are nobody's business: the address counts from the archive. */
function addressOf(pattern: string): string {
  return `file:///${pattern.split('/').map(encodeURIComponent).join('/')}`;
}

function baseUrlOf({ options }: HarvestSource): string | undefined {
  const given = options['baseUrl']?.trim();
  return given && URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) ? given : undefined;
}
