import { expect, test } from 'vitest';
import { sameOrigin } from './same-origin.ts';

const ours = 'https://catalogue.example.org';
const request = (headers: Record<string, string>, method = 'POST') =>
  new Request('http://127.0.0.1:3000/x', { method, headers });

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: ours }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: ours }, true],
  [{ origin: 'https://evil.example.org' }, false],
  [{ origin: `${ours}.evil.example` }, false],
  [{ origin: 'http://catalogue.example.org' }, false],
  [{ origin: 'null' }, false],
  [{ referer: `${ours}/account` }, true],
  [{ referer: 'https://evil.example.org/?https://catalogue.example.org' }, false],
  [{}, false],
])('%j: %s', (headers, allowed) => {
  expect(sameOrigin(request(headers), ours)).toBe(allowed);
});

test('what changes nothing may come from anywhere', () => {
  expect(sameOrigin(request({ 'sec-fetch-site': 'cross-site' }, 'GET'), ours)).toBe(true);
  expect(sameOrigin(request({ 'sec-fetch-site': 'cross-site' }, 'DELETE'), ours)).toBe(false);
});
