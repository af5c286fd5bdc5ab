import type { XmlElement } from './element.ts';

/**
 * The XPath of an element with the document's own prefixes; an index is given where there are namesakes beside it.
 * @param root root of the tree that the element is in
 * @returns such as `/gmd:MD_Metadata/gmd:contact[2]`; the root's path when the element is not in the tree
 */
export function xpathOf(root: XmlElement, element: XmlElement): string {
  return `/${qualified(root)}${root === element ? '' : (below(root, element) ?? '')}`;
}

function below(parent: XmlElement, wanted: XmlElement): string | undefined {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child === wanted) return step(parent, child);
    const deeper = below(child, wanted);
    if (deeper !== undefined) return step(parent, child) + deeper;
  }
  return undefined;
}

function step(parent: XmlElement, child: XmlElement): string {
  const name = qualified(child);
  let namesakes = 0;
  let index = 0;
  for (const sibling of parent.children) {
    if (typeof sibling === 'string' || qualified(sibling) !== name) continue;
    namesakes += 1;
    if (sibling === child) index = namesakes;
  }
  return namesakes > 1 ? `/${name}[${index}]` : `/${name}`;
}

function qualified({ prefix, name }: XmlElement): string {
  return prefix ? `${prefix}:${name}` : name;
}
