import { describe, expect, test } from 'vitest';
import { type CatalogueRecord, emptyRecord } from '#catalogue/model';
import { differenceOf } from './difference.ts';

type Resource = CatalogueRecord['resource'];

function record(resource: Partial<Resource>, more: Partial<CatalogueRecord> = {}): CatalogueRecord {
  const empty = emptyRecord();
  return { ...empty, ...more, resource: { ...empty.resource, ...resource } };
}

describe('the difference of two states of a record', () => {
  test('is none between equal ones', () => {
    expect(
      differenceOf(record({ titles: { en: 'Salinity' } }), record({ titles: { en: 'Salinity' } })),
    ).toEqual([]);
  });

  test('names the field, the language and both texts', () => {
    expect(
      differenceOf(
        record({ titles: { en: 'Salinity', fr: 'Salinité' } }),
        record({ titles: { en: 'Salinity of the Iroise', fr: 'Salinité' }, purpose: { en: 'Forecasts' } }),
      ),
    ).toEqual([
      { field: 'titles', path: 'en', before: 'Salinity', after: 'Salinity of the Iroise' },
      { field: 'purpose', path: '', after: 'en: Forecasts' },
    ]);
  });

  test('of lists: what came and what went, not the neighbours that moved', () => {
    const topics = (...topicCategories: Resource['topicCategories']) => record({ topicCategories });
    expect(differenceOf(topics('oceans', 'biota'), topics('location', 'oceans', 'biota'))).toEqual([
      { field: 'topicCategories', path: '1', after: 'location' },
    ]);
    expect(differenceOf(topics('oceans', 'biota'), topics('biota', 'oceans'))).toEqual([]);
    expect(differenceOf(topics('oceans', 'oceans'), topics('oceans'))).toEqual([
      { field: 'topicCategories', path: '2', before: 'oceans' },
    ]);
  });

  test('of members of a list: only what changed within', () => {
    const of = (code: string) => record({ identifiers: [{ scheme: 'doi', code, codeSpace: 'doi.org' }] });
    expect(differenceOf(of('10.1/a'), of('10.1/b'))).toEqual([
      { field: 'identifiers', path: '1 › code', before: '10.1/a', after: '10.1/b' },
    ]);
  });

  test('of what is said about the metadata stands behind', () => {
    expect(
      differenceOf(
        record({}, { datestamp: '2020-01-01' }),
        record({ edition: '2' }, { datestamp: '2021-01-01' }),
      ),
    ).toEqual([
      { field: 'edition', path: '', after: '2' },
      { field: 'datestamp', path: '', before: '2020-01-01', after: '2021-01-01' },
    ]);
  });

  test('cuts endless values', () => {
    const [change] = differenceOf(record({}), record({ abstracts: { en: 'x'.repeat(5000) } }));
    expect(change?.after).toHaveLength(1001);
  });
});
