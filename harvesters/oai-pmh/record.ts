import { type EnvelopeElement, type EnvelopePage, sniffRecord } from '../envelope/index.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

/**
 * Takes a record out of a ListRecords page: the header's facts, and the document as it was sent.
 * @param address makes the GetRecord address of an identifier
 */
export function recordOf(
  page: EnvelopePage,
  record: EnvelopeElement,
  address: (identifier: string) => string,
): { document?: HarvestedDocument; problem?: RunProblem } {
  const header = page.child(record, 'header');
  const text = (name: string) => {
    const child = header && page.child(header, name);
    return (child && page.text(child)) || undefined;
  };
  const identifier = text('identifier');
  const datestamp = text('datestamp');
  const naming = identifier ? { identifier } : {};
  const sets = header ? [...page.children(header)].filter(({ name }) => name === 'setSpec') : [];
  const told = {
    ...naming,
    ...(datestamp ? { datestamp } : {}),
    sets: sets.map((set) => page.text(set)),
    mediaType: 'application/xml',
  };
  if (header?.attributes['status'] === 'deleted')
    return { document: { ...told, deleted: true, bytes: new Uint8Array() } };
  const metadata = page.child(record, 'metadata');
  const content = metadata && contentOf(page, metadata);
  if (!content)
    return {
      problem: runProblem(
        'error',
        'metadata-missing',
        'The record of the repository has a header, but no metadata.',
        'Deliver the metadata, or mark the record as deleted.',
        naming,
      ),
      // Its name is known, so that what we hold of it is not taken for gone.
      ...(identifier ? { document: { ...told, bytes: new Uint8Array() } } : {}),
    };
  const bytes = page.cut(content);
  const { format } = sniffRecord(bytes);
  return {
    document: {
      ...told,
      ...(format ? { format } : {}),
      ...(identifier ? { url: address(identifier) } : {}),
      bytes,
    },
  };
}

/** The document within metadata; DataCite's `oai_datacite` wraps it once more, in a payload. */
function contentOf(page: EnvelopePage, metadata: EnvelopeElement): EnvelopeElement | undefined {
  const [content] = page.children(metadata);
  if (content?.name !== 'oai_datacite') return content;
  const payload = page.child(content, 'payload');
  return payload && [...page.children(payload)][0];
}
