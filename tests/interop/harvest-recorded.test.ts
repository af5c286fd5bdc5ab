import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '#catalogue/xml';
import { type EnvelopeElement, EnvelopePage } from '../../harvesters/envelope/index.ts';
import { shared } from '../shared.ts';

const corpus = shared('corpus');

/** Recorded answers of real servers, with the elements that hold records. */
function recorded(): { name: string; bytes: Buffer }[] {
  if (!corpus) return [];
  return ['csw', 'oai-pmh'].flatMap((protocol) =>
    readdirSync(join(corpus, protocol), { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && entry.name.endsWith('.xml') && !entry.parentPath.includes('malformed'),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ name: path.slice(corpus.length + 1), bytes: readFileSync(path) })),
  );
}

/** Elements that hold records: SearchResults of CSW, ListRecords of OAI-PMH. */
const lists = new Set(['SearchResults', 'ListRecords', 'GetRecordByIdResponse']);

function listIn(root: XmlElement): XmlElement | undefined {
  return lists.has(root.name) ? root : [...root.elements()].find(({ name }) => lists.has(name));
}

describe.runIf(corpus)('recorded pages of CSW and OAI-PMH', () => {
  const pages = recorded().flatMap(({ name, bytes }) => {
    const { root } = parseXml(bytes);
    const list = root && listIn(root);
    return list ? [{ name, bytes, list }] : [];
  });

  it('are many', () => {
    const records = pages.reduce((sum, { list }) => sum + [...list.elements()].length, 0);
    process.stdout.write(`${pages.length} recorded pages with ${records} records\n`);
    expect(pages.length).toBeGreaterThan(40);
  });

  it.each(pages)('$name: what is cut says the same as what is parsed', ({ bytes, list }) => {
    const page = new EnvelopePage(bytes);
    expect(page.whole).toBe(true);
    const root = page.root as EnvelopeElement;
    const parent = lists.has(root.name) ? root : [...page.children(root)].find(({ name }) => lists.has(name));
    const cut = [...page.children(parent as EnvelopeElement)].map((element) => page.cut(element));
    const parsed = [...list.elements()];
    expect(cut.length).toBe(parsed.length);
    for (const [index, element] of parsed.entries()) {
      const alone = parseXml(cut[index] ?? new Uint8Array());
      expect(alone.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(alone.root && canonical(alone.root)).toBe(canonical(element));
    }
  });
});

/** Names, attributes and text, whatever the prefixes and wherever they are declared. */
function canonical(element: XmlElement): string {
  const attributes = element.attributes
    .map(({ name, namespace, value }) => `{${namespace}}${name}=${value}`)
    .sort();
  const children = element.children.map((child) => (typeof child === 'string' ? child : canonical(child)));
  return `<{${element.namespace}}${element.name} ${attributes.join(' ')}>${children.join('')}</>`;
}
