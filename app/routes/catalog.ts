import { writeDataCatalog } from '#catalogue/formats';
import { errorPage, guarded } from '../errors/error-data.ts';
import { localeOf } from '../locales/locale-of.ts';
import { pageUrl } from '../negotiation/written-formats.ts';
import type { Route } from './+types/catalog.ts';

const recordsPerPage = 500;

/**
 * The catalogue as schema.org DataCatalog with the records of one page, in the order of their last change; the `Link`
 * header leads to the next.
 */
export function loader({ request, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(async () => {
    const after = new URL(request.url).searchParams.get('after') ?? '0';
    if (!/^\d{1,15}$/.test(after)) throw errorPage({ code: 'not-found' });
    const { publicUrl, name } = services.config;
    const page = await services.records.pageByRevision(
      { afterRevision: Number(after), limit: recordsPerPage, includeDeleted: false },
      'public',
    );
    const last = page.at(-1);
    const catalog = writeDataCatalog(
      { name, url: `${publicUrl}/` },
      page.map(({ id, record }) => ({ record, url: pageUrl(publicUrl, id) })),
      localeOf(request),
    );
    const headers = new Headers({
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    });
    if (last && page.length === recordsPerPage)
      headers.set('Link', `<${publicUrl}/catalog.jsonld?after=${last.datestampRevision}>; rel="next"`);
    return new Response(JSON.stringify(catalog), { headers });
  });
}
