import type { Problem } from '../model/index.ts';
import { decodeDocument, largestDocument } from '../xml/index.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

/** Depth beyond which a document is refused: metadata in JSON reach about 15. */
const deepest = 100;

/**
 * Parses a JSON document of bounded size and depth.
 * @param bytes the document as received; bytes that are not UTF-8 are mended and reported (`encoding-wrong`)
 * @param largest bytes beyond which it is refused
 * @returns the value, or `undefined` with at least one problem of severity `error`
 */
export function parseJson(
  bytes: Uint8Array,
  largest: number = largestDocument,
): { value?: JsonValue; problems: Problem[] } {
  if (bytes.length > largest) {
    return refusal(
      'document-too-large',
      `The document has ${bytes.length} bytes; at most ${largest} are read.`,
      'Split the document, or move bulky text into a linked one.',
    );
  }
  const { text, problems } = decodeDocument(bytes);
  if (depth(text) > deepest) {
    return refusal(
      'nested-too-deep',
      `Objects and arrays are nested more than ${deepest} deep.`,
      'Check the exporter: metadata in JSON reach a depth of about 15.',
    );
  }
  try {
    return { value: JSON.parse(text) as JsonValue, problems };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const offset = offsetOf(said, text);
    const line = offset === undefined ? undefined : text.slice(0, offset).split('\n').length;
    const html = /^\s*<(!doctype\s+html|html)/i.test(text);
    return html
      ? refusal(
          'html-instead-of-json',
          'The answer is an HTML page, not a metadata record.',
          'Check the address: the server may answer an error page with status 200.',
        )
      : refusal(
          'not-well-formed',
          `The JSON is not well-formed: ${said}`,
          'JSON knows no comments, no trailing commas and no line breaks in texts; mend the document at the place told.',
          line,
        );
  }
}

function refusal(code: string, message: string, hint: string, line?: number): { problems: Problem[] } {
  return { problems: [{ severity: 'error', code, path: '/', ...(line ? { line } : {}), message, hint }] };
}

/** The engine tells the place as a position, or only quotes what stands around it. */
function offsetOf(said: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(said)?.[1];
  if (position !== undefined) return Number(position);
  const around = /"([\s\S]+)"(?:\.\.\.)? is not valid JSON$/.exec(said)?.[1];
  const start = around === undefined ? -1 : text.indexOf(around);
  if (around === undefined || start < 0 || text.indexOf(around, start + 1) >= 0) return undefined;
  return start + Math.floor(around.length / 2);
}

/** Deepest nesting of brackets outside of strings. */
function depth(text: string): number {
  let level = 0;
  let reached = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 92) index++;
      else if (character === 34) quoted = false;
    } else if (character === 34) quoted = true;
    else if (character === 123 || character === 91) reached = Math.max(reached, ++level);
    else if (character === 125 || character === 93) level--;
  }
  return reached;
}

/** Whether a value is an object (not a list, not null). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
