import type { RememberedFile } from '../ports.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

type Found = { documents: HarvestedDocument[]; problems: RunProblem[] };

/** What a file gave that is unchanged since. */
export function unchangedIn(file: RememberedFile): Found {
  const documents = file.gave.map(
    ({ identifier, hash }): HarvestedDocument => ({
      identifier,
      unchanged: hash,
      file,
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array(),
    }),
  );
  return { documents, problems: [] };
}

/**
 * What a file gave, to be remembered with its validator. A file with problems of its own is fetched again each time, so that
 * they are told as long as they stand.
 */
export function memorable(found: Found, address: string, validator: string | undefined): Found {
  if (validator === undefined || found.problems.length > 0) return found;
  const file = { address, validator };
  return { ...found, documents: found.documents.map((document) => ({ ...document, file })) };
}
