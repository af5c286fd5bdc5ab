import { Attributes, type AttributeValues, type HeaderVariable } from '../acdd/index.ts';
import { ByteReader, textOf } from './byte-reader.ts';
import type { ByteSource } from './byte-source.ts';
import { DamagedFile, type DataFile, largestRead } from './data-file.ts';

/** External types by their number in the file (NetCDF Classic Format Specification; 7 to 11 are those of CDF-5). */
const types: Readonly<Record<number, { name: string; size: number }>> = {
  1: { name: 'byte', size: 1 },
  2: { name: 'char', size: 1 },
  3: { name: 'short', size: 2 },
  4: { name: 'int', size: 4 },
  5: { name: 'float', size: 4 },
  6: { name: 'double', size: 8 },
  7: { name: 'ubyte', size: 1 },
  8: { name: 'ushort', size: 2 },
  9: { name: 'uint', size: 4 },
  10: { name: 'int64', size: 8 },
  11: { name: 'uint64', size: 8 },
};

const tags = { dimension: 10, variable: 11, attribute: 12 } as const;
const kinds: Readonly<Record<number, string>> = {
  1: 'netCDF classic',
  2: 'netCDF 64-bit offset',
  5: 'netCDF CDF-5',
};

type Stored = {
  variable: HeaderVariable;
  type: { name: string; size: number };
  /** Sizes of its dimensions without that of records. */
  shape: number[];
  isRecord: boolean;
  begin: number;
};

/**
 * Opens a file of the classic formats: CDF-1, CDF-2 (64-bit offset) and CDF-5. The header is short and all that is
 * read; values stay where they are. (The library netcdfjs knows no CDF-5, takes texts for Latin-1 and reads variables
 * only whole.)
 * @throws DamagedFile where the header can't be
 */
export function openClassic(source: ByteSource): DataFile {
  const { kind, declared, dimensions, attributes, stored } = headerOf(source);
  const recordSize = recordSizeOf(stored);
  const records = recordsOf(declared, recordSize, stored, source.size);
  const sizes = dimensions.map(({ name, size }) => ({ name, size: size === 0 ? records : size }));
  const byName = new Map(stored.map((one) => [one.variable.name, one]));
  const countOf = (one: Stored) => product(one.shape) * (one.isRecord ? records : 1);
  return {
    kind,
    header: { attributes, dimensions: sizes, variables: stored.map(({ variable }) => variable) },
    faults: stored.flatMap((one) => missing(one, countOf(one), records, recordSize, source.size)),
    count: (name) => {
      const one = byName.get(name);
      return one && one.type.name !== 'char' ? countOf(one) : 0;
    },
    numbers: (name, start, count) => {
      const one = byName.get(name);
      if (!one || one.type.name === 'char' || start + count > countOf(one) || count > largestRead)
        throw new DamagedFile(`${name} has no ${count} numbers from ${start}`);
      return readNumbers(source, one, recordSize, start, count);
    },
    close: () => {},
  };
}

/** Bytes at the beginning that are taken for the header at first, and at most. */
const firstGuess = 256 * 1024;
const longestHeader = 256 * 1024 * 1024;

/** Reads the header, from more and more of the file until it is whole. */
function headerOf(source: ByteSource) {
  for (let length = firstGuess; ; length *= 8) {
    const isLast = length >= Math.min(source.size, longestHeader);
    try {
      return readHeader(source.read(0, Math.min(length, source.size)));
    } catch (cause) {
      if (isLast || !(cause instanceof DamagedFile)) throw cause;
    }
  }
}

function readHeader(bytes: Uint8Array) {
  const version = bytes[3] ?? 0;
  const kind = kinds[version];
  if (kind === undefined) throw new DamagedFile(`version ${version} of the format is unknown`);
  const header = new HeaderReader(new ByteReader(bytes.subarray(4)), version);
  const declared = header.length();
  const dimensions = header.list(tags.dimension, () => ({ name: header.name(), size: header.length() }));
  const attributes = new Attributes('');
  header.attributes(attributes);
  const stored = header.list(tags.variable, () => header.variable(dimensions));
  return { kind, declared, dimensions, attributes, stored };
}

class HeaderReader {
  constructor(
    private readonly reader: ByteReader,
    private readonly version: number,
  ) {}

  /** A NON_NEG: 64 bits in CDF-5, 32 before. */
  length(): number {
    return this.version === 5 ? this.reader.uint64() : this.reader.uint32();
  }

  name(): string {
    const length = this.length();
    const text = textOf(this.reader.take(length));
    this.pad(length);
    return text;
  }

  /** A list with its tag; an absent one is two zeros. No entry takes less than eight bytes, which bounds the length. */
  list<T>(tag: number, read: () => T): T[] {
    const found = this.reader.uint32();
    const length = this.length();
    if (found === 0 && length === 0) return [];
    if (found !== tag) throw new DamagedFile(`a list begins with ${found} instead of ${tag}`);
    if (length * 8 > this.reader.remaining)
      throw new DamagedFile(`a list of ${length} entries in so few bytes`);
    return Array.from({ length }, read);
  }

