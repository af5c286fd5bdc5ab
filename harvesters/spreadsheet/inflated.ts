import { inflateRawSync } from 'node:zlib';
import { DomainError } from '#runtime/errors';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * Looks whether a ZIP archive (an .xlsx is one) stays within bounds when it is unpacked, whatever it says of itself.
 * @param most bytes of all its files together
 * @throws DomainError `invalid` for more, or for what is no such archive
 */
export function checkInflated(archive: Buffer, most: number): void {
  const broken = () =>
    new DomainError('invalid', 'The file is no sound .xlsx workbook. Save it again as .xlsx.');
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== endSignature) throw broken();
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let left = most;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entrySignature) throw broken();
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (local + 30 > archive.length) throw broken();
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (begin + packed > archive.length || (method !== 0 && method !== 8)) throw broken();
    left -= method === 0 ? packed : inflatedSize(archive.subarray(begin, begin + packed), left, broken);
    if (left < 0) throw tooLarge(most);
  }
}

function inflatedSize(bytes: Buffer, most: number, broken: () => Error): number {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError) return most + 1;
    throw broken();
  }
}

const tooLarge = (most: number) =>
  new DomainError('invalid', `The workbook holds more than ${most} bytes when it is unpacked. Split it.`);
