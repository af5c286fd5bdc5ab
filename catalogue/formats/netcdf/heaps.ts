import type { ByteSource } from './byte-source.ts';
import { DamagedFile } from './data-file.ts';

const signature = Buffer.from('GCOL');

/** Bytes looked through at once; what lies over the seam is looked at again. */
const piece = 1024 * 1024;

/**
 * Checks the global heaps of an HDF5 file, where lists of variable length are kept: in a heap whose objects do not add
 * up, the library (2.0) searches without end (HDF5 File Format Specification 3.0, III.E).
 * @throws DamagedFile where a heap is unsound
 */
export function checkHeaps(source: ByteSource): void {
  // Lengths of other sizes than eight bytes are allowed, but nobody writes them.
  if (sizeOfLengths(source.read(0, Math.min(16, source.size))) !== 8)
    throw new DamagedFile('lengths in it are not of eight bytes');
  for (let start = 0; start < source.size; start += piece) {
    const length = Math.min(piece + signature.length - 1, source.size - start);
    const found = placesIn(source.read(start, length));
    for (const place of found) checkHeap(source, start + place);
  }
}

function placesIn(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 1)) places.push(at);
  return places;
}

function sizeOfLengths(bytes: Uint8Array): number | undefined {
  const version = bytes[8] ?? 0;
  return version < 2 ? bytes[14] : bytes[10];
}

/** Objects follow one another, each with a head of 16 bytes; one of index 0 is what is free, up to the end. */
function checkHeap(source: ByteSource, begin: number): void {
  const head = (at: number) => new DataView(Uint8Array.from(source.read(at, 16)).buffer);
  // The same letters may stand in data; a heap begins with its version and three zeros.
  if (begin + 16 > source.size || head(begin).getUint32(4, true) !== 1) return;
  const end = begin + Number(head(begin).getBigUint64(8, true));
  const unsound = () => new DamagedFile(`the heap at byte ${begin} is unsound`);
  if (end > source.size || end < begin + 16) throw unsound();
  for (let at = begin + 16; at + 16 <= end; ) {
    const object = head(at);
    const size = Number(object.getBigUint64(8, true));
    if (object.getUint16(0, true) === 0) {
      if (size < 16 || at + size > end) throw unsound();
      at += size;
    } else {
      at += 16 + Math.ceil(size / 8) * 8;
      if (at > end) throw unsound();
    }
  }
}
