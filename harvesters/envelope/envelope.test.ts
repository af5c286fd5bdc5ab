import { describe, expect, it } from 'vitest';
import { parseXml } from '#catalogue/xml';
import { type EnvelopeElement, EnvelopePage, sniffRecord } from './index.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const records = (page: EnvelopePage): Uint8Array[] => {
  if (!page.root) throw new Error(page.problem?.message);
  const list = page.child(page.root, 'list') as EnvelopeElement;
  return [...page.children(list)].map((record) => page.cut(record));
};

describe('a page is cut', () => {
  it('into the bytes as sent, with the namespaces of the envelope that are used', () => {
    const page = new EnvelopePage(
      bytes(
        '<?xml version="1.0"?><r xmlns="urn:r" xmlns:a="urn:a" xmlns:b="urn:b"><list><a:x  k=\'1>2\'><!-- </a:x> --><y/><![CDATA[</a:x>]]></a:x></list></r>',
      ),
    );
    expect(records(page).map(String)).toEqual([
      '<a:x xmlns="urn:r" xmlns:a="urn:a"  k=\'1>2\'><!-- </a:x> --><y/><![CDATA[</a:x>]]></a:x>',
    ]);
  });

  it('so that a record that is not well-formed leaves its neighbours alone', () => {
    const cut = records(new EnvelopePage(bytes('<r><list><x>1</x><x><b></c>&nope;</x><x>3</x></list></r>')));
    expect(cut.map(String)).toEqual(['<x>1</x>', '<x><b></c>&nope;</x>', '<x>3</x>']);
    expect(cut.map((record) => parseXml(record).root?.text)).toEqual(['1', undefined, '3']);
  });

  it('also where a record never ends', () => {
    const cut = records(new EnvelopePage(bytes('<r><list><x>1</x><x><b/><x>3</x></list></r>')));
    expect(cut.map(String)).toEqual(['<x>1</x>', '<x><b/>', '<x>3</x>']);
  });

  it('byte by byte: one record in another encoding does not spoil the others', () => {
    const page = Buffer.concat([
      bytes('<r><list><x>é</x><x>'),
      bytes('é', 'latin1'),
      bytes('</x></list></r>'),
    ]);
    const cut = records(new EnvelopePage(page)).map((record) => parseXml(record));
    expect(cut.map(({ root }) => root?.text)).toEqual(['é', 'é']);
    expect(cut.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['encoding-wrong']]);
  });

  it('with the declared encoding of the page carried over', () => {
    const page = bytes('<?xml version="1.0" encoding="ISO-8859-1"?><r><list><x>é</x></list></r>', 'latin1');
    const [record] = records(new EnvelopePage(page));
    expect(parseXml(record ?? new Uint8Array())).toMatchObject({ root: { name: 'x' }, problems: [] });
    expect(parseXml(record ?? new Uint8Array()).root?.text).toBe('é');
  });

  it('in bounded time when it is made to waste it', () => {
    const open = new EnvelopePage(bytes(`<r><list>${'<x>'.repeat(200_000)}`));
    expect(records(open).length).toBeLessThanOrEqual(50);
    const many = new EnvelopePage(bytes(`<r><list>${'<x/>'.repeat(200_000)}</list></r>`));
    expect(records(many).length).toBe(50_000);
  });
});

it.each([
  ['<html><body>Error</body></html>', 'html-instead-of-xml'],
  ['<!DOCTYPE html><html/>', 'html-instead-of-xml'],
  ['<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r/>', 'doctype-refused'],
  ['{"error": 1}', 'not-xml'],
])('%s is refused as a page', (text, code) => {
  const page = new EnvelopePage(bytes(text));
  expect([page.root, page.problem?.code]).toEqual([null, code]);
});

const gmd = 'xmlns:gmd="http://www.isotc211.org/2005/gmd"';
it.each([
  [
    `<gmd:MD_Metadata ${gmd}><gmd:fileIdentifier> <gco:CharacterString> a&amp;b </gco:CharacterString></gmd:fileIdentifier></gmd:MD_Metadata>`,
    { format: 'iso19139', identifier: 'a&b' },
  ],
  [
    `<gmd:MD_Metadata ${gmd}><gmd:contact/><gmd:fileIdentifier><gmx:Anchor href="x">e</gmx:Anchor></gmd:fileIdentifier></gmd:contact>`,
    { format: 'iso19139', identifier: 'e' },
  ],
  [
    '<csw:Record xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><dc:identifier>c</dc:identifier></csw:Record>',
    { format: 'csw-record', identifier: 'c' },
  ],
  [
    '<mdb:MD_Metadata xmlns:mdb="http://standards.iso.org/iso/19115/-3/mdb/2.0"><mdb:metadataIdentifier><mcc:MD_Identifier><mcc:codeSpace/><mcc:code><gco:CharacterString>d</gco:CharacterString></mcc:code></mcc:MD_Identifier></mdb:metadataIdentifier></mdb:MD_Metadata>',
    { format: 'iso19115-3', identifier: 'd' },
  ],
  [`<gmd:MD_Metadata ${gmd}><gmd:fileIdentifier/></gmd:MD_Metadata>`, { format: 'iso19139' }],
  ['<rdf:RDF/>', {}],
])('%s is told without being parsed', (text, told) => {
  expect(sniffRecord(bytes(text))).toEqual(told);
});
