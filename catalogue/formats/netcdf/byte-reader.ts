import { DamagedFile } from './data-file.ts';

/** Reads numbers and texts one after another, big-endian, never beyond the end. */
export class ByteReader {
  private readonly view: DataView;
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining(): number {
    return this.bytes.length - this.position;
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4));
  }

  /** @throws DamagedFile for what no file can be as long as */
  uint64(): number {
    const value = this.view.getBigUint64(this.advance(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new DamagedFile(`a length of ${value}`);
    return Number(value);
  }

  take(length: number): Uint8Array {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  skip(length: number): void {
    this.advance(Math.min(length, this.remaining));
  }

  private advance(length: number): number {
    if (length > this.remaining)
      throw new DamagedFile(`${length} bytes are wanted at ${this.position}, but ${this.remaining} are left`);
    const start = this.position;
    this.position += length;
    return start;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('windows-1252');

/** A text of a file: UTF-8 as netCDF wants it, else Latin-1 as older programs wrote it; without the zeros at its end. */
export function textOf(bytes: Uint8Array): string {
  const written = bytes.subarray(0, endOf(bytes));
  try {
    return utf8.decode(written);
  } catch {
    return latin.decode(written);
  }
}

function endOf(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
}
