import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import {
  datasetPage,
  honestSite,
  openTestHarvest,
  sampleRecords,
  sendHtml,
  sitemapOf,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function harvestOf(server: LocalServer, path: string, options = {}): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'sitemap', url: server.url + path, options });
  return harvest;
}

/** A site by its documents; what is not there is 404. */
async function site(
  documents: (base: string) => Record<string, string | Buffer>,
): Promise<LocalServer & { more: Record<string, string | Buffer> }> {
  const more: Record<string, string | Buffer> = {};
  const server: LocalServer = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    const found = { ...documents(server.url), ...more }[path];
    if (found === undefined || found === '') return sendHtml(response, '<html>No.</html>', 404);
    const type = /json$/.test(path) ? 'application/ld+json' : 'text/html';
    response.writeHead(200, { 'content-type': /\.(xml|gz)$/.test(path) ? 'application/octet-stream' : type });
    response.end(found);
  });
  return Object.assign(server, { more });
}

const [one = { identifier: '', title: '' }, two = one, three = one] = sampleRecords(3);
const asked = (server: LocalServer) => server.requests.map(({ path }) => path);

describe('sitemaps', () => {
  it.each(['', '/', '/sitemaps.xml'])('are found from "%s"', async (path) => {
    const harvest = await harvestOf(await honestSite(() => sampleRecords(10)), path);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 10, refused: 0 });
  });

  it('may be packed', async () => {
    const server = await site((base) => ({
      '/sitemap.xml.gz': gzipSync(sitemapOf([{ url: `${base}/a` }])),
      '/a': datasetPage(one, `${base}/a`),
    }));
    const harvest = await harvestOf(server, '/sitemap.xml.gz');
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 1, problems: 0 });
  });

  it('that are packed too tightly are refused', async () => {
    const server = await site(() => ({ '/sitemap.xml.gz': gzipSync(Buffer.alloc(60 * 1024 * 1024)) }));
    const harvest = await harvestOf(server, '/sitemap.xml.gz');
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /unpacked/ });
  });

  it('that list pages of other hosts alone are refused', async () => {
    const server = await site(() => ({
      '/sitemap.xml': sitemapOf([{ url: 'https://other.example.org/a' }]),
    }));
    const harvest = await harvestOf(server, '');
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: /other hosts/,
    });
  });

  it('one of which can’t be had leave a gap', async () => {
    const server = await site((base) => ({
      '/robots.txt': `Sitemap: ${base}/a.xml\nSitemap: ${base}/b.xml`,
      '/a.xml': sitemapOf([{ url: `${base}/a` }]),
      '/a': datasetPage(one, `${base}/a`),
    }));
    const harvest = await harvestOf(server, '');
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect(await harvest.problems(run)).toMatchObject([
      { code: 'listing-incomplete', message: /b\.xml is answered with status 404/ },
    ]);
  });

  it('that are none end the run in words', async () => {
    const harvest = await harvestOf(await site(() => ({ '/sitemap.xml': '<rss/>' })), '');
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /no sitemap/ });
  });
});

