import fc from 'fast-check';
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { buildFromText } from './stream.ts';

const sample =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a --><a:r xmlns:a="urn:a" xmlns="urn:d" a:x="1" y=\'2 &amp; 3\'>\n  t &lt;<b><![CDATA[<&]]></b>\n  <a:c xml:lang="en"/><?p i?>&#233;</a:r>\n';

const isWellFormed = (text: string) => {
  try {
    XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET }).dispose();
    return true;
  } catch {
    return false;
  }
};

describe('the quick builder', () => {
  it('takes what is well-formed', () => {
    const root = buildFromText(sample);
    expect(root).toMatchObject({ name: 'r', prefix: 'a', namespace: 'urn:a', line: 2 });
    expect(root?.attribute('y')).toBe('2 & 3');
    expect(root?.text).toBe('\n  t <<&\n  é');
    expect(root?.child('c')?.attribute('lang', 'http://www.w3.org/XML/1998/namespace')).toBe('en');
  });

  // What takes time that grows with the square of the length would not end here.
  it('reads very many elements in one line, and leaves very many attributes to libxml2', () => {
    const many = `<r>\n${'<b/>'.repeat(500_000)}\n<c/></r>`;
    expect(buildFromText(many)?.children.length).toBe(500_003);
    expect(buildFromText(many)?.child('c')?.line).toBe(3);
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ');
    expect(buildFromText(`<r ${attributes}/>`)).toBeUndefined();
  });

  it.each([
    '<r a="1" a="2"/>',
    '<constructor:r/>',
    '<r toString:a="1"/>',
    '<r xmlns:a="urn:a"><__proto__:b/></r>',
    '<r>&constructor;</r>',
    '<r xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>',
    '<r a="1"b="2"/>',
    '<r a="<"/>',
    '<r a=1/>',
    '<r><!-- a -- b --></r>',
    '<r>]]></r>',
    '<r>&nbsp;</r>',
    '<r>&amp</r>',
    '<r>&#0;</r>',
    '<r>&#xD800;</r>',
    '<a:r/>',
    '<r a:x="1"/>',
    '<r xmlns:a=""/>',
    '<xmlns:r/>',
    '<r></R>',
    '<r></r',
    '<r>',
    '</r>',
    '<r/><r/>',
    '<r/>text',
    'text<r/>',
    '<r/><![CDATA[x]]>',
    '<r><?xml version="1.0"?></r>',
    ' <?xml version="1.0"?><r/>',
    '<?xml encoding="UTF-8"?><r/>',
    '<1r/>',
    '<a:b:c xmlns:a="u"/>',
    '<!DOCTYPE r><r/>',
    '<r>\u0001</r>',
  ])('leaves %s to libxml2', (text) => expect(buildFromText(text)).toBeUndefined());

  it('takes nothing that libxml2 does not', () => {
    // What encoding is claimed is judged where the bytes are decoded.
    const plain = sample.replace(' encoding="UTF-8"', '');
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '/',
      '=',
      ' ',
      'a',
      ':',
      '!',
      '-',
      ']',
      '?',
      ';',
      '#',
      'xmlns',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(plain.length), fc.nat(3), piece), { minLength: 1, maxLength: 3 }),
        (edits) => {
          let text = plain;
          for (const [at, cut, added] of edits) text = text.slice(0, at) + added + text.slice(at + cut);
          if (buildFromText(text)) expect(isWellFormed(text), text).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
