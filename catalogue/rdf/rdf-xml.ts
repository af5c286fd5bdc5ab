import type { Quad } from '@rdfjs/types';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Reading } from './parse.ts';
import { xmlDepth } from './xml-depth.ts';

/**
 * Reads RDF/XML. A DOCTYPE is refused: RDF/XML uses it for entities, and entities can pull in other files or explode.
 * @param text the document, decoded
 * @param baseUrl what relative IRIs are resolved against, unless the document has an xml:base
 */
export async function readRdfXml(text: string, baseUrl: string): Promise<Reading> {
  if (/<!DOCTYPE/i.test(text)) {
    return refuse(
      'doctype-refused',
      'The document has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
      'Write namespaces out instead of as entities and remove the DOCTYPE.',
    );
  }
  if (xmlDepth(text) > deepest) {
    return refuse(
      'nested-too-deep',
      `Elements are nested more than ${deepest} deep.`,
      'Give the inner nodes an rdf:about and refer to them.',
    );
  }
  const parser = new RdfXmlParser({
    baseIRI: baseUrl,
    trackPosition: true,
    // IRIs with blanks are mended and reported later, rather than losing the document; so are repeated rdf:ID.
    validateUri: false,
    allowDuplicateRdfIds: true,
  });
  const quads: Quad[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      parser.on('data', (quad: Quad) => {
        if (quads.push(quad) > mostStatements) reject(new TooManyStatements());
      });
      parser.on('error', reject);
      parser.on('end', resolve);
      // In pieces, so that a big catalogue doesn't hold up everything else.
      for (let start = 0; start < text.length; start += pieceLength)
        if (quads.length <= mostStatements) parser.write(text.slice(start, start + pieceLength));
      parser.end();
    });
  } catch (cause) {
    // `parseRdf` says so, as for every syntax.
    if (cause instanceof TooManyStatements) return { quads, problems: [] };
    const line = cause instanceof Error && 'line' in cause ? Number(cause.line) : undefined;
    const said = cause instanceof Error ? cause.message : String(cause);
    const place = /^(\d+):\d+: /.exec(said);
    const found = place ? Number(place[1]) : line;
    return refuse(
      'not-well-formed',
      `The RDF/XML cannot be read: ${said.replace(/^\d+:\d+: /, '')}`,
      'Mend the document at the place told; the RDF validator of the W3C shows more.',
      found && Number.isInteger(found) && found > 0 ? found : undefined,
    );
  }
  return { quads, problems: [] };
}

/** Statements beyond which a graph is refused: a few thousand datasets. It is held in memory whole. */
export const mostStatements = 400_000;

class TooManyStatements extends Error {}

/** Depth beyond which a document is refused: catalogues nest datasets, distributions and licences, to about 20. */
const deepest = 200;

const pieceLength = 65_536;

function refuse(code: string, message: string, hint: string, line?: number): Reading {
  return {
    quads: [],
    problems: [{ severity: 'error', code, path: '/', ...(line ? { line } : {}), message, hint }],
  };
}
