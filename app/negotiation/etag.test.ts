import { expect, test } from 'vitest';
import { httpDate, matchesEtag } from './etag.ts';

const headers = new Headers({ ETag: 'W/"7.fr"', 'Last-Modified': httpDate('2026-03-05T10:00:00Z') });
const held = (name: string, value: string) =>
  matchesEtag(new Request('https://catalogue.example.org/', { headers: { [name]: value } }), headers);

test('dates are written as HTTP does', () => {
  expect(httpDate('2026-03-05T10:00:00Z')).toBe('Thu, 05 Mar 2026 10:00:00 GMT');
});

test.each([
  ['If-None-Match', 'W/"7.fr"', true],
  ['If-None-Match', '"6.fr", "7.fr-gzip"', true],
  ['If-None-Match', '*', true],
  ['If-None-Match', '"7.en"', false],
  ['If-Modified-Since', 'Thu, 05 Mar 2026 10:00:00 GMT', true],
  ['If-Modified-Since', 'Thu, 05 Mar 2026 09:59:59 GMT', false],
  ['If-Modified-Since', 'yesterday', false],
  ['Accept', '*/*', false],
])('%s: %s', (name, value, expected) => expect(held(name, value)).toBe(expected));

test('If-Modified-Since does not count beside If-None-Match', () => {
  const request = new Request('https://catalogue.example.org/', {
    headers: { 'If-None-Match': '"6"', 'If-Modified-Since': 'Thu, 05 Mar 2099 10:00:00 GMT' },
  });
  expect(matchesEtag(request, headers)).toBe(false);
});
