import type { XmlElement } from '../../xml/index.ts';
import { Attributes, type AttributeValues, type Header, type HeaderVariable } from '../acdd/index.ts';

/** Groups in which THREDDS puts what it found out beside the file's own attributes. */
const additions = new Set(['CFMetadata', 'NCISOMetadata', 'THREDDSMetadata']);

/** The header that an NcML document describes (NcML 2.2), alone or as THREDDS answers it. Aggregations are not entered. */
export function headerOfNcml(root: XmlElement): Header {
  const attributes = new Attributes('', root.line);
  for (const group of root.elements())
    if (group.name === 'group' && additions.has(group.attribute('name') ?? ''))
      addAttributes(attributes, group, true);
  addAttributes(attributes, root, false);
  const header = { attributes, dimensions: [...dimensionsOf(root)], variables: variablesOf(root, '', 0) };
  return header;
}

function* dimensionsOf(element: XmlElement): Generator<{ name: string; size: number }> {
  for (const child of element.elements())
    if (child.name === 'dimension') {
      const name = child.attribute('name') ?? '';
      if (name !== '') yield { name, size: Number(child.attribute('length') ?? 0) || 0 };
    }
}

function variablesOf(element: XmlElement, path: string, depth: number): HeaderVariable[] {
  return [...element.elements()].flatMap((child): HeaderVariable[] => {
    const given = child.attribute('name') ?? '';
    if (child.name === 'group' && depth < 6 && !additions.has(given))
      return variablesOf(child, `${path}${given}/`, depth + 1);
    if (child.name !== 'variable' || given === '') return [];
    const attributes = new Attributes(path + given, child.line);
    addAttributes(attributes, child, false);
    const type = child.attribute('type');
    const shape = child.attribute('shape');
    return [
      {
        name: path + given,
        ...(type ? { type } : {}),
        // An absent shape is that of a scalar where the type is told, and means "as in the file" elsewhere.
        ...(shape === undefined && !type ? {} : { dimensions: (shape ?? '').split(/\s+/).filter(Boolean) }),
        attributes,
      },
    ];
  });
}

/** @param guesses what a server found out counts only where it says something */
function addAttributes(into: Attributes, element: XmlElement, guesses: boolean): void {
  for (const child of element.elements()) {
    const name = child.name === 'attribute' ? (child.attribute('name') ?? '') : '';
    if (name === '') continue;
    const text = child.attribute('value') ?? child.text;
    if (guesses && text.trim() === '') continue;
    into.set(name, valuesOf(text, child.attribute('type'), child.attribute('separator')), child.line);
  }
}

function valuesOf(text: string, type: string | undefined, separator: string | undefined): AttributeValues {
  if (type === undefined || /^(String|string|char)$/.test(type))
    return separator === undefined ? [text] : text.split(separator);
  const parts = text.trim().split(separator ?? /\s+/);
  const numbers = parts.map((part) => Number(part.replace(/[bBsSfFdDuUlL]+$/, '')));
  return numbers.every((number) => !Number.isNaN(number)) ? numbers : [text];
}
