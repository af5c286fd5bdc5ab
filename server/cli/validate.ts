import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type CheckLanguage, type CheckReport, checkDocument, type RuleSetName } from '#catalogue/checks';
import { largestDocument } from '#catalogue/xml';
import { readConfiguration } from '#runtime/config';
import { DomainError } from '#runtime/errors';
import type { Output } from '../progress.ts';
import { installedSchemas, schemasFolderOf } from '../schemas-folder.ts';
import { csvOf, textOf } from './validate-output.ts';
import { withHouse } from './with-house.ts';

export type ValidateCommand = {
  rules: RuleSetName[];
  format: 'text' | 'json' | 'csv';
  lang: CheckLanguage;
  /** Id of a record of the catalogue, instead of a file. */
  record?: string;
};

type Document = { bytes: Uint8Array; mediaType?: string };

/**
 * `halocline validate`. The exit code is 1 when there is an error in the document, 2 when there is none to read.
 * @param path a file, or `-` for standard input
 */
export async function validate(
  path: string | undefined,
  { rules, format, lang, record }: ValidateCommand,
  output: Output,
): Promise<void> {
  let document: Document;
  try {
    document = await documentOf(path, record);
  } catch (error) {
    output.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
    return;
  }
  const schemas = installedSchemas(schemasFolderOf(readConfiguration(process.env)));
  const { bytes, mediaType } = document;
  const report = await checkDocument(bytes, {
    sets: rules,
    language: lang,
    ...(mediaType ? { mediaType } : {}),
    ...(schemas ? { schemas } : {}),
  });
  output.line(written(report, format));
  process.exitCode = report.passed ? 0 : 1;
}

function written(report: CheckReport, format: ValidateCommand['format']): string {
  if (format === 'json') return JSON.stringify(report, null, 2);
  return format === 'csv' ? csvOf(report) : textOf(report);
}

async function documentOf(path: string | undefined, record: string | undefined): Promise<Document> {
  if ((path === undefined) === (record === undefined))
    throw new DomainError('invalid', 'Name a file (or - for standard input), or a record with --record.');
  if (record !== undefined)
    return withHouse(async ({ stores }) => {
      const original = await stores.records.original(record, 'staff');
      if (!original) throw new DomainError('not-found', `There is no record "${record}" with a document.`);
      return original;
    });
  if (path === '-' || path === undefined) return { bytes: await standardInput() };
  const { size } = await stat(path).catch(() => {
    throw new DomainError('not-found', `The file ${path} can't be read.`);
  });
  if (size > largestDocument)
    throw new DomainError('too-large', `The file has ${size} bytes; at most ${largestDocument} are read.`);
  const mediaType = mediaTypes[extname(path).toLowerCase()];
  return { bytes: await readFile(path), ...(mediaType ? { mediaType } : {}) };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rdf': 'application/rdf+xml',
  '.ttl': 'text/turtle',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
};

/** @throws DomainError `too-large` */
async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestDocument)
      throw new DomainError('too-large', `At most ${largestDocument} bytes are read.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
