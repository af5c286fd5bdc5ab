import { z } from 'zod';
import { boundingBox, namedReference, problem, verticalExtent } from '../../model/index.ts';
import { Attributes, type Header } from '../acdd/index.ts';

const attributes = z.record(z.string(), z.array(z.union([z.string(), z.number()])));

/** A header as JSON has it. */
export const writtenHeader = z.object({
  attributes,
  dimensions: z.array(z.object({ name: z.string(), size: z.number() })),
  variables: z.array(
    z.object({
      name: z.string(),
      type: z.string().optional(),
      dimensions: z.array(z.string()).optional(),
      attributes,
    }),
  ),
});
export type WrittenHeader = z.infer<typeof writtenHeader>;

/** Where and when data are, by their coordinates, or by their attributes where these tell it alone. */
export const dataExtents = z.object({
  box: boundingBox.optional(),
  /** One for each unit and direction. */
  verticals: z.array(verticalExtent),
  /** ISO 8601, with the precision that the data have. */
  period: z.object({ start: z.string(), end: z.string() }).optional(),
});
export type DataExtents = z.infer<typeof dataExtents>;

/** What is known of one set of files of an archive: the document that the archive crawler keeps. */
export const dataFilesDescription = z.object({
  dataFiles: z.literal('1.0'),
  /** Names of its files, with `*` where they differ; relative to the archive. */
  pattern: z.string(),
  files: z.object({
    count: z.int().positive(),
    bytes: z.number().nonnegative(),
    formats: z.array(z.object({ name: z.string(), version: z.string().optional() })),
    /** Each of them, where they are few. */
    listed: z.array(
      z.object({ path: z.string(), bytes: z.number(), format: z.string(), url: z.string().optional() }),
    ),
    /** Address of the folder that holds them all. */
    folder: z.string().optional(),
  }),
  /** What all of them say alike, with the variables that any has. */
  header: writtenHeader,
  /** Attributes of the file that some lack or that differ: in how many files they are told. */
  differing: z.record(z.string(), z.int()),
  platforms: z.array(namedReference),
  instruments: z.array(namedReference),
  campaigns: z.array(namedReference),
  extents: dataExtents,
  /** Met in the files; the path begins with that of the file. */
  problems: z.array(problem),
});
export type DataFilesDescription = z.infer<typeof dataFilesDescription>;

/** Texts longer than this say no more than their beginning; lists longer than this are data, not description. */
const longestText = 4000;
const mostValues = 64;

/** Writes a header as JSON has it; what JSON has no word for (NaN) is left out. */
export function writeHeader(header: Header): WrittenHeader {
  const written = (from: Attributes) =>
    Object.fromEntries(
      from.entriesOf().flatMap(({ name, values }) => {
        const kept = values
          .filter((value) => typeof value === 'string' || Number.isFinite(value))
          .map((value) => (typeof value === 'string' ? value.slice(0, longestText) : value));
        return kept.length > 0 && kept.length <= mostValues ? [[name, kept]] : [];
      }),
    );
  return {
    attributes: written(header.attributes),
    dimensions: header.dimensions.map(({ name, size }) => ({ name, size })),
    variables: header.variables.map(({ name, type, dimensions, attributes: own }) => ({
      name,
      ...(type === undefined ? {} : { type }),
      ...(dimensions === undefined ? {} : { dimensions: [...dimensions] }),
      attributes: written(own),
    })),
  };
}

/** The header again. */
export function readHeader(written: WrittenHeader): Header {
  const read = (owner: string, from: WrittenHeader['attributes']) => {
    const found = new Attributes(owner);
    for (const [name, values] of Object.entries(from)) found.set(name, values);
    return found;
  };
  return {
    attributes: read('', written.attributes),
    dimensions: written.dimensions,
    variables: written.variables.map(({ name, type, dimensions, attributes: own }) => ({
      name,
      ...(type === undefined ? {} : { type }),
      ...(dimensions === undefined ? {} : { dimensions }),
      attributes: read(name, own),
    })),
  };
}
