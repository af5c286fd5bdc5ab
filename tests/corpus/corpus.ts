import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type DocumentPart, readPart, splitDocument } from '#catalogue/formats';
import type { CatalogueRecord, Problem } from '#catalogue/model';

/** Folders of the corpus that hold formats which we read. */
export const corpusFolders = [
  'iso19139',
  'iso19115-3',
  'csw',
  'oai-pmh',
  'dcat',
  'datacite',
  'schemaorg',
  'erddap',
  'netcdf',
  'stac',
  'ogcapi-records',
  'ckan',
  'thredds',
] as const;

/** Media types that a server would tell, by the ending of the file. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rdf': 'application/rdf+xml',
  '.ttl': 'text/turtle',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.json-ld': 'application/ld+json',
  '.html': 'text/html',
  '.nc': 'application/x-netcdf',
};

/** One document of the corpus. `path` is relative to the corpus; `malformed` ones can't be parsed, whoever tries. */
export type CorpusDocument = { path: string; folder: string; source: string; malformed: boolean };

/**
 * Every document of our formats, in order of path. Files without ending are extracts that no one serves.
 * @param corpus path of the corpus
 */
export function corpusDocuments(corpus: string): CorpusDocument[] {
  return corpusFolders.flatMap((folder) =>
    readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => extname(name) in mediaTypes)
      .sort()
      .map((name) => ({
        path: `${folder}/${name}`,
        folder,
        source: name.split('/')[0] ?? '',
        malformed: name.includes('/malformed/'),
      })),
  );
}

/** What our readers make of one record of a document. */
export type CorpusReading = { part: DocumentPart; record: CatalogueRecord | null; problems: Problem[] };

/** Reads a document of the corpus as a harvest would: split into records, and each of them read. */
export async function readCorpusDocument(
  corpus: string,
  path: string,
): Promise<{ readings: CorpusReading[]; problems: Problem[] }> {
  const mediaType = mediaTypes[extname(path)];
  const context = mediaType === undefined ? {} : { mediaType };
  const { parts, problems } = await splitDocument(readFileSync(join(corpus, path)), context);
  const readings: CorpusReading[] = [];
  for (const part of parts) readings.push({ part, ...(await readPart(part, context)) });
  return { readings, problems };
}
