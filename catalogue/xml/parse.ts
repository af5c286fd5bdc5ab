import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import type { Problem } from '../model/index.ts';
import { deepest, detach, NestedTooDeep } from './detach.ts';
import type { XmlElement } from './element.ts';
import { decodeDocument, isPlainUtf8 } from './encoding.ts';
import { buildFromText } from './stream.ts';
import { declareMissing, missingPrefixes } from './undeclared.ts';

/** Bytes beyond which a single document is refused: real records stay far below (the largest known is 0.6 MB). */
export const largestDocument = 20 * 1024 * 1024;

export type ParsedXml = { root: XmlElement | null; problems: Problem[] };

const options = {
  option:
    ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NOCDATA |
    ParseOption.XML_PARSE_BIG_LINES |
    ParseOption.XML_PARSE_NO_XXE,
};

/**
 * Parses a document without ever reaching outside it: no DTD is loaded, a document with a DOCTYPE is refused
 * (XML bombs and external entities need one, metadata records don't), sizes and depth are bounded.
 * @param bytes the document as received; a wrong declared encoding is mended and reported (`encoding-wrong`), and so
 *   is a namespace prefix that is nowhere declared (`prefix-undeclared`)
 * @param largest bytes beyond which it is refused, `largestDocument` unless told (pages of records are larger)
 * @returns the root, or `null` with at least one problem of severity `error`
 */
export function parseXml(bytes: Uint8Array, largest = largestDocument): ParsedXml {
  if (bytes.length > largest) {
    return refuse(
      'document-too-large',
      `The document has ${bytes.length} bytes; at most ${largest} are read.`,
      'Split the record, or move bulky text into a linked document.',
    );
  }
  const { text, problems } = isPlainUtf8(bytes)
    ? { text: plainText(bytes), problems: [] }
    : decodeDocument(bytes);
  const refused = refuseByHead(text.slice(0, 8192));
  if (refused) return { root: null, problems: [...problems, ...refused.problems] };
  const parsed = build(text);
  return { root: parsed.root, problems: [...problems, ...parsed.problems] };
}

/** Bytes that are surely UTF-8 without a mark, as text: a decoder takes five times longer. */
function plainText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}

/** Judges what stands before the root element. */
function refuseByHead(head: string): ParsedXml | undefined {
  const prolog = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(head)?.[0] ?? '';
  const start = head.slice(prolog.length, prolog.length + 200);
  if (/^<(!DOCTYPE\s+html|html[\s>])/i.test(start)) {
    return refuse(
      'html-instead-of-xml',
      'The answer is an HTML page, not a metadata record.',
      'Check the address: the server may answer an error page with status 200.',
    );
  }
  if (/^<!DOCTYPE/i.test(start) || /^<!/.test(start)) {
    return refuse(
      'doctype-refused',
      'The document has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
      'Remove the DOCTYPE and write entities as plain characters.',
    );
  }
  if (start !== '' && !start.startsWith('<')) {
    return refuse('not-xml', 'The document holds no XML element.', 'Serve the metadata record itself.');
  }
  return undefined;
}

function build(text: string): ParsedXml {
  const quick = buildFromText(text);
  if (quick) return { root: quick, problems: [] };
  // Something is amiss: libxml2 tells what and where, and sees whether it is only a missing declaration.
  const first = load(text);
  const missing = 'failure' in first ? missingPrefixes(first.failure) : [];
  if (missing.length === 0) return finish(first);
  const second = finish(load(declareMissing(text, missing)));
  return { root: second.root, problems: [...missing.map(prefixUndeclared), ...second.problems] };
}

type Loaded = { document: XmlDocument } | { failure: XmlLibError };

function load(text: string): Loaded {
  try {
    return { document: XmlDocument.fromString(text, options) };
  } catch (cause) {
    if (cause instanceof XmlLibError) return { failure: cause };
    throw cause;
  }
}

function finish(loaded: Loaded): ParsedXml {
  if ('failure' in loaded) {
    const [detail] = loaded.failure.details;
    return refuse(
      'not-well-formed',
      `The XML is not well-formed: ${(detail?.message ?? loaded.failure.message).trim()}`,
      'Open the document in an XML editor and mend it at the line told.',
      detail?.line || undefined,
    );
  }
  const { document } = loaded;
  // A DOCTYPE can hide behind a prolog that is longer than what was looked at.
  if (document.dtd) {
    document.dispose();
    return refuse('doctype-refused', 'The document has a DOCTYPE.', 'Remove the DOCTYPE.');
  }
  try {
    return { root: detach(document.root), problems: [] };
  } catch (cause) {
    if (!(cause instanceof NestedTooDeep)) throw cause;
    return refuse(
      'nested-too-deep',
      `Elements are nested more than ${deepest} deep.`,
      'Check the exporter: metadata records reach a depth of about 40.',
    );
  } finally {
    document.dispose();
  }
}

function prefixUndeclared({ prefix, line }: { prefix: string; line?: number }): Problem {
  return {
    severity: 'warning',
    code: 'prefix-undeclared',
    path: '/',
    ...(line ? { line } : {}),
    message: `The namespace prefix "${prefix}" is not declared; the usual namespace was assumed.`,
    hint: `Declare xmlns:${prefix} on the root element.`,
  };
}

function refuse(code: string, message: string, hint: string, line?: number): ParsedXml {
  return {
    root: null,
    problems: [{ severity: 'error', code, path: '/', ...(line ? { line } : {}), message, hint }],
  };
}
