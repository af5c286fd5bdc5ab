import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rows } from './rows.ts';

it('holds for each document what was set last, whatever came before', () => {
  const steps = fc.array(
    fc.record({ document: fc.nat(40), values: fc.array(fc.nat(1000), { maxLength: 30 }), times: fc.nat(40) }),
    { minLength: 20, maxLength: 60 },
  );
  let compacted = 0;
  fc.assert(
    fc.property(steps, (changes) => {
      const rows = new Rows(1, (length) => new Uint32Array(length));
      const expected = new Map<number, number[]>();
      let appended = 0;
      for (const { document, values, times } of changes) {
        for (let time = 0; time <= times; time += 1) rows.set(document, values);
        appended += values.length * (times + 1);
        expected.set(document, values);
      }
      if (rows.length < appended) compacted += 1;
      for (const [document, values] of expected) {
        const start = rows.starts[document] ?? 0;
        const held = Array.from(
          { length: rows.counts[document] ?? 0 },
          (_, row) => rows.columns[0]?.[start + row],
        );
        expect(held).toEqual(values);
        expect(values.every((_, row) => rows.owners[start + row] === document)).toBe(true);
      }
      const owned = rows.owners.subarray(0, rows.length).filter((owner) => owner >= 0).length;
      expect(owned).toBe([...expected.values()].reduce((sum, values) => sum + values.length, 0));
    }),
  );
  expect(compacted).toBeGreaterThan(0);
});
