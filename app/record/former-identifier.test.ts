import { afterAll, beforeAll, expect, test } from 'vitest';
import { salinityDocument } from '../testing/documents.ts';
import { openTestPortal, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
let id: string;

beforeAll(async () => {
  portal = await openTestPortal();
  const change = await readDocument('schema.org', salinityDocument(), 'https://sea.example.org/data/1?x=2');
  [id = ''] = await portal.commit(change);
  await portal.commit({ ...change, upstreamIdentifier: 'urn:sea:new', renames: id });
  await portal.commit({ ...change, upstreamIdentifier: 'urn:sea:hidden', visibility: 'private' });
});
afterAll(() => portal.close());

test.each(['urn:sea:new', encodeURIComponent('https://sea.example.org/data/1?x=2')])(
  'an identifier of the source, used or given up, leads to the record: %s',
  async (identifier) => {
    const answer = await portal.fetch(`/sources/centre/records/${identifier}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/records/${id}`);
  },
);

test.each(['urn:sea:hidden', 'urn:sea:nothing'])(
  'what the public may not see leads nowhere: %s',
  async (identifier) => {
    expect((await portal.fetch(`/sources/centre/records/${identifier}`)).status).toBe(404);
  },
);
