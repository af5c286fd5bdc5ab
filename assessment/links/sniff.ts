import { Parser } from 'htmlparser2';
import type { ServedContent } from '#catalogue/fair';

/** First bytes of formats, as text of one character a byte. */
const signatures: readonly [RegExp, ServedContent][] = [
  [/^CDF[\x01\x02\x05]/, 'netcdf'],
  [/^\x89HDF\r\n/, 'hdf5'],
  [/^PK(\x03\x04|\x05\x06)/, 'zip'],
  [/^\x1f\x8b/, 'gzip'],
  [/^%PDF-/, 'pdf'],
  [/^(II\*\0|II\+\0|MM\0\*|MM\0\+)/, 'tiff'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8)/, 'image'],
];

/**
 * What the first bytes of an answer are, whatever its headers say.
 * @param bytes some thousand are enough; none are no content at all
 */
export function contentOf(bytes: Uint8Array): ServedContent {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const signed = signatures.find(([pattern]) => pattern.test(start));
  if (signed) return signed[1];
  const text = new TextDecoder().decode(bytes).trimStart();
  // A multi-byte character may be cut at the end; anything else below blank is no text.
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return 'binary';
  if (/^(<\?xml[^>]*>\s*|<!--.*?-->\s*)*(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/is.test(text))
    return pageOf(text).login ? 'login' : 'html';
  if (text.startsWith('<')) return 'xml';
  if (/^[[{]/.test(text)) return 'json';
  return 'text';
}

/** Title of an HTML page, and whether it asks for a password. */
export function pageOf(html: string): { title?: string; login: boolean } {
  let title = '';
  let inTitle = false;
  let login = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inTitle = name === 'title' && title === '';
      if (name === 'input' && attributes['type']?.toLowerCase() === 'password') login = true;
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.end(html);
  const shown = title.replace(/\s+/g, ' ').trim().slice(0, 300);
  return { login, ...(shown ? { title: shown } : {}) };
}
