import { describe, expect, it } from 'vitest';
import { isDomainError } from '#runtime';
import type { Expression } from '../query.ts';
import { type EngineFixture, request } from './engine-fixture.ts';

export function hostileRequestsContract(fixture: EngineFixture): void {
  const { put, find } = fixture;
  describe('hostile requests', () => {
    const hostile = [
      '"',
      '""""',
      "'; DROP TABLE documents; --",
      'NEAR(a b, 3)',
      'title:',
      '{title}:x',
      'a OR',
      '* ^ + - ( ) : , .',
      '-only',
      '🐟🌊',
      '\u202eשלום \u0000\uffff',
      '(a+)+$',
      'x'.repeat(1999),
      'a '.repeat(999),
      '"'.repeat(1000),
    ];
    it.each(hostile)('answers %j', async (text) => {
      await put({ id: 'a', titles: { en: 'Argo near a sea' }, facets: { keyword: ["'; DROP TABLE"] } });
      for (const op of ['text', 'contains'] as const)
        expect((await fixture.engine.search(request({ op, text }))).total).toBeGreaterThanOrEqual(0);
      const values = [text];
      for (const where of [
        { op: 'facet', facet: 'keyword', values, match: 'any' },
        { op: 'identifier', values },
        { op: 'ids', values },
      ] satisfies Expression[])
        expect(await find(where)).toEqual([]);
      expect(await find({ op: 'all' })).toEqual(['a']);
    });

    const nested = Array.from({ length: 60 }).reduce<Expression>((of) => ({ op: 'not', of }), {
      op: 'all',
    });
    const square = { west: 0, south: 0, east: 1, north: 1 };
    it.each<[string, Expression]>([
      ['text', { op: 'text', text: 'x'.repeat(10_000) }],
      ['contains', { op: 'contains', text: 'x'.repeat(10_000) }],
      ['box.west', { op: 'box', box: { ...square, west: Number.NaN }, relation: 'intersects' }],
      ['box.north', { op: 'box', box: { ...square, north: 91 }, relation: 'intersects' }],
      ['box.south', { op: 'box', box: { ...square, south: 2 }, relation: 'intersects' }],
      ['box.east', { op: 'box', box: { ...square, east: Number.POSITIVE_INFINITY }, relation: 'within' }],
      ['time.start', { op: 'time', start: "2010'; --", relation: 'within' }],
      ['modified.before', { op: 'modified', before: 'now' }],
      ['depth.minimum', { op: 'depth', minimum: Number.NaN }],
      ['depth.minimum', { op: 'depth', minimum: 10, maximum: 1 }],
      ['where', nested],
    ])('names the field %s', async (field, where) => {
      const refused = await fixture.engine.search(request(where)).catch((error: unknown) => error);
      expect(isDomainError(refused) && refused).toMatchObject({ code: 'invalid', field });
      await expect(fixture.engine.footprints(request(where), 1)).rejects.toMatchObject({
        code: 'invalid',
        field,
      });
    });

    it.each([
      ['offset', { offset: -1 }],
      ['offset', { offset: Number.NaN }],
      ['limit', { limit: 1.5 }],
      ['limit', { limit: 1e9 }],
    ])('names the field %s of %j', async (field, more) => {
      await expect(fixture.engine.search(request({ op: 'all' }, more))).rejects.toMatchObject({
        code: 'invalid',
        field,
      });
    });
  });
}
