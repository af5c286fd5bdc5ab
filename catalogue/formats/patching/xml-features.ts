import { meaningOf } from '../losses/meaning.ts';
import type { Features } from './align.ts';
import type { SourceAttribute, SourceElement } from './source-tree.ts';

/** GML 3.1 and 3.2 name the same things in two namespaces. */
export function familyOf(namespace: string): string {
  return namespace.startsWith('http://www.opengis.net/gml') ? 'gml' : namespace;
}

export const kindOf = ({ name, namespace }: SourceElement) => `${familyOf(namespace)} ${name}`;

/** Ids are numbered through a document: they tell nothing. */
export const isId = ({ name, namespace }: SourceAttribute) => name === 'id' && familyOf(namespace) === 'gml';

const known = new WeakMap<SourceElement, Features>();

/** What an element says, whatever its prefixes and white space. */
export function featuresOf(element: SourceElement): Features {
  const found = known.get(element);
  if (found) return found;
  const texts = new Set<string>();
  const own = meaningOf(leafText(element));
  if (own !== '') texts.add(own);
  const attributes = element.attributes
    .filter((attribute) => !isId(attribute))
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  for (const { value } of element.attributes) if (value !== '') texts.add(value);
  const below = element.children.map(featuresOf);
  for (const child of below) for (const text of child.texts) texts.add(text);
  const features = {
    kind: kindOf(element),
    print: `${kindOf(element)}(${attributes.join(' ')})[${own}]{${below.map(({ print }) => print).join()}}`,
    texts,
  };
  known.set(element, features);
  return features;
}

/** The text of an element that holds no others; decimals that mean the same are the same. */
export function leafText({ children, text }: SourceElement): string {
  if (children.length > 0) return text.trim();
  const plain = text.trim();
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : text;
}
