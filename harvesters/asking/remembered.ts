import type { RememberedFile } from '../ports.ts';
import type { HarvestedDocument, RunProblem, SourceFile } from '../types.ts';

/** What one file gave; `files`: itself, where it gave no documents and is remembered for where it leads. */
export type FileFound = { documents: HarvestedDocument[]; problems: RunProblem[]; files?: SourceFile[] };

/** Characters of what a file leads to, beyond which it is fetched each time. */
const longestLeads = 1_000_000;

/** What a file gave that is unchanged since. */
export function unchangedIn(file: RememberedFile): FileFound {
  const documents = file.gave.map(
    ({ identifier, hash }): HarvestedDocument => ({
      identifier,
      unchanged: hash,
      file,
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array(),
    }),
  );
  return documents.length > 0 || file.leads === undefined
    ? { documents, problems: [] }
    : { documents, problems: [], files: [file] };
}

/**
 * What a file gave, to be remembered with its validator. A file with problems of its own is fetched again each time, so that
 * they are told as long as they stand.
 * @param leads where it leads to, for files that are more than their documents
 */
export function memorable(
  found: FileFound,
  address: string,
  validator: string | undefined,
  leads?: string,
): FileFound {
  if (validator === undefined || found.problems.length > 0) return found;
  if (leads !== undefined && leads.length > longestLeads) return found;
  const file = { address, validator, ...(leads === undefined ? {} : { leads }) };
  if (found.documents.length === 0) return leads === undefined ? found : { ...found, files: [file] };
  return { ...found, documents: found.documents.map((document) => ({ ...document, file })) };
}
