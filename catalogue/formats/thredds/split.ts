import type { Problem } from '../../model/index.ts';
import { serialiseElement, XmlElement } from '../../xml/index.ts';
import type { DocumentPart } from '../format.ts';
import { type Chain, chainsOf } from './catalog.ts';
import { isOwn } from './record.ts';

/** Bytes of all parts together: each repeats what it inherits, so that a small catalogue could become a huge one. */
const largest = 256 * 1024 * 1024;

/**
 * One document for each dataset of a catalogue: the catalogue with its services, the datasets around it with nothing
 * but the metadata that they hand down, and the dataset. Catalogues referred to are for who harvests.
 */
export function splitThredds(catalog: XmlElement): { parts: DocumentPart[]; problems: Problem[] } {
  const parts: DocumentPart[] = [];
  const problems: Problem[] = [];
  let size = 0;
  for (const chain of chainsOf(catalog)) {
    const bytes = new TextEncoder().encode(serialiseElement(alone(catalog, chain)));
    size += bytes.length;
    if (size > largest) {
      problems.push({
        severity: 'error',
        code: 'document-too-large',
        path: '/catalog',
        line: chain.dataset.line,
        message: `With what they inherit, the datasets come to more than ${largest} bytes; the rest was left out.`,
        hint: 'Part the catalogue by references to smaller ones.',
      });
      break;
    }
    const identifier = chain.dataset.attribute('ID') ?? chain.dataset.attribute('urlPath');
    parts.push({ format: 'thredds', bytes, ...(identifier ? { identifier } : {}) });
  }
  if (parts.length === 0 && problems.length === 0) problems.push(nothingListed(catalog));
  return { parts, problems };
}

function nothingListed(catalog: XmlElement): Problem {
  const references = count(catalog, 'catalogRef');
  return {
    severity: references > 0 ? 'info' : 'error',
    code: 'catalogue-empty',
    path: '/catalog',
    line: catalog.line,
    message:
      references > 0
        ? `The catalogue lists no dataset itself, but refers to ${references} other catalogues.`
        : 'The catalogue lists no dataset with data.',
    hint: 'Harvest it from its address, so that the catalogues it refers to are read too.',
  };
}

function count(element: XmlElement, name: string): number {
  let found = 0;
  for (const child of element.elements()) found += (child.name === name ? 1 : 0) + count(child, name);
  return found;
}

function alone(catalog: XmlElement, { ancestors, dataset }: Chain): XmlElement {
  let inner = copy(dataset, dataset.children.filter(isOwn));
  for (const ancestor of [...ancestors].reverse()) {
    const kept = [...ancestor.elements()].filter(
      (child) =>
        child.name === 'service' || (child.name === 'metadata' && child.attribute('inherited') === 'true'),
    );
    // Only what lies innermost is read as data: a collection around it keeps its name and identifier alone.
    inner = copy(ancestor, [...kept, inner], ['name', 'ID']);
  }
  const services = [...catalog.elements()].filter(({ name }) => name === 'service');
  return copy(catalog, [...services, inner]);
}

function copy(element: XmlElement, children: XmlElement['children'], names?: readonly string[]): XmlElement {
  const attributes = names
    ? element.attributes.filter(({ name }) => names.includes(name))
    : element.attributes;
  const { name, namespace, prefix, declarations, line } = element;
  return new XmlElement(name, namespace, prefix, attributes, declarations, children, line);
}
