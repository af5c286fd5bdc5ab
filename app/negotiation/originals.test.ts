import { afterAll, beforeAll, expect, it } from 'vitest';
import { salinityDocument } from '../testing/documents.ts';
import { openTestPortal, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
let written: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal(async ({ bytes }) => !new TextDecoder().decode(bytes).includes('Invalid'));
  written = await openTestPortal();
});
afterAll(async () => {
  await portal.close();
  await written.close();
});

async function served(
  from: TestPortal,
  text: string,
): Promise<{ id: string; answer: Response; body: string }> {
  const [id = ''] = await from.commit(await readDocument('schema.org', text, text.slice(0, 200)));
  const answer = await from.fetch(`/records/${id}.jsonld`);
  return { id, answer, body: await answer.text() };
}

it('serves a valid document byte for byte', async () => {
  const text = salinityDocument('Valid');
  const { id, answer, body } = await served(portal, text);
  expect(body).toBe(text);
  expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  const negotiated = await portal.fetch(`/records/${id}`, { accept: 'application/ld+json' });
  expect(await negotiated.text()).toBe(text);
  const losses = await (await portal.fetch(`/api/records/${id}/losses/schema.org`)).json();
  expect(losses).toMatchObject({ basis: 'original', losses: [] });
  expect(await (await portal.fetch(`/records/${id}/formats?lang=en`)).text()).toContain(
    'the document of the data centre, as it came',
  );
});

it.each([
  ['it is invalid', salinityDocument('Invalid')],
  ['it holds a password', salinityDocument('ftp://someone:secret@example.org/file')],
])('writes it anew when %s', async (_why, text) => {
  const { body } = await served(portal, text);
  expect(body).not.toBe(text);
  expect(body).not.toContain('secret');
});

it('writes every document anew without schemas', async () => {
  const text = salinityDocument('Plain');
  const { body } = await served(written, text);
  expect(body).not.toBe(text);
});
