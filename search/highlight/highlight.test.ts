import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, highlight, type Segment } from './index.ts';

const shown = (segments: Segment[]) =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('highlight', () => {
  it.each([
    ['Températures de surface', 'temperature', '[Températures] de surface'],
    ['Données de la campagne', 'donnees campagnes', '[Données] de la [campagne]'],
    ['Sea level and sea ice', '"sea level"', '[Sea level] and sea ice'],
    ['Sous-marins et sous marin', 'sous-marin', '[Sous-marins] et [sous marin]'],
    ['Argo floats, no gliders', 'argo -gliders', '[Argo] floats, no gliders'],
    ["La salinité de l'eau", "l'eau", "La salinité de l'[eau]"],
    ['Œuvre', 'oeuvre', '[Œuvre]'],
    ['The sea of the north', 'the sea', 'The [sea] of the north'],
    ['Temperature', 'temp*', '[Temperature]'],
    ['Code SDN:P02::TEMP here', 'P02::TEMP', 'Code SDN:[P02::TEMP] here'],
    ['Nothing of it', 'salinity', 'Nothing of it'],
    ['Nothing asked', '', 'Nothing asked'],
    ['<b>bold</b> sea', 'sea', '<b>bold</b> [sea]'],
  ])('%s for %s', (text, query, expected) => {
    expect(shown(highlight(text, query))).toBe(expected);
  });

  it('marks what is being typed', () => {
    expect(shown(highlight('Salinity', 'sal', { prefix: true }))).toBe('[Salinity]');
  });

  it('never loses or changes a character, whatever is asked', () => {
    const texts = fc.string({ maxLength: 200, unit: 'grapheme' });
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        expect(
          highlight(text, query)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('excerpt', () => {
  const filler = 'Lorem ipsum dolor sit amet. '.repeat(30);

  it('keeps a short text whole', () => {
    expect(shown(excerpt('A short text', 'short'))).toBe('A [short] text');
  });

  it('cuts around the match, at blanks', () => {
    const cut = shown(
      excerpt(`${filler}The salinity of deep water. ${filler}`, 'salinités', { length: 120 }),
    );
    expect(cut).toContain('[salinity] of deep water.');
    expect(cut).toMatch(/^… \S.*\S …$/);
    expect(cut.length).toBeLessThanOrEqual(130);
  });

  it('prefers the place where most of the query stands together', () => {
    const text = `Salinity. ${filler}Nitrate. ${filler}Salinity, nitrate and oxygen. ${filler}`;
    expect(shown(excerpt(text, 'oxygen nitrate salinity', { length: 100 }))).toContain(
      '[Salinity], [nitrate] and [oxygen].',
    );
  });

  it('begins at the beginning when nothing matches', () => {
    expect(shown(excerpt(filler, 'salinity', { length: 40 }))).toBe(
      'Lorem ipsum dolor sit amet. Lorem ipsum …',
    );
  });

  it('is never longer than asked, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('sea', 'level', 'x'.repeat(60), 'of'), { maxLength: 120 }),
        fc.integer({ min: 20, max: 200 }),
        (parts, length) => {
          const text = parts.join(' ');
          const cut = excerpt(text, 'sea level', { length })
            .map((segment) => segment.text)
            .join('');
          expect(cut.length).toBeLessThanOrEqual(length + 4);
          expect(text).toContain(cut.replace(/^… /, '').replace(/ …$/, ''));
        },
      ),
    );
  });
});
