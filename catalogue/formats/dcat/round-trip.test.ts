import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../model/index.ts';
import { arbitraryRecord } from '../../model/testing/arbitrary-record.ts';
import { writersOf } from '../registry.ts';
import { dcat } from './index.ts';
import { comparable, differences } from './testing/compare.ts';

const context = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
  catalogue: { name: 'Portal', url: 'https://portal.example.org/' },
};

describe.each(writersOf([dcat]).map(({ name, write }) => ({ name, write })))(
  'any record in $name',
  ({ write }) => {
    it('is read as it was, but for the losses told', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryRecord, async (record) => {
          const written = write(record, context) ?? expect.fail('nothing written');
          const read = await dcat.read?.(new TextEncoder().encode(written.text));
          expect(read?.problems.filter(({ code }) => code !== 'abstract-missing')).toEqual([]);
          if (!read?.record) throw new Error('no record');
          const { licences } = record.resource;
          const compared = (one: CatalogueRecord) => comparable(one, written.losses, licences);
          expect(differences(compared(record), compared(read.record))).toEqual([]);
        }),
        // Nothing here waits for a timer, so that of the test would come too late to end the search for a smaller record.
        { numRuns: 25, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
      );
    });
  },
);
