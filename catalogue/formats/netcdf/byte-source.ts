import { readSync } from 'node:fs';
import { DamagedFile } from './data-file.ts';

/** Bytes that are read piece by piece: in memory, or of a file that may be larger than it. */
export type ByteSource = {
  size: number;
  /** @throws DamagedFile where the bytes end before `offset + length` */
  read(offset: number, length: number): Uint8Array;
};

/** Bytes in memory; pieces are views of them. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset + length > bytes.length) throw beyond(offset, length, bytes.length);
      return bytes.subarray(offset, offset + length);
    },
  };
}

/** Bytes read ahead: values of records lie close to one another, and are asked for one by one. */
const ahead = 1024 * 1024;

/** An open file. What is read is valid until the next read. */
export function fileSource(descriptor: number, size: number): ByteSource {
  const window = new Uint8Array(Math.min(ahead, size));
  let [begin, filled] = [0, 0];
  return {
    size,
    read(offset, length) {
      if (offset + length > size) throw beyond(offset, length, size);
      if (length > window.length) return fill(descriptor, new Uint8Array(length), offset, length);
      if (offset < begin || offset + length > begin + filled) {
        filled = Math.min(window.length, size - offset);
        begin = offset;
        fill(descriptor, window, offset, filled);
      }
      return window.subarray(offset - begin, offset - begin + length);
    },
  };
}

function fill(descriptor: number, into: Uint8Array, offset: number, length: number): Uint8Array {
  for (let done = 0; done < length; ) {
    const read = readSync(descriptor, into, done, length - done, offset + done);
    if (read === 0) throw new DamagedFile('the file was cut short while it was read');
    done += read;
  }
  return into;
}

const beyond = (offset: number, length: number, size: number) =>
  new DamagedFile(`${length} bytes are wanted at ${offset}, but the file has ${size}`);
