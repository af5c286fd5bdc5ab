import { resolve } from '../envelope/index.ts';

/** Links of one index page that are looked at. */
const mostLinks = 100_000;

/**
 * The addresses that an index page of a web server (Apache, nginx, IIS, lighttpd) lists below itself: same origin, below
 * the start, without a query (those sort the table). The page is never rendered nor run; only its links are taken.
 * @param page address of the page, with its slash at the end
 * @param start address of the folder where the harvest began; nothing outside is listed
 */
export function linksOf(html: string, page: URL, start: URL): { folders: URL[]; files: URL[] } {
  const folders = new Map<string, URL>();
  const files = new Map<string, URL>();
  let number = 0;
  for (const [, double, single, bare] of html.matchAll(link)) {
    number += 1;
    if (number > mostLinks) break;
    const written = resolve(double ?? single ?? bare ?? '').trim();
    if (!URL.canParse(written, page)) continue;
    const url = new URL(written, page);
    url.hash = '';
    if (url.search !== '' || url.origin !== start.origin) continue;
    if (!url.pathname.startsWith(start.pathname) || url.pathname === page.pathname) continue;
    // A name that hides slashes or climbs is no entry of an index.
    if (/%2f|%5c|\/\.\.?(\/|$)/i.test(url.pathname)) continue;
    const name = url.pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
    if (name.startsWith('.')) continue;
    (url.pathname.endsWith('/') ? folders : files).set(url.href, url);
  }
  return { folders: [...folders.values()], files: [...files.values()] };
}

const link = /<a\s[^>]{0,200}?href\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi;
