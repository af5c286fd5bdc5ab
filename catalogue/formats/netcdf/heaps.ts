import { DamagedFile } from './data-file.ts';

const signature = Buffer.from('GCOL');

/**
 * Checks the global heaps of an HDF5 file, where lists of variable length are kept: in a heap whose objects do not add
 * up, the library (2.0) searches without end (HDF5 File Format Specification 3.0, III.E).
 * @throws DamagedFile where a heap is unsound
 */
export function checkHeaps(bytes: Uint8Array): void {
  // Lengths of other sizes than eight bytes are allowed, but nobody writes them.
  if (sizeOfLengths(bytes) !== 8) throw new DamagedFile('lengths in it are not of eight bytes');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 1)) {
    // The same letters may stand in data; a heap begins with its version and three zeros.
    if (at + 16 <= buffer.length && buffer.readUInt32LE(at + 4) === 1) checkHeap(buffer, at);
  }
}

function sizeOfLengths(bytes: Uint8Array): number | undefined {
  const version = bytes[8] ?? 0;
  return version < 2 ? bytes[14] : bytes[10];
}

/** Objects follow one another, each with a head of 16 bytes; one of index 0 is what is free, up to the end. */
function checkHeap(buffer: Buffer, begin: number): void {
  const end = begin + Number(buffer.readBigUInt64LE(begin + 8));
  const unsound = () => new DamagedFile(`the heap at byte ${begin} is unsound`);
  if (end > buffer.length || end < begin + 16) throw unsound();
  for (let at = begin + 16; at + 16 <= end; ) {
    const index = buffer.readUInt16LE(at);
    const size = Number(buffer.readBigUInt64LE(at + 8));
    if (index === 0) {
      if (size < 16 || at + size > end) throw unsound();
      at += size;
    } else {
      at += 16 + Math.ceil(size / 8) * 8;
      if (at > end) throw unsound();
    }
  }
}
