import type { DescribedDataFile } from '#datafiles';

/** A file of an archive as its folder lists it. `path` is relative to the archive, with slashes. */
export type ListedFile = { path: string; group: string; size: number; modifiedMs: number };

/** The same with what is known of what is in it; `described` is absent until it was opened. */
export type ArchiveFile = ListedFile & { described?: DescribedDataFile };

/** What was found out about the files of archives, so that those that did not change are not opened again. */
export type ArchiveFileStore = {
  /** Notes files that a walk through an archive met. What was known of a file of another size or date is forgotten. */
  note(sourceId: string, walk: string, files: readonly ListedFile[]): Promise<void>;
  /** Forgets the files of the source that the walk did not meet. */
  sweep(sourceId: string, walk: string): Promise<void>;
  /** Groups of files that the walk met, in order, behind `after` ('' to begin). */
  groups(sourceId: string, walk: string, after: string, limit: number): Promise<string[]>;
  /**
   * Files of a group that the walk met, in the order of their paths, behind `after` ('' to begin).
   * @param version what was found out by other versions of the readers is not given
   */
  filesOf(
    sourceId: string,
    walk: string,
    group: string,
    version: number,
    after: string,
    limit: number,
  ): Promise<ArchiveFile[]>;
  /** Keeps what was found out about files that were noted; neither facts nor problems for one that holds no data. */
  keep(
    sourceId: string,
    version: number,
    files: readonly { path: string; described: DescribedDataFile }[],
  ): Promise<void>;
};

/** What the crawler of archives works with. */
export type ArchivePorts = {
  /** Folders of this machine that may be crawled, with all that is below them; absolute. */
  roots: readonly string[];
  files: ArchiveFileStore;
  /** `describeDataFile`, here or in another thread. */
  describe(path: string): Promise<DescribedDataFile | undefined>;
};
