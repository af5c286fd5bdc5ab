import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './index.ts';

describe('readConfiguration', () => {
  test('nothing need be said', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      logLevel: 'info',
      examples: true,
    });
    expect(isAbsolute(configuration.dataFolder)).toBe(true);
  });

  test('what is said holds; an empty value counts as nothing', () => {
    expect(
      readConfiguration({
        PORT: '8080',
        HALOCLINE_DATA: '/srv/halocline',
        HALOCLINE_URL: 'https://catalogue.example.org/',
        LOG_LEVEL: '',
      }),
    ).toMatchObject({
      port: 8080,
      dataFolder: '/srv/halocline',
      publicUrl: 'https://catalogue.example.org',
      logLevel: 'info',
    });
    expect(readConfiguration({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  test.each([
    ['PORT', 'three thousand', /PORT: .*It is "three thousand"/],
    ['PORT', '70000', /PORT: .*65535.*It is "70000"/],
    ['HALOCLINE_URL', 'catalogue.example.org', /HALOCLINE_URL: .*URL.*"catalogue\.example\.org"/],
    ['HALOCLINE_URL', 'ftp://example.org', /HALOCLINE_URL: /],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL: .*"debug".*It is "loud"/],
    ['HALOCLINE_OAI_ID', 'nodots', /HALOCLINE_OAI_ID: must look like a domain name/],
    ['HALOCLINE_CONTACT', 'nobody', /HALOCLINE_CONTACT: .*email/],
    ['HALOCLINE_EXAMPLES', 'maybe', /HALOCLINE_EXAMPLES: .*"yes"/],
    ['TRUSTED_PROXIES', '-1', /TRUSTED_PROXIES: /],
  ])('%s=%s stops with a sentence that says which and why', (name, value, sentence) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(sentence);
    expect(() => readConfiguration({ [name]: value })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  test('all that is wrong is said at once', () => {
    expect(() => readConfiguration({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT: .* LOG_LEVEL: /);
  });

  test('a secret that is wrong is named, not shown', () => {
    expect(() => readConfiguration({ HALOCLINE_SECRET: 'hunter2' })).toThrow(/HALOCLINE_SECRET: .*32/);
    expect(() => readConfiguration({ HALOCLINE_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
    expect(() => readConfiguration({ SMTP_URL: 'http://user:hunter2@host' })).not.toThrow(/hunter2/);
  });
});
