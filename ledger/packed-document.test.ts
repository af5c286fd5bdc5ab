import { expect, test } from 'vitest';
import { packDocument, unpackDocument } from './index.ts';

test.each([
  ['a long text', `<r>${'<a>text</a>'.repeat(500)}</r>`, 'br', false],
  ['what packing would make larger', 'a', 'identity', false],
  ['an address with credentials', '<a href="ftp://u:p@example.org/"/>'.repeat(20), 'br', true],
])('%s comes back as it was', (_name, text, encoding, credentials) => {
  // A view of a larger page, as harvests cut it.
  const bytes = new Uint8Array(Buffer.from(`..${text}..`)).subarray(2, -2);
  const packed = packDocument(bytes);
  expect(packed).toMatchObject({ encoding, size: bytes.length, credentials });
  expect(Buffer.from(unpackDocument(packed)).equals(bytes)).toBe(true);
});