describe('pages', () => {
  it('that robots.txt forbids are not fetched, and what they held stays', async () => {
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf([{ url: `${base}/a` }, { url: `${base}/private/b` }]),
      '/a': datasetPage(one, `${base}/a`),
      '/private/b': datasetPage(two, `${base}/private/b`),
    }));
    const harvest = await harvestOf(server, '');
    await harvest.harvester.harvest('test');
    server.more['/robots.txt'] = 'User-agent: *\nDisallow: /private/';
    const before = server.requests.length;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 1, withdrawn: 0 } });
    expect(asked(server).slice(before)).not.toContain('/private/b');
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
      'robots-disallowed',
      'listing-incomplete',
    ]);
  });

  it('that fail or are broken cost only their own, which stays', async () => {
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf(['a', 'b', 'c'].map((name) => ({ url: `${base}/${name}` }))),
      '/a': datasetPage(one, `${base}/a`),
      '/b': datasetPage(two, `${base}/b`),
      '/c': datasetPage(three, `${base}/c`),
    }));
    const harvest = await harvestOf(server, '');
    await harvest.harvester.harvest('test');
    server.more['/b'] = '';
    server.more['/c'] = '<script type="application/ld+json">{"@type": "Dataset",}</script>';
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 1, refused: 2, withdrawn: 0 } });
    expect((await harvest.problems(run)).map(({ code }) => code).sort()).toEqual([
      'not-well-formed',
      'record-unreachable',
      'withdrawal-postponed',
      'withdrawal-postponed',
    ]);
  });

  it('may link to their description, or be it', async () => {
    const dataset = (name: string) =>
      JSON.stringify({ '@context': 'https://schema.org/', '@type': 'Dataset', '@id': `urn:x:${name}`, name });
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf([{ url: `${base}/a` }, { url: `${base}/b.json` }]),
      '/a': '<html><head><link rel="describedby" type="application/ld+json" href="/a.json"></head></html>',
      '/a.json': dataset('a'),
      '/b.json': dataset('b'),
    }));
    const harvest = await harvestOf(server, '');
    await harvest.harvester.harvest('test');
    expect(await harvest.live()).toEqual(['urn:x:a', 'urn:x:b']);
    server.more['/b.json'] = '{"@type": "Dataset",}';
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ unchanged: 1, refused: 1, withdrawn: 0 });
  });

  it('about events, news and people are passed over', async () => {
    const about = (type: string, more: object = {}) =>
      `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org/', '@type': type, name: 'x', ...more })}</script>`;
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf(['a', 'b', 'c', 'd'].map((name) => ({ url: `${base}/${name}` }))),
      '/a': about('Event', { workFeatured: { '@type': 'Dataset', name: 'y' } }),
      '/b': about('NewsArticle'),
      '/c': about('Person'),
      '/d': about('Article') + datasetPage(one, `${base}/d`),
    }));
    const harvest = await harvestOf(server, '');
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 1, created: 1, refused: 0 } });
    expect(await harvest.problems(run)).toMatchObject([
      { severity: 'info', code: 'pages-without-data', message: /^3 pages/ },
    ]);
  });

  it('that list datasets leave them to the pages that these have', async () => {
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf([{ url: `${base}/` }, { url: `${base}/a` }, { url: `${base}/b` }]),
      '/': `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org/',
        '@type': 'DataCatalog',
        dataset: [
          { '@type': 'Dataset', '@id': 'urn:x:a', url: `${base}/a`, name: 'Short' },
          { '@type': 'Dataset', '@id': 'urn:x:b', url: `${base}/b`, name: 'Short' },
        ],
      })}</script>`,
      '/a': datasetPage(one, `${base}/a`),
      '/b': datasetPage(two, `${base}/b`),
    }));
    const harvest = await harvestOf(server, '');
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 2, refused: 0 });
    expect(await harvest.live()).toEqual(
      [one, two].map(({ identifier }) => `https://data.example.org/${identifier}`),
    );
  });

  it('that changed since the last run are fetched alone where that is wanted', async () => {
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf([
        { url: `${base}/a`, lastmod: '2020-01-01' },
        { url: `${base}/b`, lastmod: '2999-01-01T00:00:00+02:00' },
        { url: `${base}/c`, lastmod: 'unknown' },
        { url: `${base}/about` },
      ]),
      '/a': datasetPage(one, `${base}/a`),
      '/b': datasetPage(two, `${base}/b`),
      '/c': datasetPage(three, `${base}/c`),
    }));
    const harvest = await harvestOf(server, '', { incremental: 'yes', match: '/a' });
    await harvest.harvester.harvest('test');
    expect(asked(server).filter((path) => path === '/b')).toEqual([]);
    const whole = await harvestOf(server, '', { incremental: 'yes' });
    await whole.harvester.harvest('test');
    const before = server.requests.length;
    const run = await whole.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 2, withdrawn: 0 } });
    expect(asked(server).slice(before)).not.toContain('/a');
  });

  it('that changed later on the day of the last run are fetched, where the day alone is told', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const server = await site((base) => ({
      '/sitemap.xml': sitemapOf([
        { url: `${base}/a`, lastmod: today },
        { url: `${base}/b`, lastmod: today.slice(0, 7) },
        { url: `${base}/c`, lastmod: '2020-01' },
      ]),
      '/a': datasetPage(one, `${base}/a`),
      '/b': datasetPage(two, `${base}/b`),
      '/c': datasetPage(three, `${base}/c`),
    }));
    const harvest = await harvestOf(server, '', { incremental: 'yes' });
    await harvest.harvester.harvest('test');
    const before = server.requests.length;
    await harvest.harvester.harvest('test');
    expect(asked(server).slice(before)).toEqual(expect.arrayContaining(['/a', '/b']));
    expect(asked(server).slice(before)).not.toContain('/c');
  });

  it('go on behind the last one stored, when a run was interrupted', async () => {
    const records = sampleRecords(130);
    const stop = new AbortController();
    const fetched: string[] = [];
    const server: LocalServer = await startLocalServer((request, response) => {
      const path = request.url ?? '/';
      const address = (identifier: string) => ({ url: `${server.url}/${identifier}` });
      if (path === '/robots.txt') return sendHtml(response, '', 404);
      if (path === '/sitemap.xml')
        return void response.end(sitemapOf(records.map(({ identifier }) => address(identifier))));
      fetched.push(path);
      if (path === '/record-0120') stop.abort();
      const found = records.find(({ identifier }) => path === `/${identifier}`) ?? one;
      sendHtml(response, datasetPage(found, address(found.identifier).url));
    });
    const harvest = await harvestOf(server, '');
    const first = await harvest.harvester.harvest('test', { signal: stop.signal });
    expect(first.state).toBe('interrupted');
    const before = fetched.length;
    const second = await harvest.harvester.harvest('test');
    expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { created: 130 } });
    expect(fetched.slice(before)).not.toContain('/record-0001');
  });

  it('are fetched no faster than robots.txt asks', async () => {
    const server = await site((base) => ({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 0.2',
      '/sitemap.xml': sitemapOf(['a', 'b', 'c'].map((name) => ({ url: `${base}/${name}` }))),
      '/a': datasetPage(one, `${base}/a`),
      '/b': datasetPage(two, `${base}/b`),
      '/c': datasetPage(three, `${base}/c`),
    }));
    const harvest = await harvestOf(server, '');
    await harvest.harvester.harvest('test');
    const at = server.requests.filter(({ path }) => /^\/[abc]$/.test(path)).map((request) => request.at);
    expect(at.length).toBe(3);
    for (const [index, moment] of at.entries())
      if (index > 0) expect(moment - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(190);
  });
});

