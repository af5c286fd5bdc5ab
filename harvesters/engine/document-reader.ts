import { type DocumentPart, type ReadContext, type ReadResult, recogniseFormat } from '#catalogue/formats';
import type { CatalogueRecord } from '#catalogue/model';
import type { RecordChange } from '#ledger';
import type { Log } from '#runtime/log';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';
import { hashOf } from './hash.ts';

export type Put = Extract<RecordChange, { kind: 'put' }>;

/** Reads a document of a known format: `readPart` of catalogue/formats, here or in another thread. */
export type PartReader = (part: DocumentPart, context: ReadContext) => Promise<ReadResult>;

/**
 * What reading one document gave: the change that it asks for, `null` with the reason among the problems when it gives
 * no record. `problems` are those to be told in the run; notes stay with the record alone.
 */
export type Reading = { change: Put | null; problems: RunProblem[] };

/** Reads one document into the change that it asks for. */
export async function readDocument(
  document: HarvestedDocument,
  sourceId: string,
  read: PartReader,
  log: Log,
): Promise<Reading> {
  const problems: RunProblem[] = [];
  const change = await changeOf(document, sourceId, problems, read, log);
  return { change, problems };
}

async function changeOf(
  document: HarvestedDocument,
  sourceId: string,
  problems: RunProblem[],
  read: PartReader,
  log: Log,
): Promise<Put | null> {
  const { bytes, url, mediaType } = document;
  const context = { ...(url ? { baseUrl: url } : {}), ...(mediaType ? { mediaType } : {}) };
  const format = document.format ?? recogniseFormat(bytes, context);
  const name = document.identifier ?? document.fallbackIdentifier;
  if (!format) {
    problems.push(unknownFormat(url, name));
    return null;
  }
  const { record, problems: found } = await readSafely({ format, bytes }, context, read, log);
  const identifier = document.identifier ?? record?.metadataIdentifier?.trim();
  const upstreamIdentifier = record ? identifier || derive(document, record, problems) : name;
  for (const problem of found)
    if (problem.severity !== 'info')
      problems.push({ ...problem, ...(upstreamIdentifier ? { identifier: upstreamIdentifier } : {}) });
  if (!record || !upstreamIdentifier) return null;
  return {
    kind: 'put',
    sourceId,
    upstreamIdentifier,
    document: { bytes, format, mediaType, ...(url ? { url } : {}) },
    record,
    problems: found,
  };
}

/** A reader that throws has a fault; that is one document's misfortune, not the run's. */
async function readSafely(
  part: DocumentPart,
  context: ReadContext,
  read: PartReader,
  log: Log,
): Promise<ReadResult> {
  try {
    return await read(part, context);
  } catch (error) {
    log.error({ err: error, url: context.baseUrl }, 'a reader failed');
    const problem = runProblem(
      'error',
      'reader-failed',
      'Reading the document failed by a fault of this catalogue.',
      'Tell the operator; the document is not at fault.',
    );
    return { record: null, problems: [problem] };
  }
}

/** A record without identifier gets one from what stays the same: its file's path, else its title and first link. */
function derive(document: HarvestedDocument, record: CatalogueRecord, problems: RunProblem[]): string {
  const { titles, distributions } = record.resource;
  const content = JSON.stringify([Object.values(titles).sort(), distributions[0]?.url ?? '']);
  const derived = document.fallbackIdentifier ?? `derived:${hashOf(Buffer.from(content)).slice(0, 32)}`;
  problems.push(
    runProblem(
      'warning',
      'identifier-derived',
      `The record has no identifier of its own; "${derived}" was derived from its ${document.fallbackIdentifier ? 'address' : 'title and link'}.`,
      'Give the record an identifier that never changes: otherwise a new address or title makes it a new record.',
      { identifier: derived },
    ),
  );
  return derived;
}

function unknownFormat(url: string | undefined, name: string | undefined): RunProblem {
  return runProblem(
    'error',
    'format-unknown',
    `The document is in no format that is read here${url ? `: ${url}` : ''}.`,
    'Serve ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite or schema.org.',
    name ? { identifier: name } : {},
  );
}
