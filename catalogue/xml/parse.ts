import {
  type ErrorDetail,
  XmlElement as Node,
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlLibError,
  XmlText,
} from 'libxml2-wasm';
import type { Problem } from '../model/index.ts';
import { XmlElement } from './element.ts';
import { decodeDocument } from './encoding.ts';

/** Bytes beyond which a single document is refused: real records stay far below (the largest known is 0.6 MB). */
export const largestDocument = 20 * 1024 * 1024;

/** Depth beyond which a document is refused: ISO records reach 30. */
const deepest = 200;

export type ParsedXml = { root: XmlElement | null; problems: Problem[] };

/**
 * Parses a document without ever reaching outside it: no DTD is loaded, a document with a DOCTYPE is refused
 * (XML bombs and external entities need one, metadata records don't), sizes and depth are bounded.
 * @param bytes the document as received; a wrong declared encoding is mended and reported (`encoding-wrong`)
 * @returns the root, or `null` with at least one problem of severity `error`
 */
export function parseXml(bytes: Uint8Array): ParsedXml {
  const problems: Problem[] = [];
  const refuse = (code: string, message: string, hint: string, line?: number): ParsedXml => {
    problems.push({ severity: 'error', code, path: '/', ...(line ? { line } : {}), message, hint });
    return { root: null, problems };
  };
  if (bytes.length > largestDocument) {
    return refuse(
      'document-too-large',
      `The document has ${bytes.length} bytes; at most ${largestDocument} are read.`,
      'Split the record, or move bulky text into a linked document.',
    );
  }
  const decoded = decodeDocument(bytes);
  problems.push(...decoded.problems);
  if (/^[^<]*$/.test(decoded.text.slice(0, 2000)) && !decoded.text.includes('<')) {
    return refuse('not-xml', 'The document holds no XML element.', 'Serve the metadata record itself.');
  }
  if (/<!DOCTYPE/i.test(decoded.text)) {
    if (/^\s*(<!--[\s\S]*?-->\s*)*<!DOCTYPE\s+html/i.test(decoded.text.slice(0, 4000))) {
      return refuse(
        'html-instead-of-xml',
        'The answer is an HTML page, not a metadata record.',
        'Check the address: the server may answer an error page with status 200.',
      );
    }
    return refuse(
      'doctype-refused',
      'The document has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
      'Remove the DOCTYPE and write entities as plain characters.',
    );
  }
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(decoded.text, {
      option:
        ParseOption.XML_PARSE_NONET |
        ParseOption.XML_PARSE_NOCDATA |
        ParseOption.XML_PARSE_BIG_LINES |
        ParseOption.XML_PARSE_NO_XXE,
    });
  } catch (cause) {
    if (!(cause instanceof XmlLibError)) throw cause;
    const first: ErrorDetail | undefined = cause.details[0];
    return refuse(
      'not-well-formed',
      `The XML is not well-formed: ${(first?.message ?? cause.message).trim()}`,
      'Open the document in an XML editor and mend it at the line told.',
      first?.line || undefined,
    );
  }
  try {
    return { root: detach(document.root, 0), problems };
  } catch (cause) {
    if (!(cause instanceof TooDeep)) throw cause;
    return refuse(
      'nested-too-deep',
      `Elements are nested more than ${deepest} deep.`,
      'Check the exporter: metadata records reach a depth of about 30.',
    );
  } finally {
    document.dispose();
  }
}

class TooDeep extends Error {}

/** Copies a libxml2 node into plain objects: one pass over the tree costs less than an XPath per field. */
function detach(node: Node, depth: number): XmlElement {
  if (depth > deepest) throw new TooDeep();
  const children: (XmlElement | string)[] = [];
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof Node) children.push(detach(child, depth + 1));
    else if (child instanceof XmlText || child instanceof XmlCData) children.push(child.content);
  }
  return new XmlElement(
    node.name,
    node.namespaceUri,
    node.namespacePrefix,
    node.attrs.map((attribute) => ({
      name: attribute.name,
      namespace: attribute.namespaceUri,
      prefix: attribute.namespacePrefix,
      value: attribute.value,
    })),
    node.nsDeclarations,
    children,
    node.line,
  );
}
