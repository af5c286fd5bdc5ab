import { errorPage, guarded } from '../errors/error-data.ts';
import { sitemapIndex, sitemapOfPages, sitemapPart } from '../sitemap/sitemap.ts';
import { presentThemes } from '../themes/present-themes.ts';
import type { Route } from './+types/sitemap.ts';

/** The sitemap: an index, the pages that are no records, and records in parts. */
export function loader({ request, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(async () => {
    const part = new URL(request.url).searchParams.get('part');
    const { records, config } = services;
    if (part === null) return xml(await sitemapIndex(records, config.publicUrl));
    if (part === 'pages') {
      const [sources, themes] = await Promise.all([services.sources.list(), presentThemes(services, 'en')]);
      return xml(
        sitemapOfPages(config.publicUrl, [
          '/',
          '/sources',
          '/themes',
          '/about',
          ...sources.map(({ id }) => `/sources/${id}`),
          ...[...themes.subjects, ...themes.networks].map(({ slug }) => `/themes/${slug}`),
        ]),
      );
    }
    if (!/^\d{1,15}$/.test(part)) throw errorPage({ code: 'not-found' });
    return xml(await sitemapPart(services, config.publicUrl, Number(part)));
  });
}

function xml(text: string): Response {
  return new Response(text, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
