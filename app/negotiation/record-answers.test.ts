import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { recordExports } from '#catalogue/exports';
import { formats, writersOf } from '#catalogue/formats';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf, parseLinkHeader } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
let id: string;
let page: string;
let html: string;
let response: Response;

beforeAll(async () => {
  portal = await openTestPortal();
  [id = ''] = await portal.commit(await readDocument('schema.org', salinityDocument(), 'iroise-1'));
  page = `${publicUrl}/records/${id}`;
  response = await portal.fetch(`/records/${id}?lang=en`);
  html = await response.text();
});
afterAll(() => portal.close());

function writtenFormats() {
  return writersOf(formats);
}

describe('the linkset', () => {
  it('has an anchor for the page, each file and each metadata document', async () => {
    const answer = await portal.fetch(`/records/${id}/linkset`);
    expect(answer.headers.get('content-type')).toBe('application/linkset+json');
    const { linkset } = await answer.json();
    const files = [
      'https://www.example.org/files/iroise,2019;v2.nc',
      'https://www.example.org/files/means.csv',
    ];
    expect(linkset.map(({ anchor }: { anchor: string }) => anchor).sort()).toEqual(
      [page, ...files, ...writtenFormats().map(({ suffix }) => `${page}.${suffix}`)].sort(),
    );
    const of = (anchor: string) => linkset.find((context: { anchor: string }) => context.anchor === anchor);
    expect(of(page)['cite-as']).toEqual([{ href: 'https://doi.org/10.17882/99901' }]);
    expect(of(page)['item']).toHaveLength(2);
    for (const file of files) {
      expect(of(file)['collection']).toEqual([{ href: page, type: 'text/html' }]);
      expect(of(file)['cite-as']).toHaveLength(1);
    }
    for (const { suffix } of writtenFormats())
      expect(of(`${page}.${suffix}`)['describes']).toEqual([{ href: page, type: 'text/html' }]);
  });
});

describe('a metadata document', () => {
  it.each(writtenFormats().map(({ suffix = '', mediaType }) => [suffix, mediaType]))(
    '.%s is %s and says what it describes',
    async (suffix, mediaType) => {
      const answer = await portal.fetch(`/records/${id}.${suffix}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(`${mediaType}; charset=utf-8`);
      expect(parseLinkHeader(answer.headers.get('link') ?? '')).toEqual([
        { rel: 'describes', href: page, type: 'text/html' },
      ]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect((await answer.text()).length).toBeGreaterThan(500);
      const again = await portal.fetch(`/records/${id}.${suffix}`, {
        'if-none-match': answer.headers.get('etag') ?? '',
      });
      expect(again.status).toBe(304);
    },
  );
  it('is not there in a format that nobody writes', async () => {
    expect((await portal.fetch(`/records/${id}.docx`)).status).toBe(404);
  });
});

describe('content negotiation on the page’s own address', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['*/*', 'text/html'],
    ['application/ld+json', 'application/ld+json'],
    ['application/ld+json;q=0.4, application/xml;q=0.9', 'application/xml'],
    ['text/html;q=0.2, application/ld+json;q=0.3', 'application/ld+json'],
  ])('%s gives %s', async (accept, type) => {
    const answer = await portal.fetch(`/records/${id}`, { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
  });
  it('tells formats of one media type by their profile', async () => {
    const accept = (profile: string) => ({ accept: `application/xml;profile="${profile}"` });
    const iso = await portal.fetch(`/records/${id}`, accept('http://www.isotc211.org/2005/gmd'));
    const dublinCore = await portal.fetch(
      `/records/${id}`,
      accept('http://www.openarchives.org/OAI/2.0/oai_dc/'),
    );
    expect(await iso.text()).toContain('MD_Metadata');
    expect(await dublinCore.text()).toContain('<oai_dc:dc');
  });
  it('answers 406 with a list of what there is', async () => {
    const answer = await portal.fetch(`/records/${id}`, { accept: 'image/png' });
    expect(answer.status).toBe(406);
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    const { alternatives } = await answer.json();
    expect(alternatives.map(({ url }: { url: string }) => url).sort()).toEqual(
      // The page itself, and the citation in words, stand at the address of the page.
      [
        page,
        page,
        ...[...writtenFormats(), ...recordExports].map(({ suffix }) => `${page}.${suffix}`),
      ].sort(),
    );
  });
});

describe('caching', () => {
  it('sends the same bytes to everybody: scripts by hash, no nonce', async () => {
    expect(await (await portal.fetch(`/records/${id}?lang=en`)).text()).toBe(html);
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/);
    expect(html).not.toContain('nonce');
  });
  it('may be kept, and is asked for again', () => {
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('last-modified')).toMatch(/GMT$/);
    expect(response.headers.get('vary')).toMatch(/Accept-Language/);
  });
  it('answers 304 to who has this revision, language and build', async () => {
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\d+\.en\..+\.build1"$/);
    const held = (path: string) => portal.fetch(path, { 'if-none-match': etag });
    expect((await held(`/records/${id}?lang=en`)).status).toBe(304);
    expect((await held(`/records/${id}?lang=fr`)).status).toBe(200);
  });
  it('answers If-Modified-Since', async () => {
    const since = response.headers.get('last-modified') ?? '';
    const answer = await portal.fetch(`/records/${id}?lang=en`, { 'if-modified-since': since });
    expect(answer.status).toBe(304);
  });
  it('answers HEAD as GET, without a body', async () => {
    const answer = await portal.fetch(`/records/${id}?lang=en`, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('link')).toBe(response.headers.get('link'));
    expect(answer.headers.get('etag')).toBe(response.headers.get('etag'));
  });
  it('a new revision is a new version', async () => {
    const document = (version: string) => readDocument('schema.org', salinityDocument(version), 'changing');
    const [changing] = await portal.commit(await document('First title'));
    const before = await portal.fetch(`/records/${changing}`);
    await portal.commit(await document('Second title'));
    const after = await portal.fetch(`/records/${changing}`, {
      'if-none-match': before.headers.get('etag') ?? '',
    });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('Second title');
  });
});

describe('the original document', () => {
  it('is the bytes that the source sent', async () => {
    const answer = await portal.fetch(`/records/${id}/original`);
    expect(await answer.text()).toBe(salinityDocument());
    expect(answer.headers.get('content-type')).toBe('application/ld+json');
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${id}-original.json"`);
  });
  it.each([
    'text/html',
    'application/xhtml+xml',
    'image/svg+xml',
    'TEXT/HTML; charset=utf-8',
    'rubbish\r\nX: y',
  ])('never runs as a page of ours: %s', async (mediaType) => {
    const put = await readDocument('schema.org', salinityDocument(mediaType), `hostile ${mediaType}`);
    const [hostile] = await portal.commit({ ...put, document: { ...put.document, mediaType } });
    const answer = await portal.fetch(`/records/${hostile}/original`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('content-disposition')).toContain('filename=');
  });
});

