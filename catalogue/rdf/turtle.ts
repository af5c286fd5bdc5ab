import { Parser } from 'n3';
import { mendIri } from './iri.ts';
import type { Reading } from './parse.ts';

/**
 * Reads Turtle, N-Triples, TriG and N-Quads.
 * IRIs with blanks or braces, which many exporters write, are percent-encoded and reported (`address-invalid`).
 * @param text the document, decoded
 * @param baseUrl what relative IRIs are resolved against, unless the document has an @base
 */
export function readTurtle(text: string, baseUrl: string): Reading {
  try {
    return { quads: new Parser({ baseIRI: baseUrl }).parse(text), problems: [] };
  } catch (first) {
    const mended = text.replace(
      /<((?:https?|ftp|mailto|urn):[^<>"\n]*[\s{}|^`\\][^<>"\n]*)>/g,
      (_, iri: string) => `<${mendIri(iri)}>`,
    );
    if (mended !== text) {
      try {
        return {
          quads: new Parser({ baseIRI: baseUrl }).parse(mended),
          problems: [
            {
              severity: 'warning',
              code: 'address-invalid',
              path: '/',
              ...lineOf(first),
              message: 'Some IRIs hold characters that IRIs may not have; they were percent-encoded.',
              hint: 'Write a blank as %20, and so on.',
            },
          ],
        };
      } catch {
        // The first error says more about the document than one of our mended text.
      }
    }
    return {
      quads: [],
      problems: [
        {
          severity: 'error',
          code: 'not-well-formed',
          path: '/',
          ...lineOf(first),
          message: `The Turtle cannot be read: ${first instanceof Error ? first.message : String(first)}`,
          hint: 'Mend the document at the place told.',
        },
      ],
    };
  }
}

function lineOf(cause: unknown): { line?: number } {
  const line = cause instanceof Error ? /on line (\d+)/.exec(cause.message)?.[1] : undefined;
  return line === undefined ? {} : { line: Number(line) };
}
