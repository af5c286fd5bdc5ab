import { afterAll, beforeAll, expect, test } from 'vitest';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf, parseLinkHeader } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
let shown: string;
let copy: string;

beforeAll(async () => {
  portal = await openTestPortal();
  const source = await portal.services.sources.get('centre');
  if (source) await portal.stores.sources.save({ ...source, id: 'other', names: { en: 'Other centre' } });
  const change = await readDocument('schema.org', salinityDocument(), 'iroise-1');
  [shown = '', copy = ''] = await portal.commit(change, {
    ...change,
    sourceId: 'other',
    upstreamIdentifier: 'x-9',
  });
});
afterAll(() => portal.close());

const canonicalOf = (html: string) =>
  elementsOf(html)
    .filter(({ tag, attributes }) => tag === 'link' && attributes['rel'] === 'canonical')
    .map(({ attributes }) => attributes['href']);

test('the page of a copy can be read, and leads people and machines to the record that stands for it', async () => {
  const answer = await portal.fetch(`/records/${copy}?lang=en`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(canonicalOf(html)).toEqual([`${publicUrl}/records/${shown}`]);
  const links = parseLinkHeader(answer.headers.get('link') ?? '').filter(({ rel }) => rel === 'canonical');
  expect(links).toEqual([{ rel: 'canonical', href: `${publicUrl}/records/${shown}` }]);
  const [main] = elementsOf(html).filter(({ tag }) => tag === 'main');
  expect(main?.text).toContain('Also in Example data centre');
  expect(main?.text).toContain('shown in searches');
  expect(main?.text).toContain('same DOI 10.17882/99901, same title');
});

test('the page of the record that stands for all names the others, and itself as canonical', async () => {
  const answer = await portal.fetch(`/records/${shown}?lang=fr`);
  const html = await answer.text();
  expect(canonicalOf(html)).toEqual([`${publicUrl}/records/${shown}`]);
  expect(answer.headers.get('link')).not.toContain('canonical');
  const [main] = elementsOf(html).filter(({ tag }) => tag === 'main');
  expect(main?.text).toContain('Aussi dans Other centre');
  expect(main?.text).toContain('même DOI 10.17882/99901');
});
