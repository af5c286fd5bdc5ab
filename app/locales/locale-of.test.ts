import { describe, expect, it } from 'vitest';
import { localeOf } from './locale-of.ts';

const asked = (path: string, headers: Record<string, string> = {}) =>
  localeOf(new Request(`http://portal.invalid${path}`, { headers }));

describe('localeOf', () => {
  it('obeys ?lang= first', () =>
    expect(asked('/?lang=fr', { cookie: 'lang=en', 'accept-language': 'en' })).toBe('fr'));
  it('then the cookie', () =>
    expect(asked('/', { cookie: 'a=b; lang=fr', 'accept-language': 'en' })).toBe('fr'));
  it.each([
    ['fr-CA,fr;q=0.8,en;q=0.5', 'fr'],
    ['de, en;q=0.4, fr;q=0.9', 'fr'],
    ['fr;q=0, en', 'en'],
    ['de', 'en'],
    ['*', 'en'],
  ])('then Accept-Language %s', (header, locale) =>
    expect(asked('/', { 'accept-language': header })).toBe(locale),
  );
  it('ignores a language that it does not speak', () => expect(asked('/?lang=de')).toBe('en'));
});
