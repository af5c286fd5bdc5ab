import type { Problem } from '../model/index.ts';
import { serialiseElement, type XmlElement } from '../xml/index.ts';
import type { DocumentPart } from './format.ts';
import { formatOfRoot } from './recognise.ts';

const oai = 'http://www.openarchives.org/OAI/2.0/';

type Found = {
  element: XmlElement;
  scope: Record<string, string>;
  header?: Omit<DocumentPart, 'format' | 'bytes'>;
};

/**
 * Takes the records out of an answer of a protocol: OAI-PMH (ListRecords, GetRecord, any prefix) or CSW (GetRecords,
 * GetRecordById, 2.0.2 and 3.0), or a record in a wrapper of its own. Each becomes a document that stands alone.
 * @param root root element of the answer
 * @param problems those of the parser
 */
export function splitEnvelope(
  root: XmlElement,
  problems: Problem[],
): { parts: DocumentPart[]; problems: Problem[] } {
  const parts: DocumentPart[] = [];
  for (const { element, scope, header } of recordsIn(root, {})) {
    if (header?.deleted) {
      parts.push({ format: 'oai_dc', bytes: new Uint8Array(), ...header });
      continue;
    }
    const format = formatOfRoot(element);
    if (format) {
      const bytes = new TextEncoder().encode(serialiseElement(element, scope));
      parts.push({ format, bytes, ...header });
    } else {
      problems.push(
        notARecord(
          element,
          `The record ${header?.identifier ?? ''} is a <${qualified(element)}>, which is not read.`,
        ),
      );
    }
  }
  if (parts.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    problems.push(notARecord(root, `The document is ${describeRoot(root)}, not a metadata record.`));
  return { parts, problems };
}

/** Wrappers are entered, records are given; how deep is bounded by what the protocols nest. */
function* recordsIn(element: XmlElement, outer: Record<string, string>, depth = 0): Generator<Found> {
  const scope = { ...outer, ...element.declarations };
  if (element.namespace === oai && element.name === 'record') {
    yield* oaiRecord(element, scope);
  } else if (formatOfRoot(element)) {
    yield { element, scope: outer };
  } else if (depth < 4 && isWrapper(element)) {
    for (const child of element.elements()) yield* recordsIn(child, scope, depth + 1);
  }
}

function* oaiRecord(record: XmlElement, scope: Record<string, string>): Generator<Found> {
  const header = record.child('header');
  const metadata = record.child('metadata');
  const told = header ? headerOf(header) : {};
  if (told.deleted) yield { element: record, scope, header: told };
  const inner = { ...scope, ...metadata?.declarations };
  const payload = metadata?.elements()[0];
  if (!payload) return;
  // `oai_datacite` wraps the DataCite record in one of its own.
  const kernel = payload.name === 'oai_datacite' ? payload.child('payload')?.elements()[0] : undefined;
  const wrappers = kernel ? { ...payload.declarations, ...payload.child('payload')?.declarations } : {};
  yield { element: kernel ?? payload, scope: { ...inner, ...wrappers }, header: told };
}

function headerOf(header: XmlElement): Omit<DocumentPart, 'format' | 'bytes'> {
  const identifier = header.child('identifier')?.text.trim();
  const datestamp = header.child('datestamp')?.text.trim();
  const sets = [...header.elements()].filter(({ name }) => name === 'setSpec').map(({ text }) => text.trim());
  return {
    ...(identifier ? { identifier } : {}),
    ...(datestamp ? { datestamp } : {}),
    ...(header.attribute('status') === 'deleted' ? { deleted: true } : {}),
    ...(sets.length > 0 ? { sets } : {}),
  };
}

/** What the protocols put around records; anything else is not entered, so that a record within a record stays there. */
const wrappers = new Set([
  'OAI-PMH',
  'ListRecords',
  'GetRecord',
  'GetRecordsResponse',
  'GetRecordByIdResponse',
  'SearchResults',
  'metadata',
  'oai_datacite',
  'payload',
  'feed',
  'entry',
  'content',
]);

const isWrapper = ({ name }: XmlElement) => wrappers.has(name);

function notARecord(element: XmlElement, message: string): Problem {
  return {
    severity: 'error',
    code: 'not-a-record',
    path: `/${qualified(element)}`,
    line: element.line,
    message,
    hint: 'Point to metadata in ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite or schema.org.',
  };
}

/** What people call the documents that are met where records are expected. */
function describeRoot(root: XmlElement): string {
  if (root.namespace === oai) {
    const error = root.child('error');
    return error
      ? `an OAI-PMH error (${error.attribute('code') ?? 'no code'}: ${error.text.trim()})`
      : 'an OAI-PMH answer without records';
  }
  if (/ExceptionReport$/.test(root.name))
    return `an exception report (${root.text.trim().replace(/\s+/g, ' ').slice(0, 200)})`;
  if (/Capabilities$/.test(root.name)) return 'a capabilities document';
  if (isWrapper(root)) return `an empty <${qualified(root)}>`;
  return `a <${qualified(root)}>${root.namespace ? ` of ${root.namespace}` : ''}`;
}

const qualified = ({ prefix, name }: XmlElement) => (prefix ? `${prefix}:${name}` : name);