  attributes(into: Attributes): void {
    this.list(tags.attribute, () => {
      const name = this.name();
      const type = this.type();
      const length = this.length();
      const bytes = this.reader.take(length * type.size);
      this.pad(bytes.length);
      into.set(name, valuesOf(bytes, type.name, length));
    });
  }

  variable(dimensions: readonly { name: string; size: number }[]): Stored {
    const name = this.name();
    const rank = this.length();
    if (rank * 4 > this.reader.remaining) throw new DamagedFile(`a variable of ${rank} dimensions`);
    const along = Array.from({ length: rank }, () => {
      const dimension = dimensions[this.length()];
      if (!dimension) throw new DamagedFile(`the variable ${name} has a dimension that is not there`);
      return dimension;
    });
    const attributes = new Attributes(name);
    this.attributes(attributes);
    const type = this.type();
    // The size of its data is told too, but may have overflowed; it is reckoned instead.
    this.length();
    const begin = this.version === 1 ? this.reader.uint32() : this.reader.uint64();
    const isRecord = along[0]?.size === 0;
    return {
      variable: { name, type: type.name, dimensions: along.map((one) => one.name), attributes },
      type,
      shape: along.slice(isRecord ? 1 : 0).map(({ size }) => size),
      isRecord,
      begin,
    };
  }

  private type(): { name: string; size: number } {
    const number = this.reader.uint32();
    const type = types[number];
    if (!type) throw new DamagedFile(`the type ${number} is unknown`);
    return type;
  }

  private pad(length: number): void {
    this.reader.skip((4 - (length % 4)) % 4);
  }
}

function valuesOf(bytes: Uint8Array, type: string, length: number): AttributeValues {
  if (type === 'char') return [textOf(bytes)];
  return [...decode(bytes, type, length)];
}

/** Bytes of one record: those of all record variables, each filled up to four, unless there is only one (8 of the format). */
function recordSizeOf(stored: readonly Stored[]): number {
  const records = stored.filter(({ isRecord }) => isRecord);
  const sizes = records.map(({ shape, type }) => product(shape) * type.size);
  if (sizes.length === 1) return sizes[0] ?? 0;
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 4) * 4, 0);
}

/** While a file is being written the number of records is told as all ones; then its length tells it. */
function recordsOf(declared: number, recordSize: number, stored: readonly Stored[], size: number): number {
  if (declared !== 0xffffffff) return declared;
  const begin = Math.min(...stored.filter(({ isRecord }) => isRecord).map((one) => one.begin));
  return recordSize > 0 && Number.isFinite(begin) ? Math.max(0, Math.floor((size - begin) / recordSize)) : 0;
}

function missing(one: Stored, count: number, records: number, recordSize: number, size: number): string[] {
  if (count === 0) return [];
  const end = one.isRecord
    ? one.begin + (records - 1) * recordSize + product(one.shape) * one.type.size
    : one.begin + count * one.type.size;
  return end > size ? [`${one.variable.name} goes to byte ${end} of ${size}`] : [];
}

function readNumbers(
  source: ByteSource,
  one: Stored,
  recordSize: number,
  start: number,
  count: number,
): Float64Array {
  const { type, begin, isRecord } = one;
  const row = isRecord ? product(one.shape) : Number.POSITIVE_INFINITY;
  const result = new Float64Array(count);
  for (let done = 0; done < count; ) {
    const index = start + done;
    const record = isRecord ? Math.floor(index / row) : 0;
    const within = isRecord ? index % row : index;
    const length = Math.min(count - done, row - within);
    const offset = begin + record * recordSize + within * type.size;
    if (offset + length * type.size > source.size)
      throw new DamagedFile(`${one.variable.name} goes beyond the end of the file`);
    result.set(decode(source.read(offset, length * type.size), type.name, length), done);
    done += length;
  }
  return result;
}

function decode(bytes: Uint8Array, type: string, length: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result = new Float64Array(length);
  const read = decoders[type];
  if (!read) throw new DamagedFile(`no numbers are in the type ${type}`);
  const { size, at } = read;
  for (let index = 0; index < length; index++) result[index] = at(view, index * size);
  return result;
}

const decoders: Readonly<Record<string, { size: number; at: (view: DataView, offset: number) => number }>> = {
  byte: { size: 1, at: (view, offset) => view.getInt8(offset) },
  ubyte: { size: 1, at: (view, offset) => view.getUint8(offset) },
  short: { size: 2, at: (view, offset) => view.getInt16(offset) },
  ushort: { size: 2, at: (view, offset) => view.getUint16(offset) },
  int: { size: 4, at: (view, offset) => view.getInt32(offset) },
  uint: { size: 4, at: (view, offset) => view.getUint32(offset) },
  float: { size: 4, at: (view, offset) => view.getFloat32(offset) },
  double: { size: 8, at: (view, offset) => view.getFloat64(offset) },
  int64: { size: 8, at: (view, offset) => Number(view.getBigInt64(offset)) },
  uint64: { size: 8, at: (view, offset) => Number(view.getBigUint64(offset)) },
};

const product = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);
