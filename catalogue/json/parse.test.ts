import { describe, expect, it } from 'vitest';
import { parseJson } from './index.ts';

const parse = (text: string, largest?: number) => {
  const { value, problems } = parseJson(new TextEncoder().encode(text), largest);
  return { value, problems: problems.map(({ code, line }) => [code, line]) };
};

describe('parseJson', () => {
  it('reads JSON, also after a byte order mark', () => {
    expect(parse('\uFEFF{"a": ["é", 1, null]}')).toEqual({ value: { a: ['é', 1, null] }, problems: [] });
  });

  it('tells the line of an error', () => {
    expect(parse('{\n"a": 1,\n}')).toEqual({ value: undefined, problems: [['not-well-formed', 3]] });
    expect(parse('{\n"a": }')).toEqual({ value: undefined, problems: [['not-well-formed', 2]] });
    expect(parse('')).toMatchObject({ problems: [['not-well-formed', undefined]] });
  });

  it('refuses pages, depth and size', () => {
    expect(parse('<!doctype html><p>{}</p>').problems).toEqual([['html-instead-of-json', undefined]]);
    expect(parse('['.repeat(200) + ']'.repeat(200)).problems).toEqual([['nested-too-deep', undefined]]);
    expect(parse(`["${'['.repeat(200)}"]`).problems).toEqual([]);
    expect(parse('[1, 2, 3]', 5).problems).toEqual([['document-too-large', undefined]]);
  });

  it('mends Latin-1', () => {
    const { value, problems } = parseJson(
      Uint8Array.of(...new TextEncoder().encode('["'), 0xe9, ...new TextEncoder().encode('"]')),
    );
    expect([value, problems.map(({ code }) => code)]).toEqual([['é'], ['encoding-wrong']]);
  });
});
