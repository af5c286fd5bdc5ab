import {
  type DocumentPart,
  type FormatName,
  type ReadContext,
  readPart,
  recogniseFormat,
} from '#catalogue/formats';
import type { CatalogueRecord, Problem } from '#catalogue/model';
import { type PackedDocument, WrittenRecord } from '#ledger';
import type { Log } from '#runtime/log';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';
import { hashOf } from './hash.ts';

/** What reading one document gave: the record as it is to be shown. */
export type Read = {
  upstreamIdentifier: string;
  document: {
    bytes: Uint8Array;
    packed?: PackedDocument;
    format: FormatName;
    mediaType: string;
    url?: string;
  };
  record: WrittenRecord;
  problems: Problem[];
  overlaid: boolean;
};

/** What a source's rules make of what a document says. */
export type Interpreted = {
  record: CatalogueRecord;
  problems: Problem[];
  /** Whether the record differs from what the document says. */
  overlaid: boolean;
  /** Why the record is left out, by the filter of the source. */
  excluded?: string;
  /** Why the record is refused, by the validation level of the source. */
  refused?: Problem;
  /** Ids of the rules that changed something. */
  changedBy?: readonly string[];
};

/** The rules of one source, as they stand. */
export type Interpreter = {
  /** Names readers and rules in one word: what another interpreter made of a document is made anew. */
  name: string;
  /** Names the rules alone, '' or absent for none: with other rules a source is listed whole, not only what changed. */
  rules?: string;
  /** What is held is read, too, since it may not be wanted any more. */
  readsHeld?: boolean;
  /** Why a document is left out by what its envelope tells, before it is read; every document is read unless told. */
  leavesOut?(document: Pick<HarvestedDocument, 'sets'>): string | undefined;
  /** Absent where records are what their documents say. */
  interpret?(
    record: CatalogueRecord,
    problems: readonly Problem[],
    about: { format: FormatName; identifier: string },
  ): Interpreted;
};

/** What the documents say, unchanged. */
export const plainInterpreter = (name: string): Interpreter => ({ name });

/** What reading a document gave, ready to be stored. */
export type PartReading = {
  record: WrittenRecord | null;
  problems: Problem[];
  /** The document, where it was packed. */
  packed?: PackedDocument;
};

/**
 * Reads a document of a known format: `readPart` of catalogue/formats, here or in another thread.
 * @param pack whether the document is to be stored, so that it may be packed at once
 */
export type PartReader = (part: DocumentPart, context?: ReadContext, pack?: boolean) => Promise<PartReading>;

/** Reads in this thread, and leaves packing to the store. */
export const readHere: PartReader = async (part, context) => {
  const { record, problems } = await readPart(part, context);
  return { record: record && WrittenRecord.of(record), problems };
};

/**
 * What reading one document gave: the change that it asks for, `null` with the reason among the problems when it gives
 * no record. `problems` are those to be told in the run; notes stay with the record alone.
 */
export type Reading = {
  change: Read | null;
  problems: RunProblem[];
  excluded?: Exclusion;
  /** Ids of the rules of the source that changed something of the record. */
  changedBy?: readonly string[];
};

/** A record that a rule of the source leaves out: an earlier copy of it goes. */
export type Exclusion = { identifier: string; reason: string };

/** Reads one document into the change that it asks for. */
export async function readDocument(
  document: HarvestedDocument,
  sourceId: string,
  interpreter: Interpreter,
  read: PartReader,
  log: Log,
): Promise<Reading> {
  const reading = await interpretDocument(document, sourceId, interpreter, read, log);
  if (reading.change || reading.excluded) return reading;
  return { ...reading, problems: reading.problems.map((problem) => ({ ...problem, refused: true })) };
}

async function interpretDocument(
  document: HarvestedDocument,
  sourceId: string,
  interpreter: Interpreter,
  read: PartReader,
  log: Log,
): Promise<Reading> {
  const problems: RunProblem[] = [];
  const found = await readOf(document, problems, read, log);
  if (!found) return { change: null, problems };
  const { upstreamIdentifier, document: kept } = found;
  const about = { format: kept.format, identifier: upstreamIdentifier };
  try {
    if (!interpreter.interpret) return { change: { ...found, overlaid: false }, problems };
    const {
      record,
      excluded,
      refused,
      changedBy = [],
      ...interpreted
    } = interpreter.interpret(found.record.record, found.problems, about);
    if (excluded !== undefined)
      return { change: null, problems: [], excluded: { identifier: upstreamIdentifier, reason: excluded } };
    if (refused) {
      problems.push({ ...refused, identifier: upstreamIdentifier });
      return { change: null, problems };
    }
    const written = record === found.record.record ? found.record : WrittenRecord.of(record);
    return {
      change: { upstreamIdentifier, document: kept, record: written, ...interpreted },
      problems,
      changedBy,
    };
  } catch (error) {
    log.error({ err: error, sourceId, identifier: upstreamIdentifier }, 'the rules of a source failed');
    const message =
      'Applying the rules of this source failed by a fault of this catalogue; they were left out.';
    problems.push(
      runProblem('error', 'rules-failed', message, 'Tell the operator; the document is not at fault.', {
        identifier: upstreamIdentifier,
      }),
    );
    return { change: { ...found, overlaid: false }, problems };
  }
}

type Found = Omit<Read, 'overlaid'>;

async function readOf(
  document: HarvestedDocument,
  problems: RunProblem[],
  read: PartReader,
  log: Log,
): Promise<Found | null> {
  const { bytes, url, mediaType } = document;
  const context = { ...(url ? { baseUrl: url } : {}), ...(mediaType ? { mediaType } : {}) };
  const format = document.format ?? recogniseFormat(bytes, context);
  const name = document.identifier ?? document.fallbackIdentifier;
  if (!format) {
    problems.push(unknownFormat(url, name));
    return null;
  }
  const {
    record,
    problems: found,
    packed,
  } = await readSafely({ format, bytes }, context, !document.held, read, log);
  const identifier = document.identifier ?? record?.record.metadataIdentifier?.trim();
  const upstreamIdentifier = record ? identifier || derive(document, record.record, problems) : name;
  for (const problem of found)
    if (problem.severity !== 'info')
      problems.push({ ...problem, ...(upstreamIdentifier ? { identifier: upstreamIdentifier } : {}) });
  if (!record || !upstreamIdentifier) return null;
  return {
    upstreamIdentifier,
    document: { bytes, format, mediaType, ...(packed ? { packed } : {}), ...(url ? { url } : {}) },
    record,
    problems: found,
  };
}

/** A reader that throws has a fault; that is one document's misfortune, not the run's. */
async function readSafely(
  part: DocumentPart,
  context: ReadContext,
  pack: boolean,
  read: PartReader,
  log: Log,
): Promise<PartReading> {
  try {
    return await read(part, context, pack);
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
    'Serve ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite, schema.org, STAC or OGC Records.',
    name ? { identifier: name } : {},
  );
}
