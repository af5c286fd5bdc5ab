import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../analysis/index.ts';
import { facetNames } from '../query.ts';
import { documents, expressions } from './arbitraries.ts';
import { type EngineFixture, idsOf, request } from './engine-fixture.ts';
import { plainCounts, plainSearch } from './plain-search.ts';

export function plainSearchContract(fixture: EngineFixture): void {
  it('finds what a plain look at each document finds, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(expressions, { minLength: 1, maxLength: 8 }),
        async (put, asked) => {
          await fixture.engine.reset();
          await fixture.engine.apply({ put, remove: [], throughRevision: put.length });
          for (const where of asked) {
            for (const who of [
              { reader: 'public' },
              { reader: 'staff' },
              { reader: 'public', copies: true },
            ] as const) {
              const answer = await fixture.engine.search(
                request(where, { ...who, facets: facetNames.map((name) => ({ name, limit: 100 })) }),
              );
              const expected = plainSearch(put, { where, ...who });
              expect(idsOf(answer).sort()).toEqual(expected);
              expect(answer.total).toBe(expected.length);
              for (const name of facetNames) {
                const counted = (answer.facets[name] ?? []).filter(({ count }) => count > 0);
                expect(Object.fromEntries(counted.map(({ value, count }) => [fold(value), count]))).toEqual(
                  plainCounts(put, { where, ...who }, name),
                );
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
}
