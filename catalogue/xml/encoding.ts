import type { Problem } from '../model/index.ts';

/**
 * Decodes a document by its byte order mark, else its XML declaration, else UTF-8.
 * Bytes that are not valid in UTF-8 although it is declared (or nothing is) are read as Windows-1252, which is what
 * such documents really are, and the problem `encoding-wrong` says so.
 */
export function decodeDocument(bytes: Uint8Array): { text: string; encoding: string; problems: Problem[] } {
  const marked = byteOrderMark(bytes);
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    latin1(bytes.subarray(0, 256)),
  )?.[1];
  const encoding = (marked ?? declared ?? 'utf-8').toLowerCase();
  const problems: Problem[] = [];
  const say = (message: string, hint: string) =>
    problems.push({ severity: 'warning', code: 'encoding-wrong', path: '/', line: 1, message, hint });
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    say(
      `The declared encoding "${encoding}" is not known; the document was read as UTF-8.`,
      'Declare and send UTF-8.',
    );
    decoder = new TextDecoder('utf-8', { fatal: true });
  }
  try {
    return { text: undeclare(decoder.decode(bytes)), encoding: decoder.encoding, problems };
  } catch {
    say(
      `The document claims to be ${decoder.encoding} but is not; it was read as Windows-1252.`,
      'Send the encoding that you declare; best UTF-8.',
    );
    return {
      text: undeclare(new TextDecoder('windows-1252').decode(bytes)),
      encoding: 'windows-1252',
      problems,
    };
  }
}

/** The text goes to the parser as UTF-8, so a declaration of another encoding must not mislead it. Lines stay. */
function undeclare(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const trimmed = start.replace(/^\s+(?=<\?xml)/, '');
  return trimmed.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/, '$1');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
