import { expect, test } from 'vitest';
import { foldFormParameters } from './form-parameters.ts';

const folded = (query: string) => foldFormParameters(new URLSearchParams(query))?.toString();

test('a form becomes an address', () => {
  expect(folded('q=+salt+&west=-10&south=43&east=-1,5&north=48&from=&to=&sort=')).toBe(
    'q=salt&bbox=-10%2C43%2C-1.5%2C48',
  );
  expect(folded('depth-from=&depth-to=200&type=dataset&type=series')).toBe(
    'type=dataset&type=series&depth=%2C200',
  );
});

test('a box that lacks a side is kept as it is, to be told so', () =>
  expect(folded('west=-10&south=&east=&north=')).toBe('bbox=-10%2C%2C%2C'));

test('an address stays as it is', () => expect(folded('q=salt&bbox=1%2C2%2C3%2C4&lang=fr')).toBeUndefined());
