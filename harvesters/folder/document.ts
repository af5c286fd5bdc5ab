import type { Log } from '#runtime/log';
import { sniffRecord } from '../envelope/index.ts';
import { runProblem } from '../run-problem.ts';
import { splitSafely } from '../split-safely.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

/** A file of a folder, read. `path` is relative to the folder, with slashes. */
export type FolderFile = { path: string; url: string; mediaType: string; bytes: Uint8Array };

/** Endings of files that may hold metadata; others in the folder are none of our business. */
const endings: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.iso': 'application/xml',
  '.rdf': 'application/rdf+xml',
  '.ttl': 'text/turtle',
  '.nt': 'application/n-triples',
  '.n3': 'text/n3',
  '.jsonld': 'application/ld+json',
  '.json': 'application/json',
};

/** @returns the media type that a file's name promises, `undefined` when it holds no metadata */
export function mediaTypeOf(path: string): string | undefined {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? undefined : endings[path.slice(dot).toLowerCase()];
}

/** Stands for a file that gave nothing, so that the records that came from it are not taken for gone. */
export function hollow(url: string): HarvestedDocument {
  return { url, mediaType: 'application/octet-stream', bytes: new Uint8Array() };
}

/** The documents of a file: one as a rule, several where it is a page of records or a catalogue. */
export async function documentsOf(
  file: FolderFile,
  log: Log,
): Promise<{ documents: HarvestedDocument[]; problems: RunProblem[] }> {
  const common = { url: file.url, mediaType: file.mediaType };
  const told = sniffRecord(file.bytes);
  if (told.format)
    return {
      documents: [{ ...told, ...common, bytes: file.bytes, fallbackIdentifier: file.path }],
      problems: [],
    };
  const { parts, problems } = await splitSafely(file, log);
  if (parts.length === 0) {
    const named = problems.map((problem) => ({ ...problem, identifier: file.path }));
    return { documents: [hollow(file.url)], problems: named.length > 0 ? named : [nothingIn(file.path)] };
  }
  const [only] = parts;
  const alone = parts.length === 1 && only?.bytes.length === file.bytes.length;
  return {
    documents: parts.map((part, index) => ({
      ...part,
      ...common,
      fallbackIdentifier: alone ? file.path : `${file.path}#${index + 1}`,
    })),
    problems: problems.map((problem) => ({ ...problem, identifier: file.path })),
  };
}

function nothingIn(path: string): RunProblem {
  return runProblem(
    'error',
    'format-unknown',
    `"${path}" holds no metadata in a format that is read here.`,
    'Put ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite, schema.org, STAC or OGC Records documents there.',
    { identifier: path },
  );
}
