import { recogniseFormat } from '#catalogue/formats';
import type { Log } from '#runtime/log';
import { runProblem } from '../run-problem.ts';
import { splitSafely } from '../split-safely.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

/** Something that was sent: a file, with what is said of it. */
export type Parcel = {
  /** What it is called in the answer: its file's name, or its place in what was sent. */
  name: string;
  /** Where whoever sends it says so; otherwise it is found in the document. */
  identifier?: string;
  /** Without parameters. */
  mediaType: string;
  bytes: Uint8Array;
};

export type Unpacked = {
  /** With the name of the parcel, and its place in it where there are several. */
  documents: { name: string; document: HarvestedDocument }[];
  problems: RunProblem[];
};

const lineMediaTypes = /^application\/(x-ndjson|jsonl|json-lines|x-jsonlines)$/;

/** The documents of a parcel: one as a rule; several in JSON lines, a page of records or a catalogue. */
export async function unpack(parcel: Parcel, log: Log): Promise<Unpacked> {
  if (!lineMediaTypes.test(parcel.mediaType)) return unpackOne(parcel, log);
  const parts: Unpacked = { documents: [], problems: [] };
  const lines = Buffer.from(parcel.bytes).toString('utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const name = `${parcel.name} line ${index + 1}`;
    const bytes = new TextEncoder().encode(line);
    const found = await unpackOne({ name, mediaType: 'application/json', bytes }, log);
    parts.documents.push(...found.documents);
    parts.problems.push(...found.problems);
  }
  return parts;
}

async function unpackOne(parcel: Parcel, log: Log): Promise<Unpacked> {
  const { name, identifier, bytes } = parcel;
  const mediaType = parcel.mediaType === 'application/octet-stream' ? '' : parcel.mediaType;
  const common = { mediaType: mediaType || 'application/xml' };
  const format = recogniseFormat(bytes, mediaType ? { mediaType } : {});
  const { parts, problems } = await splitSafely({ url: '', mediaType: common.mediaType, bytes }, log);
  const [only, ...others] = parts;
  if (!only || (others.length === 0 && format !== undefined && identifier !== undefined)) {
    // Of what holds no record the reader says why.
    const told = only?.format ?? format;
    const document: HarvestedDocument = {
      ...common,
      ...(identifier ? { identifier } : { fallbackIdentifier: name }),
      ...(told ? { format: told } : {}),
      bytes: only?.bytes ?? bytes,
    };
    return { documents: [{ name, document }], problems: only ? named(problems, name) : [] };
  }
  if (others.length > 0 && identifier !== undefined)
    return {
      documents: [{ name, document: { ...common, identifier, bytes: new Uint8Array() } }],
      problems: [
        runProblem(
          'error',
          'several-resources',
          `The document holds ${parts.length} records, but was sent as the one record "${identifier}".`,
          'Send each record alone, or all of them by POST without an identifier.',
          { identifier },
        ),
      ],
    };
  return {
    documents: parts.map((part, index) => ({
      name: others.length === 0 ? name : `${name} #${index + 1}`,
      document: {
        ...part,
        ...common,
        ...(identifier ? { identifier } : {}),
        fallbackIdentifier: others.length === 0 ? name : `${name}#${index + 1}`,
      },
    })),
    problems: named(problems, name),
  };
}

const named = (problems: readonly RunProblem[], identifier: string) =>
  problems.map((problem) => ({ ...problem, identifier: problem.identifier ?? identifier }));
