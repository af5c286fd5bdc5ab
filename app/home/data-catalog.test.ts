import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openTestPortal,
  publicUrl,
  readDocument,
  salinityDocument,
  type TestPortal,
} from '../testing/index.ts';

let portal: TestPortal;

beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

test('the catalogue lists its records, each with the address of its page', async () => {
  const [id] = await portal.commit(await readDocument('schema.org', salinityDocument(), 'salinity'));
  const answer = await portal.fetch('/catalog.jsonld');
  expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  expect(answer.headers.get('link')).toBeNull();
  expect(await answer.json()).toMatchObject({
    '@type': 'DataCatalog',
    '@id': `${publicUrl}/`,
    dataset: [{ '@type': 'Dataset', url: `${publicUrl}/records/${id}` }],
  });
  expect((await portal.fetch('/catalog.jsonld?after=x')).status).toBe(404);
});
