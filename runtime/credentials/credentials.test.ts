import { describe, expect, test } from 'vitest';
import { containsCredentials, maskCredentials, maskDocument } from './index.ts';

describe('maskCredentials', () => {
  test.each([
    ['ftp://user:pass@ftp.example.org/a', 'ftp://***@ftp.example.org/a'],
    ['https://token@example.org', 'https://***@example.org'],
    ['http://x.org/?a=1&password=p%20q&b=2', 'http://x.org/?a=1&password=***&b=2'],
    ['http://x.org/?a=1&amp;api_key=k&amp;b=2', 'http://x.org/?a=1&amp;api_key=***&amp;b=2'],
    ['http://x.org/?X-Amz-Signature=abc"', 'http://x.org/?X-Amz-Signature=***"'],
    ['http://x.org/?accessToken=abc', 'http://x.org/?accessToken=***'],
    ['http://x.org/a;jsessionid=12', 'http://x.org/a;jsessionid=***'],
    ['http://x.org/#access_token=12', 'http://x.org/#access_token=***'],
  ])('%s', (given, masked) => {
    expect(maskCredentials(given)).toBe(masked);
    expect(containsCredentials(given)).toBe(true);
    expect(containsCredentials(masked)).toBe(false);
  });

  test.each([
    'someone@example.org',
    'mailto:someone@example.org',
    'https://example.org/@someone',
    'https://example.org/?contact=a@b.org',
    'the password= of nobody',
    'https://example.org/?passwordless',
    'http://x.org/?a=1&password=',
    '<gmd:URL>http://x.org</gmd:URL><a>b@c.org</a>',
  ])('leaves alone: %s', (text) => expect(maskCredentials(text)).toBe(text));

  test('takes linear time on hostile text', () => {
    for (const text of [
      '://'.repeat(50_000),
      `://${'a'.repeat(200_000)}`,
      `?${'a_'.repeat(100_000)}`,
      `?${'user'.repeat(50_000)}`,
      '?token='.repeat(30_000),
    ])
      expect(typeof maskCredentials(text)).toBe('string');
  });
});

describe('maskDocument', () => {
  const text = '<a href="ftp://u:p@example.org/é"/>';
  test.each([
    ['UTF-8', (value: string) => Buffer.from(value, 'utf8')],
    ['Latin-1', (value: string) => Buffer.from(value, 'latin1')],
    ['UTF-16 LE', (value: string) => Buffer.from(`\ufeff${value}`, 'utf16le')],
    ['UTF-16 BE', (value: string) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16()],
  ])('%s', (_name, encode) => {
    const bytes = encode(text);
    expect(Buffer.from(maskDocument(bytes)).equals(encode('<a href="ftp://***@example.org/é"/>'))).toBe(true);
    const clean = encode('<a href="ftp://example.org/é"/>');
    expect(maskDocument(clean)).toBe(clean);
  });
  test('half a character at the end of UTF-16 is kept', () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffftp://u:p@x', 'utf16le'), Buffer.from([7])]);
    expect(Buffer.from(maskDocument(bytes)).at(-1)).toBe(7);
  });
});
