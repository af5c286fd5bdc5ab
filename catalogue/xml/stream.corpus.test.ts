import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { detach } from './detach.ts';
import type { XmlElement } from './element.ts';
import { decodeDocument } from './encoding.ts';
import { buildFromText } from './stream.ts';

const corpus = shared('corpus');

/** Two builders may cut text at different places; what is in it must be the same. */
function comparable({ name, namespace, prefix, attributes, declarations, children }: XmlElement): unknown {
  const merged: unknown[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child !== 'string') merged.push(comparable(child));
    else if (typeof last === 'string') merged[merged.length - 1] = last + child;
    else if (child !== '') merged.push(child);
  }
  // `xml` is declared everywhere by definition; whether a document says so again makes no difference.
  const { xml: _, ...declared } = declarations;
  return { name, namespace, prefix, attributes, declarations: declared, children: merged };
}

describe.skipIf(corpus === null)('the quick builder and libxml2', () => {
  test('give the same tree for every document of the corpus that both read', () => {
    const files = readdirSync(corpus ?? '', { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.xml'));
    let compared = 0;
    const onlyOne: string[] = [];
    for (const file of files) {
      const { text } = decodeDocument(readFileSync(join(corpus ?? '', file)));
      const quick = buildFromText(text);
      const slow = viaLibxml2(text);
      if (!quick) continue;
      if (!slow) {
        onlyOne.push(file);
        continue;
      }
      compared += 1;
      expect(comparable(quick), file).toEqual(comparable(slow));
    }
    process.stdout.write(
      `${compared} documents compared, read by the quick builder alone: ${onlyOne.length}\n`,
    );
    expect(compared).toBeGreaterThan(1000);
    expect(onlyOne).toEqual([]);
  });
});

function viaLibxml2(text: string): XmlElement | undefined {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NOCDATA | ParseOption.XML_PARSE_BIG_LINES,
    });
  } catch {
    return undefined;
  }
  try {
    return detach(document.root);
  } finally {
    document.dispose();
  }
}
