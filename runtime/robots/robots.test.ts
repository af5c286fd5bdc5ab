import { afterEach, describe, expect, it } from 'vitest';
import { createTestFetcher, type LocalServer, startLocalServer } from '../fetching/testing/index.ts';
import { createRobots, parseRobots } from './index.ts';

describe('rules', () => {
  const rules = parseRobots(
    [
      '# of a data centre',
      'User-agent: BadBot',
      'User-agent: OtherBot/2.0',
      'Disallow: /',
      '',
      'User-Agent: *',
      'Disallow: /private/ # not for robots',
      'Allow: /private/metadata/',
      'Disallow: /*.nc$',
      'Disallow: /search*page=',
      'Crawl-delay: 2.5',
      'Sitemap: https://data.example.org/sitemap.xml',
    ].join('\r\n'),
    'Halocline',
  );

  it.each([
    ['/', true],
    ['/private/x', false],
    ['/private/metadata/x.xml', true],
    ['/files/a.nc', false],
    ['/files/a.nc?download', true],
    ['/search?q=1&page=2', false],
    ['/search?q=1', true],
    ['/robots.txt', true],
  ])('%s is allowed: %s', (target, allowed) => {
    expect(rules.allows(target)).toBe(allowed);
  });

  it('say how fast one may go, and where the sitemaps are', () => {
    expect(rules).toMatchObject({ delaySeconds: 2.5, sitemaps: ['https://data.example.org/sitemap.xml'] });
  });

  it('of our own name count alone', () => {
    const own = parseRobots('User-agent: *\nDisallow: /\n\nUser-agent: halocline\nDisallow:\n', 'Halocline');
    expect(own.allows('/anything')).toBe(true);
    expect(parseRobots('User-agent: *\nDisallow: /', 'Halocline').allows('/anything')).toBe(false);
  });

  it('of garbage allow everything, and stars cost no time', () => {
    expect(parseRobots('<html>not found</html>', 'Halocline').allows('/x')).toBe(true);
    const stars = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}$`, 'Halocline');
    expect(stars.allows(`/${'a'.repeat(1000)}`)).toBe(true);
  });
});

describe('servers', () => {
  let server: LocalServer;
  const fetcher = createTestFetcher();
  afterEach(() => server.close());

  it.each([
    [200, 'User-agent: *\nDisallow: /x', false],
    [404, 'User-agent: *\nDisallow: /x', true],
    [403, '', true],
    [500, '', false],
  ])('that answer with status %d', async (status, text, allowed) => {
    server = await startLocalServer((_request, response) => {
      response.writeHead(status);
      response.end(text);
    });
    const robots = createRobots(fetcher);
    const rules = await robots.rulesFor(`${server.url}/x`, { allowPrivate: true });
    expect(rules.allows('/x')).toBe(allowed);
    await robots.rulesFor(`${server.url}/y`, { allowPrivate: true });
    expect(new Set(server.requests.map(({ path }) => path))).toEqual(new Set(['/robots.txt']));
  });

  it('that can’t be reached are not crawled', async () => {
    server = await startLocalServer((_request, response) => void response.end());
    const { url } = server;
    await server.close();
    server.close = async () => {};
    const rules = await createRobots(fetcher).rulesFor(url, { allowPrivate: true });
    expect(rules.allows('/')).toBe(false);
  });
});
