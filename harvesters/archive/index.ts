import { DomainError } from '#runtime/errors';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import { crawl } from './crawl.ts';
import { groupingBy } from './grouping.ts';
import { archiveFolder } from './place.ts';
import type { ArchivePorts } from './ports.ts';
import { walk } from './walk.ts';

export type { ArchiveFile, ArchiveFileStore, ArchivePorts, ListedFile } from './ports.ts';

/** Files that are counted when the archive is only asked what it has. */
const mostCounted = 10_000;

/**
 * An archive of data files on this machine (netCDF, ODV, Sea-Bird CNV, CSV): files whose names differ only in numbers
 * become the record of a series. Options: `series` (patterns that tell series apart), `baseUrl` (where the files can be had).
 */
export const archive: HarvestProtocol = {
  name: 'archive',
  async describe(source, context) {
    const { roots } = portsOf(context);
    const folder = await archiveFolder(source.url, roots);
    const groupOf = groupingBy(source.options['series']);
    const groups = new Set<string>();
    let files = 0;
    for await (const found of walk(folder)) {
      context.signal.throwIfAborted();
      if (!('file' in found)) continue;
      files += 1;
      groups.add(groupOf(found.file.path));
      if (files >= mostCounted) break;
    }
    const all = files >= mostCounted ? `More than ${mostCounted}` : `${files}`;
    return { facts: [`${all} data files in ${groups.size} series`, ...[...groups].sort().slice(0, 10)] };
  },
  async *pages(source, context) {
    return yield* crawl(source, context, portsOf(context));
  },
};

/** @throws DomainError `invalid` where archives are not crawled at all */
function portsOf({ archives }: ListingContext): ArchivePorts {
  if (archives) return archives;
  throw new DomainError(
    'invalid',
    'url: archives of this machine are not crawled. Name the folders that may be in HALOCLINE_ARCHIVES.',
    { field: 'url' },
  );
}
