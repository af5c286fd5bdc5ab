import type { XmlElement } from '../../xml/index.ts';
import { familyOf } from './namespace.ts';

/**
 * Where a property stands below the element of its class: `prefix:name` steps joined by `/`.
 * `a|b` in a step: the document may say either, we write the first. `*` after a step: it is this one that repeats when
 * there are several values (else the last). `!` at the end: mandatory in the schema, written with a nilReason when
 * there is nothing to say. `?` at the end: at most one may be written. `null`: this standard has no such property; what a
 * record says there is lost. `elsewhere`: it has another property for that, which another field reads and writes.
 * Properties of profiles (prefixes that the dialect does not declare) are read, never written.
 */
export type Path = string | null;

export const elsewhere = '';

export type Step = { prefix: string; name: string; repeats: boolean };

/** Steps to write: the first of each alternative. */
export function stepsOf(path: string): Step[] {
  return path
    .replace(/[!?]$/, '')
    .split('/')
    .map((step) => {
      const [first = ''] = step.replace('*', '').split('|');
      const [prefix = '', name = ''] = first.split(':');
      return { prefix, name, repeats: step.includes('*') };
    });
}

export const isMandatory = (path: string) => path.endsWith('!');
export const isSingle = (path: string) => path.endsWith('?');

/** A point in the tree of all paths of a class: what may follow, and the property that ends here. */
export type Branch = {
  prefix: string;
  /** ISO class names start with a capital (`CI_Citation`); any namespace may extend a class (`gco:isoType`). */
  isClass: boolean;
  property?: string;
  next: Map<string, Branch[]>;
};

/** All paths of a class as one tree, so that its children are looked at once, not once per property. */
export function branchesOf(paths: Readonly<Record<string, Path>>): Branch {
  const trunk: Branch = { prefix: '', isClass: true, next: new Map() };
  for (const [property, path] of Object.entries(paths)) {
    if (path === null || path === elsewhere) continue;
    let ends = [trunk];
    for (const step of path.replace(/[!?]$/, '').split('/')) {
      const names = step.replace('*', '').split('|');
      ends = ends.flatMap((end) => names.map((name) => grow(end, name)));
    }
    for (const end of ends) end.property = property;
  }
  return trunk;
}

function grow(branch: Branch, step: string): Branch {
  const [prefix = '', name = ''] = step.split(':');
  const same = branch.next.get(name) ?? [];
  const found = same.find((candidate) => candidate.prefix === prefix);
  if (found) return found;
  const grown: Branch = { prefix, isClass: /^[A-Z]/.test(name), next: new Map() };
  branch.next.set(name, [...same, grown]);
  return grown;
}

/** The ISO class that an element is, by its name or, in a profile, by `gco:isoType` (`gmd:MD_Metadata`, `MD_X_Type`). */
export function className(element: XmlElement): string {
  return isoType(element) ?? element.name;
}

function isoType(element: XmlElement): string | undefined {
  if (element.attributes.length === 0) return undefined;
  return element
    .attribute('isoType')
    ?.replace(/^.*:/, '')
    .replace(/_(Property)?Type$/, '');
}

/** The elements that stand for each property, in document order; a class has few properties in any document. */
export type Found = { property: string; elements: XmlElement[] }[];

/** What is to be told of elements that give nothing. */
export type Notes = {
  /** It has no content but points elsewhere. */
  unresolved(element: XmlElement): void;
  /** Nobody knows what it means. */
  unread(element: XmlElement): void;
};

/** What stands below a property that is read as a whole is looked at there. */
const silent: Notes = { unread: () => undefined, unresolved: () => undefined };

/** Gathers the property elements of an object. */
export function gather(element: XmlElement, branch: Branch, found: Found, notes: Notes): void {
  const wrapped = sameClassWithin(element);
  if (wrapped) {
    gather(wrapped, branch, found, notes);
    return;
  }
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const branches = branch.next.get(child.name) ?? extension(child, branch);
    if (branches === undefined) {
      notes.unread(child);
      continue;
    }
    for (const next of branches) {
      if (!next.isClass && !isSameProperty(next, child, branches.length === 1)) continue;
      if (next.property !== undefined) {
        addFound(found, next.property, child);
      }
      if (next.next.size === 0) continue;
      if (!next.isClass && isReference(child)) notes.unresolved(child);
      else gather(child, next, found, next.property === undefined ? notes : silent);
    }
  }
}

function addFound(found: Found, property: string, child: XmlElement): void {
  // The same property mostly follows itself.
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const gathered = found[index];
    if (gathered?.property === property) {
      gathered.elements.push(child);
      return;
    }
  }
  found.push({ property, elements: [child] });
}

/** Some exporters wrap an object in another of its class. */
function sameClassWithin(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    if (typeof child !== 'string') return child.name === element.name ? child : undefined;
  }
  return undefined;
}

/** A property in the namespace of another ISO package is a slip of the exporter, if there is but one it can mean. */
function isSameProperty({ prefix }: Branch, child: XmlElement, isOnly: boolean): boolean {
  const family = familyOf(child.namespace);
  return prefix === family || (isOnly && family !== undefined && prefix.length === 3 && prefix !== 'sdn');
}

function extension(child: XmlElement, branch: Branch): Branch[] | undefined {
  const type = isoType(child);
  return type === undefined ? undefined : branch.next.get(type)?.filter(({ isClass }) => isClass);
}

/** Whether an element holds nothing itself but points to it (`xlink:href`). */
export function isReference(element: XmlElement): boolean {
  if (element.attributes.length === 0) return false;
  return !element.children.some((child) => typeof child !== 'string') && !!element.attribute('href');
}
