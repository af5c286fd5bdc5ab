import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** What we accept, and can undo. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * Reads a body to its end, undoing its content codings, and stops as soon as it is larger than allowed: before a
 * byte is read where Content-Length tells it, while decompressing where only that shows it (a gzip bomb).
 * @throws FetchError `too-large`, `encoding`
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  host: string,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new FetchError(
      'too-large',
      `The answer of ${host} is larger than ${maxBytes} bytes, so it was not read on. Ask for smaller pages or split the document.`,
    );
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  let stream: Readable = body;
  for (const decoder of decoders(headers['content-encoding'], host)) {
    // Errors arrive at whoever reads the last stream; the callback only keeps them from being unhandled.
    stream = pipeline(stream, decoder, () => {});
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Reads the beginning of a body and leaves the rest.
 * @throws FetchError `encoding`
 */
export async function readStart(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  bytes: number,
  host: string,
): Promise<Uint8Array> {
  let stream: Readable = body;
  for (const decoder of decoders(headers['content-encoding'], host))
    stream = pipeline(stream, decoder, () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    chunks.push(piece);
    size += piece.length;
    if (size >= bytes) break;
  }
  return Buffer.concat(chunks, size).subarray(0, bytes);
}

/** Codings in the order in which they are undone: the last applied first (RFC 9110, 8.4). */
function decoders(header: string | undefined, host: string): Transform[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (names.length > 3)
    throw new FetchError('encoding', `The answer of ${host} is compressed ${names.length} times over.`);
  return names.map((name) => {
    if (name === 'gzip' || name === 'x-gzip') return createGunzip();
    if (name === 'deflate') return createInflate();
    if (name === 'br') return createBrotliDecompress();
    throw new FetchError(
      'encoding',
      `The answer of ${host} has the content coding "${name}", which nobody asked for.`,
    );
  });
}
