import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { DataFactory, Store } from 'n3';
import { parseJson } from '../json/index.ts';
import type { Problem } from '../model/index.ts';
import { decodeDocument } from '../xml/index.ts';
import { isAbsolute, isInvalidIri, mendIri } from './iri.ts';
import { readJsonLd } from './json-ld.ts';
import { mostStatements, readRdfXml } from './rdf-xml.ts';
import { sniffSyntax, syntaxOfMediaType } from './syntax.ts';
import { readTurtle } from './turtle.ts';

/** Bytes beyond which a document is refused: a whole catalogue may come as one, so more than for a record. */
const largestGraph = 64 * 1024 * 1024;

/** What one syntax made of a document; a document with a syntax error gives no quads, never half of them. */
export type Reading = { quads: Quad[]; problems: Problem[] };

export type ParsedRdf = { store: Store; problems: Problem[] };

/** RFC 2606: a name that never exists; relative IRIs without a base get it for a moment and lose it again. */
const nowhere = 'http://relative.invalid/';

/**
 * Parses RDF/XML, Turtle, N-Triples, TriG or JSON-LD into one graph. Nothing is fetched, nor is a DOCTYPE read.
 * The syntax is told by the document itself; a media type that contradicts it is reported (`media-type-wrong`).
 * @param bytes the document as received
 * @param options what the server said and where the document came from
 * @returns a store, empty when the document is refused; then there is a problem of severity `error`
 */
export async function parseRdf(
  bytes: Uint8Array,
  options: { mediaType?: string; baseUrl?: string } = {},
): Promise<ParsedRdf> {
  const problems: Problem[] = [];
  const empty = (code: string, message: string, hint: string): ParsedRdf => ({
    store: new Store(),
    problems: [...problems, { severity: 'error', code, path: '/', message, hint }],
  });
  if (bytes.length > largestGraph) {
    return empty(
      'document-too-large',
      `The document has ${bytes.length} bytes; at most ${largestGraph} are read.`,
      'Serve the catalogue in pages (hydra:next).',
    );
  }
  const decoded = decodeDocument(bytes);
  const syntax = sniffSyntax(decoded.text);
  if (syntax === 'html') {
    return empty(
      'html-instead-of-rdf',
      'The answer is an HTML page, not RDF.',
      'Check the address: the server may answer an error page with status 200.',
    );
  }
  const promised = options.mediaType === undefined ? undefined : syntaxOfMediaType(options.mediaType);
  if (promised !== undefined && promised !== syntax) {
    problems.push({
      severity: 'info',
      code: 'media-type-wrong',
      path: '/',
      message: `The server says ${options.mediaType}, but the document is ${syntax}.`,
      hint: 'Let the server send the media type of the syntax.',
    });
  }
  const baseUrl = options.baseUrl ?? nowhere;
  let reading: Reading;
  if (syntax === 'json-ld') {
    const json = parseJson(bytes, largestGraph);
    reading =
      json.value === undefined
        ? { quads: [], problems: json.problems }
        : await readJsonLd(json.value, baseUrl);
  } else {
    reading =
      syntax === 'turtle' ? readTurtle(decoded.text, baseUrl) : await readRdfXml(decoded.text, baseUrl);
    problems.push(...decoded.problems);
  }
  if (reading.quads.length > mostStatements) {
    return empty(
      'graph-too-large',
      `The document has more than ${mostStatements} statements, which are not read at once.`,
      'Serve the catalogue in pages (hydra:next), or one document per dataset.',
    );
  }
  problems.push(...reading.problems);
  return { store: new Store(mend(reading.quads, problems)), problems };
}

/** Every IRI of the result is one that can be written again; relative ones lose the base that was none. */
function mend(quads: readonly Quad[], problems: Problem[]): Quad[] {
  const invalid = new Set<string>();
  const relative = new Set<string>();
  const mendedIri = (written: string): string => {
    let iri = written;
    if (iri.startsWith(nowhere)) {
      iri = iri.slice(nowhere.length);
      relative.add(iri);
    }
    if (!isInvalidIri(iri)) return iri;
    invalid.add(iri);
    return mendIri(iri);
  };
  const mended = <T extends Term>(term: T): T | NamedNode =>
    term.termType === 'NamedNode' ? DataFactory.namedNode(mendedIri(term.value)) : term;
  const result = quads.map((quad) => {
    const subject = mended(quad.subject);
    const predicate = mended(quad.predicate);
    const object = mended(quad.object);
    return DataFactory.quad(subject, predicate, object);
  });
  if (invalid.size > 0) {
    problems.push({
      severity: 'warning',
      code: 'address-invalid',
      path: '/',
      message: `${listed(invalid)}: characters that IRIs may not hold were percent-encoded.`,
      hint: 'Write a blank as %20, and so on.',
    });
  }
  const wanting = [...relative].filter((iri) => !isAbsolute(iri));
  if (wanting.length > 0) {
    problems.push({
      severity: 'info',
      code: 'address-relative',
      path: '/',
      message: `${listed(new Set(wanting))}: relative, and the document has no base; kept as written.`,
      hint: 'Write absolute IRIs, or give the document a base.',
    });
  }
  return result;
}

function listed(iris: ReadonlySet<string>): string {
  const shown = [...iris].slice(0, 3).map((iri) => `"${iri}"`);
  return iris.size > shown.length
    ? `${shown.join(', ')} and ${iris.size - shown.length} more`
    : shown.join(', ');
}
