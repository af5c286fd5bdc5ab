import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '#catalogue/xml';
import { shared } from '#tests/shared.ts';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

const grammar = shared('schemas', 'ogc', 'opensearchgeo', '1.0', 'rng-derived', 'atom_feed.rng');

let portal: TestPortal;
const ids: string[] = [];
beforeAll(async () => {
  portal = await openTestPortal();
  for (let number = 0; number < 120; number += 1) {
    const title = number === 7 ? 'Salt & <sea> \u0003 \ud800 ok' : `Salinity ${number}`;
    const document = await readDocument('schema.org', salinityDocument('Salinity'), `n${number}`);
    document.record.resource.titles = { en: title };
    ids.push(...(await portal.commit(document)));
  }
});
afterAll(() => portal.close());

const at = async (path: string, headers: Record<string, string> = {}) => {
  const response = await portal.fetch(path, headers);
  const text = await response.text();
  return { response, text };
};

type Seen = {
  id: string;
  updated: string;
  links: Record<string, string>;
  entries: { id: string; title: string; updated: string; category: string; summary: string; page: string }[];
};

/** What a reader of feeds sees of a document, without a look at how it was written. */
function readFeed(text: string): Seen {
  const { root, problems } = parseXml(new TextEncoder().encode(text));
  if (!root) throw new Error(`No XML: ${JSON.stringify(problems)}`);
  expect([root.name, root.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  const linksOf = (element: XmlElement) =>
    Object.fromEntries(
      element
        .elements()
        .filter(({ name }) => name === 'link')
        .map((link) => [link.attribute('rel') ?? '', link.attribute('href') ?? '']),
    );
  const textOf = (element: XmlElement, name: string) => element.child(name)?.text ?? '';
  return {
    id: textOf(root, 'id'),
    updated: textOf(root, 'updated'),
    links: linksOf(root),
    entries: root
      .elements()
      .filter(({ name }) => name === 'entry')
      .map((entry) => ({
        id: textOf(entry, 'id'),
        title: textOf(entry, 'title'),
        updated: textOf(entry, 'updated'),
        category: entry.child('category')?.attribute('term') ?? '',
        summary: textOf(entry, 'summary'),
        page: linksOf(entry)['alternate'] ?? '',
      })),
  };
}

describe('the feed of the catalogue', () => {
  it('says what changed last first, page by page, each record once', async () => {
    const seen: Seen['entries'] = [];
    const pages: Seen[] = [];
    for (let next: string | undefined = '/feed.atom'; next !== undefined; ) {
      const page = readFeed((await at(next)).text);
      pages.push(page);
      seen.push(...page.entries);
      next = page.links['next']?.replace(publicUrl, '');
    }
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 20]);
    expect(pages.map(({ id }) => id)).toEqual(Array(3).fill(`${publicUrl}/feed.atom`));
    expect(pages[1]?.links).toMatchObject({
      first: `${publicUrl}/feed.atom`,
      alternate: `${publicUrl}/`,
      self: pages[0]?.links['next'],
    });
    expect(seen.map(({ id }) => id)).toEqual(ids.map((id) => `${publicUrl}/records/${id}`).toReversed());
    expect(seen.map(({ title }) => title)).toContain('Salt & <sea>   ok');
    expect(seen[0]).toMatchObject({ category: 'created', page: seen[0]?.id });
    expect(seen[0]?.summary).not.toBe('');
  });

  it.runIf(grammar)('is valid by the grammar of RFC 4287', async () => {
    using schema = XmlDocument.fromBuffer(readFileSync(grammar ?? ''), { url: `file://${grammar}` });
    using validator = RelaxNGValidator.fromDoc(schema);
    for (const path of [
      '/feed.atom',
      '/feed.atom?lang=fr&before=60',
      '/sources/centre/feed.atom',
      '/feed.atom?before=0',
    ]) {
      using document = XmlDocument.fromString((await at(path)).text);
      expect(() => validator.validate(document)).not.toThrow();
    }
    // The grammar refuses what is no feed, so that it was really asked.
    const spoilt = (await at('/feed.atom')).text.replace(/<updated>[^<]*<\/updated>/, '');
    using document = XmlDocument.fromString(spoilt);
    expect(() => validator.validate(document)).toThrow();
  });

  it('is asked again cheaply, and tells a change', async () => {
    const first = await at('/feed.atom');
    const etag = first.response.headers.get('etag') ?? '';
    expect(first.response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect((await at('/feed.atom', { 'if-none-match': etag })).response.status).toBe(304);
    const modified = first.response.headers.get('last-modified') ?? '';
    expect((await at('/feed.atom', { 'if-modified-since': modified })).response.status).toBe(304);
    expect((await at('/feed.atom?lang=fr', { 'if-none-match': etag })).response.status).toBe(200);
    const [id = '', other = ''] = ids;
    await portal.commit({ kind: 'withdraw', recordId: id, reason: 'Deleted at http://10.0.0.1/x.' });
    const { response, text } = await at('/feed.atom?lang=en', { 'if-none-match': etag });
    expect(response.status).toBe(200);
    expect(readFeed(text).entries[0]).toMatchObject({
      id: `${publicUrl}/records/${id}`,
      category: 'withdrawn',
      summary: 'The record was withdrawn: Deleted at http://***/x.',
    });
    await portal.commit({ kind: 'visibility', recordId: other, visibility: 'private' });
    const hidden = readFeed((await at('/feed.atom?lang=en')).text).entries[0];
    expect(hidden).toMatchObject({
      category: 'withdrawn',
      title: 'Untitled record',
      summary: 'The record was withdrawn.',
    });
  });

  it.each(['/feed.atom?before=x', '/sources/nobody/feed.atom'])('%s is a 404', async (path) => {
    expect((await at(path)).response.status).toBe(404);
  });
});

describe('the feed of a source', () => {
  it('has its records and its name, and none of another', async () => {
    const { text } = await at('/sources/centre/feed.atom?lang=fr');
    expect(text).toContain('<title>Centre de données d’exemple : changements des fiches (Halocline)</title>');
    expect(readFeed(text).entries).toHaveLength(50);
    const { sources } = portal.stores;
    const centre = await sources.get('centre');
    if (!centre) throw new Error('The source is not there.');
    await sources.save({ ...centre, id: 'empty', names: { en: 'Empty' } });
    const empty = readFeed((await at('/sources/empty/feed.atom')).text);
    expect([empty.entries, empty.updated]).toEqual([[], centre.createdAt]);
  });
  it('is found from the pages', async () => {
    const feeds = async (path: string) =>
      elementsOf((await at(path)).text)
        .filter(({ tag, attributes }) => tag === 'link' && attributes['type'] === 'application/atom+xml')
        .map(({ attributes }) => attributes['href']);
    expect(await feeds('/sources/centre')).toEqual(['/feed.atom', '/sources/centre/feed.atom']);
    expect(await feeds('/sources/centre/report')).toEqual(['/feed.atom', '/sources/centre/feed.atom']);
    expect(await feeds(`/records/${ids[3]}`)).toEqual(['/feed.atom']);
  });
});
