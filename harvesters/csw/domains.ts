import type { XmlElement } from '#catalogue/xml';

/**
 * Values of a parameter or constraint that stands in an element of capabilities; version 3 wraps them in `AllowedValues`.
 * @param names in lower case
 */
export function valuesOf(element: XmlElement, names: readonly string[]): string[] {
  return element
    .elements()
    .filter(({ name }) => name === 'Parameter' || name === 'Constraint')
    .filter((found) => names.includes(found.attribute('name')?.toLowerCase() ?? ''))
    .flatMap((found) => found.elements())
    .flatMap((value) => (value.name === 'AllowedValues' ? value.elements() : [value]))
    .filter(({ name }) => name === 'Value' || name === 'DefaultValue')
    .map((value) => value.text.trim());
}

/** Elements of a name, however deep. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.elements()) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}
