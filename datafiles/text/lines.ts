import { type ByteSource, DamagedFile } from '#catalogue/formats/netcdf';

/** Bytes read at once, and the longest line: a longer one is no line of a table. */
const piece = 1024 * 1024;
const longestLine = 8 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin = new TextDecoder('windows-1252');

/**
 * The lines of a text file, without their ends, a piece of the file in memory at a time. What is not UTF-8 is taken for
 * Windows-1252, piece by piece.
 * @throws DamagedFile for a line without end
 */
export function* linesOf(source: ByteSource): Generator<string> {
  let rest: Uint8Array = new Uint8Array();
  for (let offset = 0; offset < source.size; ) {
    const length = Math.min(piece, source.size - offset);
    const read = Buffer.concat([rest, source.read(offset, length)]);
    offset += length;
    const end = offset === source.size ? read.length : read.lastIndexOf(0x0a) + 1;
    if (end === 0 && read.length > longestLine)
      throw new DamagedFile(`a line is longer than ${longestLine} bytes`);
    rest = read.subarray(end);
    if (end === 0) continue;
    const lines = textOf(read.subarray(0, end)).split(/\r\n|\n|\r/);
    // What stands behind the last line end is no line.
    if (lines.at(-1) === '') lines.pop();
    yield* lines;
  }
}

/** A text of unsure encoding, without a byte order mark. */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    return latin.decode(bytes);
  }
}
