import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './index.ts';

function find(source: string, text: string) {
  const compiled = compilePattern(source);
  if ('fault' in compiled) throw new Error(compiled.fault);
  return compiled.pattern(text);
}

describe('a pattern', () => {
  it.each([
    ['ifremer', 'IFREMER, Brest', ['IFREMER']],
    ['^ifremer$', 'IFREMER, Brest', null],
    ['^(SHOM|Ifremer)\\b', 'Ifremer – LOPS', ['Ifremer', 'Ifremer']],
    ['(\\d{4})-(\\d{2})', 'on 2024-05-06', ['2024-05', '2024', '05']],
    ['a.*?c', 'xabcabc', ['abc']],
    ['a.*c', 'xabcabc', ['abcabc']],
    ['[^a-z]+', 'abc DEF 42', [' ']],
    ['\\bwms\\b', 'geo/wms?x', ['wms']],
    ['É', 'thé', ['é']],
    ['(a)|(b)', 'b', ['b', undefined, 'b']],
    ['x{2,3}', 'xxxx', ['xxx']],
    ['(?:ab)+', 'ababx', ['abab']],
    ['[\\w.-]+@', 'to a.b-c@d', ['a.b-c@']],
    ['\\u00e9', 'É', ['É']],
    ['', 'abc', ['']],
    ['🌊+', 'x🌊🌊', ['🌊🌊']],
  ])('%s finds in "%s" %j', (source, text, expected) => {
    expect(find(source, text)).toEqual(expected);
  });

  it.each([
    ['(a', 1, /not closed/],
    ['a)', 2, /closes nothing/],
    ['[a', 1, /not closed/],
    ['*a', 1, /nothing to repeat/],
    ['a**', 3, /nothing to repeat/],
    ['(?=a)', 1, /no looking ahead/],
    ['(?<name>a)', 1, /no looking ahead/],
    ['(a)\\1', 4, /References/],
    ['a{3,1}', 2, /wrong way round/],
    ['a{x}', 2, /brace/],
    ['\\p{L}', 1, /no escape/],
    ['a\\', 2, /stands for nothing/],
    ['[z-a]', 3, /range/],
    ['(a{100}){100}', 1, /too large/],
    ['a'.repeat(201), 200, /longer than 200/],
  ])('%s is refused at %i', (source, position, fault) => {
    expect(compilePattern(source)).toEqual({ fault: expect.stringMatching(fault), position });
  });

  it.each(['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*)*x', '(.*a){12}', '(a*)*(a*)*b', '.*.*.*.*=.*'])(
    'that makes backtracking engines hang is matched at once: %s',
    (source) => {
      // Six milliards of milliards of steps by backtracking: the test ends, or it does not.
      expect(() => find(source, `${'a'.repeat(5000)}!`)).not.toThrow();
    },
  );

  it('finds what JavaScript finds', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\b', '^', '$', '1', ' ');
    const { source } = fc.letrec<{ source: string }>((tie) => ({
      source: fc.oneof(
        { maxDepth: 3 },
        atom,
        fc.tuple(tie('source'), tie('source')).map(([one, other]) => one + other),
        fc.tuple(tie('source'), tie('source')).map(([one, other]) => `(${one}|${other})`),
        fc
          .tuple(
            fc.constantFrom('a', 'b', '[ab]', '(ab)', '(?:a|b)'),
            fc.constantFrom('*', '+', '?', '*?', '{1,2}'),
          )
          .map(([one, times]) => one + times),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '1', ' '), maxLength: 12 });
    fc.assert(
      fc.property(source, text, (pattern, subject) => {
        const expected = new RegExp(pattern, 'iu').exec(subject);
        expect(find(pattern, subject)).toEqual(expected && [...expected]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever the pattern and the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 60 }), (source, text) => {
        const compiled = compilePattern(source);
        if ('pattern' in compiled) compiled.pattern(text);
      }),
      { numRuns: 2000 },
    );
  });
});
