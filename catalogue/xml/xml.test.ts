import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestDocument, parseXml, serialiseElement, XmlElement } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseXml(bytes(text));
const codes = (parsed: ReturnType<typeof parseXml>) => parsed.problems.map(({ code }) => code);

describe('parseXml', () => {
  it('gives elements, namespaces, attributes, text and lines', () => {
    const { root, problems } = parse(
      '<?xml version="1.0"?>\n<a:r xmlns:a="urn:a" xmlns="urn:d" a:x="1" y="2">\n t<b><![CDATA[<&]]></b><!-- c --><c xmlns=""/></a:r>',
    );
    expect(problems).toEqual([]);
    expect(root).toMatchObject({ name: 'r', namespace: 'urn:a', prefix: 'a', line: 2 });
    expect(root?.attribute('x', 'urn:a')).toBe('1');
    expect(root?.attribute('y', '')).toBe('2');
    expect(root?.child('b', 'urn:d')?.text).toBe('<&');
    expect(root?.child('c')?.namespace).toBe('');
    expect(root?.text).toBe('\n t<&');
    expect(root?.child('b')?.line).toBe(3);
  });

  it('refuses a document with entities before expanding any', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<!DOCTYPE r [<!ENTITY l0 "ha">${levels}]><r>&l9;</r>`;
    expect(codes(parse(bomb))).toEqual(['doctype-refused']);
    expect(codes(parse('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'))).toEqual([
      'doctype-refused',
    ]);
    expect(codes(parse(`<!--${' '.repeat(9000)}--><!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>`))).toEqual([
      'doctype-refused',
    ]);
  });

  it('does not take a DOCTYPE in a text for one', () => {
    expect(parse('<r><![CDATA[<!DOCTYPE html><p>page</p>]]></r>').root?.text).toContain('<!DOCTYPE html>');
  });

  it.each([
    '<!DOCTYPE html><html><body><br></body></html>',
    '<html><body>Not found</body></html>',
    '  <!-- error -->\n<!doctype HTML><p>',
  ])('tells HTML from XML: %s', (page) => expect(codes(parse(page))).toEqual(['html-instead-of-xml']));

  it.each([
    ['', 'not-well-formed'],
    ['Internal error', 'not-xml'],
    ['<r><a></r>', 'not-well-formed'],
    ['<r>&nbsp;</r>', 'not-well-formed'],
    [`${'<a>'.repeat(220)}${'</a>'.repeat(220)}`, 'nested-too-deep'],
    [`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'not-well-formed'],
  ])('refuses %.30s as %s', (text, code) => {
    const parsed = parse(text);
    expect(parsed.root).toBeNull();
    expect(codes(parsed)).toEqual([code]);
  });

  it('tells the line of a fault', () => {
    expect(parse('<r>\n<a>\n</r>').problems[0]?.line).toBe(3);
  });

  it('refuses what is too large', () => {
    expect(codes(parseXml(new Uint8Array(largestDocument + 1).fill(32)))).toEqual(['document-too-large']);
  });

  it('reads the encodings that documents really have', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r>mer salée</r>', 'latin1');
    expect(parseXml(latin)).toMatchObject({ root: { children: ['mer salée'] }, problems: [] });
    const lying = parseXml(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><r>mer salée</r>', 'latin1'));
    expect(lying.root?.text).toBe('mer salée');
    expect(codes(lying)).toEqual(['encoding-wrong']);
    const marked = parseXml(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><r>é</r>'));
    expect(marked).toMatchObject({ root: { children: ['é'] }, problems: [] });
    const wide = parseXml(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><r>é</r>', 'utf16le'));
    expect(wide).toMatchObject({ root: { children: ['é'] }, problems: [] });
    const impossible = parse('<?xml version="1.0" encoding="UTF-16"?><r>é</r>');
    expect(impossible.root?.text).toBe('é');
    expect(codes(impossible)).toEqual(['encoding-wrong']);
    expect(codes(parse('<?xml version="1.0" encoding="klingon"?><r/>'))).toEqual(['encoding-wrong']);
  });

  it('tolerates blanks before the declaration', () => {
    expect(parse('\n  <?xml version="1.0" encoding="UTF-8"?><r>é</r>').root?.text).toBe('é');
  });

  it('assumes the usual namespace for a prefix that nobody declared', () => {
    const parsed = parse('<r>\n<gmd:a xlink:href="x"/><odd:b/></r>');
    expect(parsed.root?.child('a')?.namespace).toBe('http://www.isotc211.org/2005/gmd');
    expect(parsed.root?.child('b')?.namespace).toBe('urn:undeclared:odd');
    expect(parsed.problems.map(({ code, line }) => [code, line])).toEqual([
      ['prefix-undeclared', 2],
      ['prefix-undeclared', 2],
      ['prefix-undeclared', 2],
    ]);
    expect(codes(parse('<r><gmd:a></r>'))).toEqual(['not-well-formed']);
  });
});

describe('serialiseElement', () => {
  it('lets an element stand alone', () => {
    const page = parse(
      '<p:page xmlns:p="urn:p" xmlns:g="urn:g" xmlns:q="urn:q" xmlns:xsi="urn:xsi" xmlns="urn:d">' +
        '<g:r xsi:type="q:T"><plain xmlns=""/><d>é &amp; &#13;</d></g:r></p:page>',
    ).root;
    const record = page?.child('r');
    if (!page || !record) throw new Error('not parsed');
    const alone = serialiseElement(record, page.declarations);
    expect(alone).toBe(
      '<g:r xmlns:g="urn:g" xmlns:q="urn:q" xmlns:xsi="urn:xsi" xmlns="urn:d" xsi:type="q:T"><plain xmlns=""/><d>é &amp; &#13;</d></g:r>',
    );
    expect(parse(alone).root?.child('d')?.namespace).toBe('urn:d');
  });

  it('writes what parses to the same tree', () => {
    const name = fc.constantFrom('a', 'b', 'Cé');
    const space = fc.constantFrom(
      ['', ''],
      ['', 'urn:d'],
      ['p', 'urn:p'],
      ['p', 'urn:other'],
      ['q', 'urn:q'],
    );
    const text = fc.string({ unit: 'grapheme-composite', minLength: 1 });
    const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
      tree: fc
        .tuple(
          name,
          space,
          fc.option(text, { nil: undefined }),
          fc.oneof(
            { depthSize: 'small' },
            text.map((one) => [one]),
            fc.array(tie('tree'), { maxLength: 3 }),
          ),
        )
        .map(
          ([local, [prefix = '', uri = ''], value, children]) =>
            new XmlElement(
              local,
              uri,
              prefix,
              value === undefined ? [] : [{ name: 'x', namespace: '', prefix: '', value }],
              {},
              children,
              1,
            ),
        ),
    }));
    const allowed = (value: string) =>
      value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
    const shape = (element: XmlElement): unknown => [
      element.name,
      element.namespace,
      element.attributes.map(({ value }) => allowed(value)),
      element.children
        .map((child) => (typeof child === 'string' ? allowed(child) : shape(child)))
        .filter((child) => child !== ''),
    ];
    fc.assert(
      fc.property(tree, (element) => {
        const { root } = parse(serialiseElement(element));
        expect(root && shape(root)).toEqual(shape(element));
      }),
      { numRuns: 200 },
    );
  });
});
