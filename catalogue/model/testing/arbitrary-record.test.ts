import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueRecord, emptyRecord } from '../index.ts';
import { arbitraryOf, arbitraryRecord, metadataFields, resourceFields } from './arbitrary-record.ts';

test('records are records of the model', () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      expect(catalogueRecord.parse(record)).toEqual(record);
      expect(Object.keys(record.resource.titles)).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('every field of the model comes up', () => {
  const met = new Set<string>();
  for (const record of fc.sample(arbitraryRecord, { numRuns: 100, seed: 1 })) {
    for (const [key, value] of [...Object.entries(record), ...Object.entries(record.resource)]) {
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) met.add(key);
    }
  }
  const all = [...Object.keys(metadataFields), ...Object.keys(resourceFields)];
  expect(all.filter((key) => !met.has(key))).toEqual([]);
});

test('no more is said than asked', () => {
  fc.assert(
    fc.property(arbitraryOf('datestamp', 'resource.keywords'), (record) => {
      const { datestamp: _, ...about } = record;
      const { titles: _titles, keywords: _keywords, ...told } = record.resource;
      const empty = emptyRecord();
      const { titles: _none, keywords: _no, ...rest } = empty.resource;
      expect({ ...about, resource: told }).toEqual({ ...empty, resource: rest });
    }),
    { numRuns: 50 },
  );
});
