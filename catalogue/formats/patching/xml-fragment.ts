import { escapeAttribute, escapeText } from '../../xml/index.ts';
import type { SourceElement } from './source-tree.ts';
import { familyOf, isId } from './xml-features.ts';

/** Where a written element is to stand: prefixes in force there, ids that are taken, white space before it. */
export type Place = { scope: Readonly<Record<string, string>>; ids: ReadonlySet<string>; before: string };

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * An element of our writer as text for another document: with the prefixes of that document (those that it lacks are
 * declared), in its indentation, with ids of its own.
 */
export function fragment(element: SourceElement, place: Place): string {
  const declared = new Map<string, string>();
  const unit = /\n/.test(place.before) ? (/\t/.test(place.before) ? '\t' : '  ') : '';
  const write = (one: SourceElement, before: string): string => {
    const tag = qualified(one.name, one.namespace, one, false);
    const attributes = one.attributes
      .map((attribute) => {
        const name = qualified(attribute.name, attribute.namespace, one, true);
        const value = isId(attribute) ? freeId(attribute.value, place.ids) : typedValue(attribute, one);
        return ` ${name}="${escapeAttribute(value)}"`;
      })
      .join('');
    if (one.children.length === 0) {
      return one.text === ''
        ? `<${tag}${attributes}/>`
        : `<${tag}${attributes}>${escapeText(one.text)}</${tag}>`;
    }
    const deeper = unit === '' ? '' : before + unit;
    const inner = one.children.map((child) => deeper + write(child, deeper)).join('');
    return `<${tag}${attributes}>${inner}${unit === '' ? '' : before}</${tag}>`;
  };

  /** A prefix for a namespace: the one in force, else the writer's own, declared on the fragment. */
  function prefixOf(namespace: string, within: SourceElement, needed: boolean): string {
    const inForce = Object.entries(place.scope).filter(([prefix]) => !(needed && prefix === ''));
    const same =
      inForce.find(([, uri]) => uri === namespace) ??
      inForce.find(([, uri]) => familyOf(uri) === familyOf(namespace));
    if (same) return same[0];
    const known = [...declared].find(([, uri]) => uri === namespace);
    if (known) return known[0];
    const wanted = Object.entries(within.scope).find(([, uri]) => uri === namespace)?.[0] || 'ns';
    let prefix = wanted;
    for (let count = 1; prefix in place.scope || declared.has(prefix); count++) prefix = `${wanted}${count}`;
    declared.set(prefix, namespace);
    return prefix;
  }

  function qualified(name: string, namespace: string, within: SourceElement, isAttribute: boolean): string {
    if (namespace === '') return name;
    if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${name}`;
    const prefix = prefixOf(namespace, within, isAttribute);
    return prefix === '' ? name : `${prefix}:${name}`;
  }

  /** The type that xsi:type names has a prefix too. */
  function typedValue(attribute: SourceElement['attributes'][number], within: SourceElement): string {
    if (attribute.namespace !== instance || attribute.name !== 'type') return attribute.value;
    const [prefix = '', name = ''] = attribute.value.split(':');
    const namespace = within.scope[prefix];
    return namespace === undefined || name === ''
      ? attribute.value
      : qualified(name, namespace, within, true);
  }

  const text = write(element, place.before);
  const declarations = [...declared]
    .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`)
    .join('');
  return text.replace(/^<[^\s/>]+/, (start) => start + declarations);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 1; taken.has(free); count++) free = `${id}-${count}`;
  return free;
}
