import type { DataExtents, WrittenHeader } from '#catalogue/formats/data-files';
import type { CatalogueRecord, Problem } from '#catalogue/model';

type Resource = CatalogueRecord['resource'];

/** What one data file says of itself, in its header and by its values; as JSON has it. */
export type FileFacts = {
  format: { name: string; version?: string };
  header: WrittenHeader;
  extents: DataExtents;
  platforms: Resource['platforms'];
  instruments: Resource['instruments'];
  campaigns: Resource['campaigns'];
};

/** `facts` are absent where nothing can be said of the file; then an error among the problems says why. */
export type DescribedDataFile = { facts?: FileFacts; problems: Problem[] };

/** Changes when a file would be described otherwise than before: what is kept of files is then found out anew. */
export const factsVersion = 2;
