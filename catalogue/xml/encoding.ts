import { isUtf8 } from 'node:buffer';
import type { Problem } from '../model/index.ts';

/** A document as text, the encoding that it really has, and what was wrong with what it claims. */
export type DecodedDocument = { text: string; encoding: string; problems: Problem[] };

const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/;

/**
 * Decodes a document by its byte order mark, else its XML declaration, else UTF-8.
 * Bytes that are not valid in the encoding that is declared are read as UTF-8 if they are that, else as Windows-1252,
 * which is what such documents really are; the problem `encoding-wrong` says so.
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  const problems: Problem[] = [];
  const say = (message: string) =>
    problems.push({
      severity: 'warning',
      code: 'encoding-wrong',
      path: '/',
      line: 1,
      message,
      hint: 'Declare the encoding that you send; best UTF-8.',
    });
  const marked = byteOrderMark(bytes);
  const claimed = marked ?? declaredEncoding(bytes) ?? 'utf-8';
  // The declaration was legible byte by byte, so the document can't be in a two-byte encoding.
  const impossible = marked === undefined && /^(utf-?16|ucs-?[24]|utf-?32|iso-10646)/.test(claimed);
  const decoder = impossible ? undefined : decoderOf(claimed);
  if (!decoder) {
    const real = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    say(`The document claims to be ${claimed}, which it cannot be; it was read as ${real}.`);
    return { text: undeclare(new TextDecoder(real).decode(bytes)), encoding: real, problems };
  }
  try {
    return { text: undeclare(decoder.decode(bytes)), encoding: decoder.encoding, problems };
  } catch {
    const real = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    say(`The document claims to be ${decoder.encoding} but is not; it was read as ${real}.`);
    return { text: undeclare(new TextDecoder(real).decode(bytes)), encoding: real, problems };
  }
}

/** Whether the bytes are what nearly all documents are: UTF-8 that starts with markup and claims nothing else. */
export function isPlainUtf8(bytes: Uint8Array): boolean {
  return bytes[0] === 0x3c && /^utf-?8$/.test(declaredEncoding(bytes) ?? 'utf-8') && isUtf8(bytes);
}

/** In lower case; `undefined` when there is no XML declaration or it names none. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(256, bytes.length)).toString('latin1');
  return declaration.exec(start)?.[1]?.toLowerCase();
}

function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
}

/** The text goes to the parser as UTF-8, so a declaration of another encoding must not mislead it. Lines stay. */
function undeclare(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const trimmed = start.replace(/^\s+(?=<\?xml)/, '');
  return trimmed.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/, '$1');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  // XML 1.0, appendix F: "<" in two bytes without a mark.
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}
