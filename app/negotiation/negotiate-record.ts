import { type RecordExport, recordExports } from '#catalogue/exports';
import type { PortalServices } from '../services.ts';
import { preferredOffer } from './accept.ts';
import { bibliography, citationDocument, exportDocument } from './export-document.ts';
import { documentHeaders, metadataDocument } from './metadata-document.ts';
import { formatsOf, pageUrl, type WrittenFormat, writtenFormats } from './written-formats.ts';

type Representation = { type: string; profile?: string; format?: WrittenFormat; taken?: RecordExport };

/**
 * Answers a request for a record's page that prefers a metadata format, or that accepts nothing that there is (406, with
 * a list of what there is).
 * @param id of a record that the public may see
 * @returns `null` when the page itself is wanted
 */
export async function negotiateRecord(
  request: Request,
  id: string,
  services: PortalServices,
): Promise<Response | null> {
  const accept = request.headers.get('accept');
  // Browsers want the page: then the record need not be read again.
  if (preferredOffer(accept, representations(writtenFormats(services.formats)))?.type === 'text/html')
    return null;
  const stored = await services.records.get(id, 'public');
  if (stored === null || stored.deleted) return null;
  const offers = representations(formatsOf(stored, services));
  const preferred = preferredOffer(accept, offers);
  if (preferred === null) return notAcceptable(offers, pageUrl(services.config.publicUrl, id));
  if (preferred.taken) return exportDocument(request, stored, preferred.taken, services);
  if (preferred.type === bibliography) return citationDocument(request, stored, services);
  if (preferred.format === undefined) return null;
  const answer = await metadataDocument(request, stored, preferred.format, services);
  answer?.headers.set('Vary', 'Accept');
  return answer;
}

function representations(formats: readonly WrittenFormat[]): Representation[] {
  return [
    { type: 'text/html' },
    ...formats.map((format) => ({
      type: format.mediaType,
      format,
      ...(format.profile ? { profile: format.profile } : {}),
    })),
    ...recordExports.map((taken) => ({ type: taken.mediaType, taken })),
    { type: bibliography },
  ];
}

/** RFC 9110, 15.5.7: the answer lists the representations that there are, each with its address. */
function notAcceptable(offers: readonly Representation[], page: string): Response {
  const alternatives = offers.map(({ type, profile, format, taken }) => {
    const suffix = format?.suffix ?? taken?.suffix;
    return { type, ...(profile ? { profile } : {}), url: suffix ? `${page}.${suffix}` : page };
  });
  const problem = {
    title: 'Not acceptable',
    status: 406,
    detail: 'This record is not available in any of the media types that the Accept header allows.',
    alternatives,
  };
  return new Response(`${JSON.stringify(problem, null, 2)}\n`, {
    status: 406,
    headers: { ...documentHeaders, 'Content-Type': 'application/problem+json', Vary: 'Accept' },
  });
}
