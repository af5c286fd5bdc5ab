import { expect, test } from 'vitest';
import { formText, pageAfter } from './form-text.ts';

test.each([
  [null, '/account'],
  ['', '/account'],
  ['/admin/audit?before=3', '/admin/audit?before=3'],
  ['https://evil.example.org/', '/account'],
  ['//evil.example.org/', '/account'],
  ['/\\evil.example.org', '/account'],
  ['/\t/evil.example.org', '/account'],
  ['javascript:alert(1)', '/account'],
])('after signing in, %j leads to %s', (asked, page) => expect(pageAfter(asked)).toBe(page));

test('a file is no text', () => {
  const form = new FormData();
  form.set('name', 'Ada');
  form.set('file', new Blob(['x']));
  expect([formText(form, 'name'), formText(form, 'file'), formText(form, 'none')]).toEqual(['Ada', '', '']);
});
