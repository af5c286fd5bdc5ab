import { describe, expect, it, test } from 'vitest';
import { prose, proseIn } from './prose.ts';

const everything = (text: string) => JSON.stringify(prose(text));

describe('plain text', () => {
  it('keeps line breaks, and blank lines as paragraphs', () => {
    expect(prose('First line\nsecond line\n\n  Another paragraph').blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'First line\nsecond line' }] },
      { kind: 'paragraph', runs: [{ text: 'Another paragraph' }] },
    ]);
  });
  it('keeps signs that look like markup but are none', () => {
    expect(prose('Salinity < 35 & T > 4 for x<y').blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Salinity < 35 & T > 4 for x<y' }] },
    ]);
  });
  it('links addresses, without the punctuation behind them', () => {
    expect(prose('See (https://doi.org/10.17882/42182).').blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'See (' },
          { text: 'https://doi.org/10.17882/42182', href: 'https://doi.org/10.17882/42182' },
          { text: ').' },
        ],
      },
    ]);
  });
});

describe('HTML from outside', () => {
  it('keeps paragraphs, lists, emphasis and links', () => {
    const html =
      '<p>Depth in <b>metres</b>, N<sub>2</sub>.</p><ul><li>one</li><li><a href="https://a.org/">two</a></li></ul>';
    expect(prose(html).blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Depth in ' },
          { text: 'metres', mark: 'strong' },
          { text: ', N' },
          { text: '2', mark: 'sub' },
          { text: '.' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        entries: [[{ text: 'one' }], [{ text: 'two', href: 'https://a.org/' }]],
      },
    ]);
  });
  it('reads entities, and keeps line breaks where nothing else parts the text', () => {
    expect(prose('Temp&eacute;rature\n\nSalinit&eacute;').blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Température' }] },
      { kind: 'paragraph', runs: [{ text: 'Salinité' }] },
    ]);
  });
  it.each([
    '<script>alert(1)</script>text',
    '<p onclick="alert(1)">text</p>',
    '<a href="javascript:alert(1)">text</a>',
    '<a href=" java\nscript:alert(1)">text</a>',
    '<a href="data:text/html,<script>alert(1)</script>">text</a>',
    '<img src=x onerror=alert(1)>text',
    '<svg/onload=alert(1)><p>text</p></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><p>text</p>',
    '<style>@import "https://evil.example/alert(1)"</style><p>text</p>',
    '<scr<script>ipt>alert(1)</scr</script>ipt><p>text</p>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>text</p>',
  ])('lets nothing run: %s', (html) => {
    const shown = everything(html);
    expect(shown).not.toMatch(/javascript:|data:|onerror|onclick|onload|srcdoc|@import|<\w/i);
    expect(shown).not.toMatch(/"href":"(?!https?:)/);
  });
  it('flattens what browsers would mend, so that the page stays as it was sent', () => {
    const html =
      '<p><b>a<div>b<ul><li>c<p>d</p><ul><li>e</li></ul></li></ul></div></b></p><a href="https://x.org/"><a href="https://y.org/">f</a></a>';
    expect(prose(html).blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'list',
      'paragraph',
    ]);
  });
});

test('a text longer than a page should carry is cut, and says so', () => {
  const long = prose('word '.repeat(200_000));
  expect(long.cut).toBe(true);
  expect(JSON.stringify(long.blocks).length).toBeLessThan(70_000);
});

test('a text in another language than the page says which', () => {
  expect(proseIn({ fr: 'Résumé' }, 'en')).toMatchObject({ lang: 'fr' });
  expect(proseIn({ fr: 'Résumé', en: 'Abstract' }, 'en')).not.toHaveProperty('lang');
  expect(proseIn({}, 'en')).toBeUndefined();
});
