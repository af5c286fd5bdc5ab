import { recordExports } from '#catalogue/exports';
import { errorPage } from '../errors/error-data.ts';
import { exportDocument } from '../negotiation/export-document.ts';
import { metadataDocument } from '../negotiation/metadata-document.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import { writtenFormats } from '../negotiation/written-formats.ts';
import type { Route } from './+types/record-format.ts';

/** A record in the metadata format, or as the reference or document, that the suffix of the address names. */
export async function loader({ request, params: { id }, context: { services } }: Route.LoaderArgs) {
  const { pathname } = new URL(request.url);
  const suffix = pathname.slice(pathname.lastIndexOf(`/${id}.`) + id.length + 2);
  const format = writtenFormats(services.formats).find((candidate) => candidate.suffix === suffix);
  const taken = recordExports.find((candidate) => candidate.suffix === suffix);
  const stored = await visibleRecord(request, id, services);
  const answer = format
    ? await metadataDocument(request, stored, format, services)
    : taken
      ? await exportDocument(request, stored, taken, services)
      : null;
  if (answer === null) throw errorPage({ code: 'not-found' });
  return answer;
}
