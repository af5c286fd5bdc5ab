import type { Route } from './+types/robots.ts';

/** Searches are endless and staff pages nobody's business; records, sources and themes are to be read. */
export function loader({ context }: Route.LoaderArgs): Response {
  const { publicUrl } = context.services.config;
  const lines = [
    'User-agent: *',
    'Disallow: /search?',
    'Disallow: /account',
    'Disallow: /admin',
    'Disallow: /api/',
    'Allow: /',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