describe('records that are not there for everybody', () => {
  it('an id that was never given is 404', async () => {
    for (const path of ['', '.dc.xml', '/original', '/linkset'])
      expect((await portal.fetch(`/records/never${path}`)).status).toBe(404);
  });
  it('a private record is 404', async () => {
    const put = await readDocument('schema.org', salinityDocument('Secret'), 'private');
    const [hidden] = await portal.commit({ ...put, visibility: 'private' });
    const answer = await portal.fetch(`/records/${hidden}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Secret');
  });
  it('of a metadata-only record, no file is offered', async () => {
    const put = await readDocument('schema.org', salinityDocument('Only described'), 'described');
    const [described] = await portal.commit({ ...put, visibility: 'metadata-only' });
    const answer = await portal.fetch(`/records/${described}?lang=en`);
    expect(answer.headers.get('link')).not.toContain('rel="item"');
    const text = elementsOf(await answer.text()).find(({ tag }) => tag === 'main')?.text;
    expect(text).toContain('Only the description is public');
    expect(text).not.toContain('All casts');
  });
  it('a withdrawn record is a tombstone, with reason and citation', async () => {
    const [gone = ''] = await portal.commit(
      await readDocument('schema.org', salinityDocument('Withdrawn title'), 'gone'),
    );
    await portal.commit({ kind: 'withdraw', recordId: gone, reason: 'Replaced by a newer release.' });
    const answer = await portal.fetch(`/records/${gone}?lang=en`);
    expect(answer.status).toBe(410);
    const text = elementsOf(await answer.text()).find(({ tag }) => tag === 'main')?.text ?? '';
    expect(text).toContain('Replaced by a newer release.');
    expect(text).toContain('Roux, Ada; Le Goff, Yann (2020). Withdrawn title');
    expect(text).toContain('https://doi.org/10.17882/99901');
    for (const path of ['.dc.xml', '/original', '/linkset'])
      expect((await portal.fetch(`/records/${gone}${path}`)).status).toBe(410);
  });
});

test('every format that is written has an address', async () => {
  const { default: routes } = await import('../routes.ts');
  for (const { suffix } of writtenFormats())
    expect(routes.map(({ path }) => path)).toContain(`records/:id.${suffix}`);
});

describe('references', () => {
  it.each([
    ['application/x-bibtex', /^@misc\{/],
    ['application/x-research-info-systems', /^TY {2}- DATA/],
    ['application/vnd.citationstyles.csl+json', /"DOI": "10\.17882\/99901"/],
    ['text/x-bibliography; style=copernicus', /\[data set\], https:\/\/doi\.org\/10\.17882\/99901/],
    ['text/x-bibliography', /\[Dataset\]/],
  ])('are negotiated at the address of the page: %s', async (accept, expected) => {
    const answer = await portal.fetch(`/records/${id}?lang=en`, { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(accept.split(';')[0]);
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    expect(await answer.text()).toMatch(expected);
  });

  it('stand at addresses of their own, and are not sent twice', async () => {
    const first = await portal.fetch(`/records/${id}.bib`);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${id}.bib"`);
    const etag = first.headers.get('etag') ?? '';
    const again = await portal.fetch(`/records/${id}.bib`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect((await portal.fetch(`/records/${id}.xlsx`)).headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });

  it.each([
    ['en', 'Cite it', 'Available at:'],
    ['fr', 'Citer', 'Disponible sur'],
  ])('are on a page with all styles (%s)', async (lang, title, words) => {
    const text = await (await portal.fetch(`/records/${id}/cite?lang=${lang}`)).text();
    const elements = elementsOf(text);
    expect(elements.find(({ tag }) => tag === 'h1')?.text).toBe(title);
    const styles = elements.filter(({ tag }) => tag === 'h3').map(({ text: style }) => style);
    expect(styles).toEqual(['APA', 'Vancouver', 'Harvard', 'IEEE', 'Copernicus']);
    expect(text).toContain(words);
    expect(text).toContain('citeproc-js');
  });
});