it('pages that did not change are not fetched again, unless what they give hangs on other pages', async () => {
  let titles = 'first';
  const tags: [string, number][] = [];
  const server: LocalServer = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    const address = server.url + path;
    const pages: Record<string, string> = {
      '/one': datasetPage({ ...one, title: `One, ${titles}` }, address),
      '/pair': `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org/',
        '@type': 'DataCatalog',
        dataset: ['a', 'b'].map((name) => ({ '@type': 'Dataset', '@id': `urn:x:${name}`, name })),
      })}</script>`,
      '/silent': '<html><body>Home</body></html>',
    };
    if (path === '/sitemap.xml')
      return void response.end(sitemapOf(Object.keys(pages).map((name) => ({ url: server.url + name }))));
    const page = pages[path];
    if (page === undefined) return sendHtml(response, 'No.', 404);
    const etag = path === '/one' ? `"${titles}"` : '"same"';
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    tags.push([path, status]);
    response.writeHead(status, { 'content-type': 'text/html', etag });
    response.end(status === 200 ? page : '');
  });
  const harvest = await harvestOf(server, '/sitemap.xml');
  const run = async () => {
    tags.length = 0;
    const { counts } = await harvest.harvester.harvest('test');
    return { ...counts, tags: tags.sort().map(([path, status]) => `${path} ${status}`) };
  };
  expect(await run()).toMatchObject({ created: 3, tags: ['/one 200', '/pair 200', '/silent 200'] });
  expect(await run()).toMatchObject({
    listed: 3,
    unchanged: 3,
    withdrawn: 0,
    tags: ['/one 304', '/pair 200', '/silent 200'],
  });
  titles = 'second';
  expect(await run()).toMatchObject({
    updated: 1,
    unchanged: 2,
    tags: ['/one 200', '/pair 200', '/silent 200'],
  });
});
