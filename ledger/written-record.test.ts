import { expect, test } from 'vitest';
import { emptyRecord } from '#catalogue/model';
import { WrittenRecord } from './index.ts';

const record = { ...emptyRecord(), metadataIdentifier: 'a' };
record.resource.identifiers = [{ code: '10.1/a', scheme: 'doi', uri: 'https://doi.org/10.1/a' }];
const links = [{ path: 'resource.identifiers[0].uri', url: 'https://doi.org/10.1/a', kind: 'identifier' }];
const secret = { ...record, dataSetUri: 'https://user:word@example.org/data' };

test.each([
  ['without credentials', record, false],
  ['with credentials', secret, true],
])('a record %s tells the same as it is and as JSON', (_name, given, credentials) => {
  const written = WrittenRecord.of(given);
  expect(written.record).toBe(given);
  expect(written.json).toBe(JSON.stringify(given));
  expect(written.facts).toEqual({ resourceType: 'dataset', credentials, links });
  const carried = WrittenRecord.fromJson(written.json, written.facts);
  expect(carried.record).toEqual(given);
  expect(carried.facts).toEqual(written.facts);
  expect(WrittenRecord.fromJson(written.json).facts).toEqual(written.facts);
});

test('what is asked twice is the same object', () => {
  const carried = WrittenRecord.fromJson(JSON.stringify(record));
  expect(carried.record).toBe(carried.record);
  expect(carried.facts).toBe(carried.facts);
});
