import { parseXml, type XmlElement } from '../xml/index.ts';

/**
 * Line of the element that an XPath names, or of the nearest one above it that is there: where a missing element ought
 * to be written. Prefixes don't count, `*` is any element, attributes are left out.
 */
export function lineOfXPath(root: XmlElement, xpath: string): number {
  const [, ...steps] = xpath.split('/').filter((step) => step !== '' && !step.startsWith('@'));
  let element = root;
  for (const step of steps) {
    const [, name = '', index = '1'] = /^(?:[\w.-]+:)?([^[]+)(?:\[(\d+)\])?/.exec(step) ?? [];
    const namesakes = [...element.elements()].filter((child) => name === '*' || child.name === name);
    const next = namesakes[Number(index) - 1];
    if (!next) break;
    element = next;
  }
  return element.line;
}

/**
 * Tells in which line of an answer (OAI-PMH, CSW) the elements of a record stand that was cut out of it and written
 * anew. Both trees are walked side by side; where they differ nothing is told.
 * @param element the record in the answer
 * @param part the record as a document of its own
 * @returns line in the part → line in the answer
 */
function linesBetween(element: XmlElement, part: XmlElement): Map<number, number> {
  const lines = new Map<number, number>();
  const walk = (source: XmlElement, copy: XmlElement): void => {
    if (source.name !== copy.name) return;
    if (!lines.has(copy.line)) lines.set(copy.line, source.line);
    const copies = [...copy.elements()];
    [...source.elements()].forEach((child, index) => {
      const twin = copies[index];
      if (twin) walk(child, twin);
    });
  };
  walk(element, part);
  return lines;
}

/** Where a part of an answer stands in it: its first line, and how its own lines become those of the answer. */
export type PartLines = { first: number; lineOf: (line: number) => number | undefined };

/**
 * Finds the records of an answer again that were cut out of it.
 * @param answer root of the answer
 * @param parts the records in the order of the answer; empty bytes for those that are told as deleted
 * @returns one entry for each part, `undefined` where it was not found again
 */
export function linesOfParts(
  answer: XmlElement,
  parts: readonly { bytes: Uint8Array }[],
): (PartLines | undefined)[] {
  const elements = everyElement(answer);
  return parts.map(({ bytes }) => {
    if (bytes.length === 0) return undefined;
    const { root } = parseXml(bytes);
    if (!root) return undefined;
    for (;;) {
      const { value, done } = elements.next();
      if (done || !value) return undefined;
      if (value.name !== root.name || value.namespace !== root.namespace) continue;
      const lines = linesBetween(value, root);
      return { first: value.line, lineOf: (line) => lines.get(line) };
    }
  });
}

/** In document order. */
function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.elements()) yield* everyElement(child);
}
